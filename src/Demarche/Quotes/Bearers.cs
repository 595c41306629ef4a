using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Tells who bears the name of a label or a signature.</summary>
internal sealed class Bearers(Analysis analysis, ActorMentions actors)
{
    private const int MostNames = 300, ShortestIntroduced = 5;

    private static readonly string[] Titles =
        ["Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Cllr", "Prof", "President", "Senator", "Minister", "Justice", "Judge", "Sir", "Lord", "Chief", "General", "Secretary"];

    private readonly Dictionary<string, Speaker?> _known = new(StringComparer.Ordinal);

    /// <summary>The one whose name, surname or initials the words are; null if nobody of the article bears them.</summary>
    /// <param name="words">The words of the label.</param>
    /// <param name="span">Where they stand.</param>
    public Speaker? Of(string words, TextSpan span)
    {
        if (!_known.TryGetValue(words, out var known)) _known[words] = known = _known.Count < MostNames ? Find(words, span.Start) : null;
        return known is null ? null : known with { Span = span };
    }

    /// <summary>The one who is asked: the first person before a place who spoke or was asked, else the first person named there.</summary>
    public Speaker? Interviewee(int before)
    {
        ActorMention? first = null;
        foreach (var mention in actors.Mentions)
        {
            if (mention.Span.Start >= before) break;
            if (mention.Actors is not [var only] || actors[only].Kind != ActorKind.Person) continue;
            first ??= mention;
            var head = analysis.Tokens[mention.Head];
            if (analysis.Head(head) is not { } verb) continue;
            if (head.BaseRelation == "nsubj" && verb.Lemma is "speak" or "talk" or "tell" or "answer" or "discuss" or "meet") return Speaker(only);
            if (head.BaseRelation is "obj" or "iobj" or "obl" && verb.Lemma is "ask" or "interview" or "question" or "speak" or "talk" or "meet" or "sit") return Speaker(only);
        }
        return first is null ? null : Speaker(first.Actors[0]);
    }

    /// <summary>A speaker of whom nothing but the words is known.</summary>
    public static Speaker Unnamed(string words, TextSpan span) => new(null, words, span, false, true);

    private Speaker? Find(string words, int before)
    {
        var name = Bare(words);
        if (name.Length < 2 || !char.IsUpper(name[0])) return null;
        foreach (var actor in actors.Actors)
            if (actor.Kind == ActorKind.Person && (IsSame(actor.Name, name) || IsSame(Surname(actor.Name), name))) return Speaker(actor.Id);
        foreach (var actor in actors.Actors)
            if (actor.Kind != ActorKind.State && (IsSame(actor.Name, name) || IsInitials(actor, name))) return Speaker(actor.Id);
        return Introduced(name, words, before);
    }

    private static bool IsInitials(Actor actor, string name) =>
        name.Length is 2 or 3 && name.All(char.IsUpper) && string.Concat(actor.Name.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0])) is var initials
            && (initials == name || actor.Kind == ActorKind.Person && name.Length == 2 && initials.Length > 2 && initials[0] == name[0] && initials[^1] == name[1]);

    // A name that the tagger found before, though no actor bears it, or words that the text has used before: an outlet's, say.
    private Speaker? Introduced(string name, string words, int before)
    {
        foreach (var entity in analysis.Entities)
        {
            if (entity.Span.Start >= before) break;
            if (entity.Kind != EntityKind.Location && IsSame(entity.Span.Of(analysis.Text), name)) return new Speaker(null, words, null, entity.Kind == EntityKind.Organisation, entity.Kind == EntityKind.Person);
        }
        var at = words.Length < ShortestIntroduced ? -1 : analysis.Text.AsSpan(0, before).IndexOf(words, StringComparison.Ordinal);
        return at < 0 || at > 0 && char.IsLetterOrDigit(analysis.Text[at - 1]) ? null : new Speaker(null, words, null, true, true);
    }

    private Speaker Speaker(ActorId id) => new(id, actors[id].Name, null, actors[id].Sector == "MED", actors[id].Kind == ActorKind.Person);

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsSame(string a, string b) => Bare(a).Equals(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without titles and article: "Mr. Lavrov" → "Lavrov", "THE COURT" → "COURT".</summary>
    private static string Bare(string words)
    {
        while (words.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0
            && (words[..blank] is "The" or "THE" || Titles.Contains(words[..blank].TrimEnd('.'), StringComparer.OrdinalIgnoreCase))) words = words[(blank + 1)..].TrimStart();
        return words;
    }
}
