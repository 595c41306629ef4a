using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Questions and answers printed without quotation marks: "Q: … A: …", or each turn under its speaker's name.</summary>
internal static class Interview
{
    private const int LongestLabel = 40;

    /// <summary>The turns of an interview, in text order; none if the article is not one.</summary>
    public static IEnumerable<Turn> Turns(Analysis analysis, ActorMentions actors)
    {
        ActorId? asked = null;
        foreach (var (label, span) in Paragraphs(analysis.Text))
        {
            if (IsQuestion(label) || IsAnswer(label))
            {
                asked ??= Interviewee(analysis, actors, span.Start);
                yield return IsAnswer(label) ? new Turn(span, asked, null, true) : new Turn(span, null, asked, false);
            }
            else if (Bearer(label, actors) is { } speaker) yield return new Turn(span, speaker, null, true);
        }
    }

    /// <summary>Paragraphs that begin with a label and a colon, with the words after it.</summary>
    private static IEnumerable<(string Label, TextSpan Span)> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var colon = text.IndexOf(':', start, Math.Min(LongestLabel, end - start));
            if (colon > start && colon + 1 < end && text[colon + 1] == ' ') yield return (text[start..colon], new TextSpan(colon + 1, end));
            start = end + 1;
        }
    }

    private static bool IsQuestion(string label) => label is "Q" or "Question";

    private static bool IsAnswer(string label) => label is "A" or "Answer";

    /// <summary>The person whose name is the label: "LAVROV", "Mr. Lavrov".</summary>
    private static ActorId? Bearer(string label, ActorMentions actors)
    {
        var surname = label[(label.LastIndexOf(' ') + 1)..];
        if (surname.Length < 3 || !char.IsUpper(surname[0])) return null;
        foreach (var actor in actors.Actors)
            if (actor.Kind == ActorKind.Person && actor.Known != actor.Name && actor.Name.Split(' ')[^1].Equals(surname, StringComparison.OrdinalIgnoreCase)) return actor.Id;
        return null;
    }

    /// <summary>Who is asked: the first person before the questions who spoke or was asked, else the first person named.</summary>
    private static ActorId? Interviewee(Analysis analysis, ActorMentions actors, int before)
    {
        ActorId? first = null;
        foreach (var mention in actors.Mentions)
        {
            if (mention.Span.Start >= before) break;
            if (mention.Actors is not [var only] || actors[only].Kind != ActorKind.Person) continue;
            first ??= only;
            if (analysis.Head(analysis.Tokens[mention.Head]) is not { } verb) continue;
            var relation = analysis.Tokens[mention.Head].BaseRelation;
            if (relation == "nsubj" && verb.Lemma is "speak" or "talk" or "tell" or "answer" or "discuss") return only;
            if (relation is "obj" or "iobj" or "obl" && verb.Lemma is "ask" or "interview" or "question" or "speak" or "talk" or "meet") return only;
        }
        return first;
    }
}
