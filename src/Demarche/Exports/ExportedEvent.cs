using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>An actor in his part of an event.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Mention">Where the event's sentence names him first, or null if it does not.</param>
internal sealed record ExportedActor(Actor Actor, TextSpan? Mention);

/// <summary>One observation with all that an export may print of it.</summary>
/// <param name="Id">Names the event among those of all articles of the export.</param>
/// <param name="Article">The article that reports it.</param>
/// <param name="Points">Positions of the article's text in code points.</param>
/// <param name="Observation">What is reported.</param>
/// <param name="Sources">Who did it, each actor once.</param>
/// <param name="Targets">To whom, each actor once.</param>
/// <param name="Attribution">Who says so, nearest last, with the actor that each is, or null.</param>
/// <param name="SentenceNumber">The sentence's place in the article, from 1; null if not known.</param>
internal sealed record ExportedEvent(
    string Id,
    Article Article,
    CodePoints Points,
    Observation Observation,
    ImmutableArray<ExportedActor> Sources,
    ImmutableArray<ExportedActor> Targets,
    ImmutableArray<(Attribution Voice, Actor? Actor)> Attribution,
    int? SentenceNumber)
{
    /// <summary>The words of the sentence that reports it.</summary>
    public string Sentence => Observation.Sentence.Of(Article.Text);

    /// <summary>The act is said to take place and is not told as background: what records without a column for either can hold.</summary>
    public bool IsNews => Observation is { Status: Status.Occurred or Status.Ongoing, Historical: false };

    /// <summary>The words of a span of the article.</summary>
    public string? Words(TextSpan? span) => span?.Of(Article.Text);

    /// <summary>The events of one article, in text order.</summary>
    /// <param name="coded">The article.</param>
    /// <param name="copy">From 1: its place among the articles of this id so far. Two outlets may print one text under one title.</param>
    public static IEnumerable<ExportedEvent> Of(CodedArticle coded, int copy = 1)
    {
        var points = new CodePoints(coded.Article.Text);
        var article = copy == 1 ? coded.Article.Id.Value : FormattableString.Invariant($"{coded.Article.Id.Value}-{copy}");
        foreach (var o in coded.Observations)
        {
            yield return new ExportedEvent(
                $"{article}-{o.Id.Value}", coded.Article, points, o,
                Actors(coded.Actors, o.Sources, o.Sentence), Actors(coded.Actors, o.Targets, o.Sentence),
                [.. o.Attribution.Select(a => (a, a.Actor is { } id ? coded.Actors[id] : null))], Number(coded, o.Sentence));
        }
    }

    private static ImmutableArray<ExportedActor> Actors(ActorMentions all, ImmutableArray<ActorId> ids, TextSpan sentence) =>
        [.. ids.Distinct().Select(id => new ExportedActor(all[id], Mention(all.Mentions, id, sentence)))];

    private static TextSpan? Mention(ImmutableArray<ActorMention> mentions, ActorId id, TextSpan sentence)
    {
        for (var i = FirstFrom(mentions, sentence.Start); i < mentions.Length && mentions[i].Span.Start < sentence.End; i++)
            if (mentions[i].Actors.Contains(id)) return mentions[i].Span;
        return null;
    }

    private static int FirstFrom(ImmutableArray<ActorMention> mentions, int position)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (mentions[mid].Span.Start < position) low = mid + 1;
            else high = mid;
        }
        return low;
    }

    private static int? Number(CodedArticle coded, TextSpan sentence)
    {
        var sentences = coded.Analysis.Sentences;
        int low = 0, high = sentences.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (sentences[mid].Span.End <= sentence.Start) low = mid + 1;
            else high = mid;
        }
        return low < sentences.Length ? low + 1 : null;
    }
}
