using System.Collections.Immutable;
using Demarche.Actors;

namespace Demarche.Coding.Evaluation;

/// <summary>A gold event and the observation that answers it, with what is right about it beside the type.</summary>
/// <param name="Gold">As annotated.</param>
/// <param name="Found">As coded.</param>
/// <param name="Source">One source is of an annotated country.</param>
/// <param name="Target">One target is; also true where none is annotated.</param>
/// <param name="Sector">A source or target of the right country has an annotated sector; null where none is annotated.</param>
/// <param name="Status">The status is one of those accepted.</param>
/// <param name="Root">The first two digits of the code are.</param>
/// <param name="Date">The days are within those accepted; null where dates are not annotated.</param>
public sealed record EventMatch(AnnotatedEvent Gold, Observation Found, bool Source, bool Target, bool? Sector, bool Status, bool Root, bool? Date)
{
    /// <summary>Both sides are right.</summary>
    public bool Sides => Source && Target;
}

/// <summary>What the coder made of one annotated sentence.</summary>
/// <param name="Case">The case it stands in.</param>
/// <param name="Gold">The sentence.</param>
/// <param name="Matches">Core events that were found, by their PLOVER type.</param>
/// <param name="Missed">Core events that were not.</param>
/// <param name="False">Observations that answer no event of the sentence.</param>
/// <param name="IsFalseAlarm">True if the sentence is a negative one and something is claimed to have happened in it.</param>
/// <param name="Coded">The article it was found in.</param>
public sealed record SentenceVerdict(
    EventCase Case,
    AnnotatedSentence Gold,
    ImmutableArray<EventMatch> Matches,
    ImmutableArray<AnnotatedEvent> Missed,
    ImmutableArray<Observation> False,
    bool IsFalseAlarm,
    CodedArticle Coded);

/// <summary>Compares observations with annotated sentences, by the rules of tests/corpus/events/README.md.</summary>
public static class EventJudge
{
    /// <summary>The verdict on each sentence of a case, in text order.</summary>
    /// <remarks>An observation belongs to the sentence with which its own has most characters in common; at least half of the shorter of the two.</remarks>
    public static ImmutableArray<SentenceVerdict> Judge(EventCase gold, CodedArticle coded)
    {
        var found = coded.Observations.ToLookup(o => Home(gold.Sentences, o));
        return [.. gold.Sentences.Select((s, i) => Judge(gold, s, [.. found[i]], coded))];
    }

    private static int Home(ImmutableArray<AnnotatedSentence> sentences, Observation found)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < sentences.Length; i++)
        {
            var span = sentences[i].Span;
            var common = Math.Min(span.End, found.Sentence.End) - Math.Max(span.Start, found.Sentence.Start);
            if (common > most && common * 2 >= Math.Min(span.Length, found.Sentence.Length)) (best, most) = (i, common);
        }
        return best;
    }

    private static SentenceVerdict Judge(EventCase gold, AnnotatedSentence sentence, ImmutableArray<Observation> found, CodedArticle coded)
    {
        var core = sentence.Events.Where(e => e.Core).ToList();
        var answers = new PairMatching(core.Count, found.Length, (g, f) => Quality(core[g], found[f], coded.Actors)).Match();
        var matches = core.Select((g, i) => answers[i] is { } f ? Compare(g, found[f], coded.Actors) : null).OfType<EventMatch>().ToImmutableArray();
        var spare = found.Where((_, f) => !answers.Contains(f)).ToList();
        var absorbed = spare.Where(o => IsAbsorbed(o, sentence, matches, coded.Actors)).ToList();
        var wrong = spare.Except(absorbed).ToImmutableArray();
        var claimed = wrong.Any(o => IsClaim(o, sentence.Negative))
            || matches.Any(m => !m.Status && IsClaim(m.Found, sentence.Negative))
            || absorbed.Exists(o => !sentence.Events.Any(e => e.Types.Contains(o.Plover) && e.Statuses.Contains(o.Status)) && IsClaim(o, sentence.Negative));
        return new SentenceVerdict(
            gold, sentence, matches, [.. core.Where((_, i) => answers[i] is null)], wrong, sentence.Negative is not null && claimed, coded);
    }

    /// <summary>Of what is denied or only imagined, a coder that says so claims nothing; in a match of football any event is a claim.</summary>
    private static bool IsClaim(Observation found, string? negative) =>
        found.Status is not (Status.Denied or Status.Possible) || negative is not ("denied" or "hypothetical");

    /// <summary>Optional events absorb any number; a compound act may be split, as long as each part names another of its actors.</summary>
    private static bool IsAbsorbed(Observation found, AnnotatedSentence sentence, ImmutableArray<EventMatch> matches, ActorMentions actors) =>
        sentence.Events.Any(e => !e.Core && e.Types.Contains(found.Plover))
        || matches.Any(m => m.Gold.Types.Contains(found.Plover) && Compare(m.Gold, found, actors).Sides && !Everyone(found).IsSubsetOf(Everyone(m.Found)));

    private static HashSet<ActorId> Everyone(Observation o) => [.. o.Sources, .. o.Targets];

    /// <summary>Zero if the types differ; else the more is right, the more.</summary>
    private static int Quality(AnnotatedEvent gold, Observation found, ActorMentions actors)
    {
        if (!gold.Types.Contains(found.Plover)) return 0;
        var match = Compare(gold, found, actors);
        return 1 + (match.Source ? 8 : 0) + (match.Target ? 4 : 0) + (match.Root ? 2 : 0) + (match.Status ? 1 : 0);
    }

    private static EventMatch Compare(AnnotatedEvent gold, Observation found, ActorMentions actors)
    {
        var straight = Sides(gold, found.Sources, found.Targets, actors);
        // In a symmetric act either side may be named first, and both may stand among the sources.
        ImmutableArray<ActorId> everyone = [.. found.Sources, .. found.Targets];
        var (source, target) = straight is (true, true) || !gold.Symmetric ? straight : Sides(gold, everyone, everyone, actors);
        return new EventMatch(
            gold, found, source, target, Sector(gold, found, actors), gold.Statuses.Contains(found.Status),
            gold.Codes.Any(c => string.CompareOrdinal(c, 0, found.Cameo, 0, 2) == 0), Date(gold, found));
    }

    private static (bool Source, bool Target) Sides(AnnotatedEvent gold, ImmutableArray<ActorId> sources, ImmutableArray<ActorId> targets, ActorMentions actors) =>
        (gold.Sources.Any(g => sources.Any(f => actors[f].Country == g.Country)),
            gold.Targets.IsEmpty || gold.Targets.Any(g => targets.Any(f => actors[f].Country == g.Country)));

    private static bool? Sector(AnnotatedEvent gold, Observation found, ActorMentions actors)
    {
        var expected = gold.Sources.Concat(gold.Targets).Where(a => a.Sector is not null).ToList();
        return expected.Count == 0 ? null : expected.All(g =>
            Everyone(found).Select(id => actors[id]).Where(a => a.Country == g.Country).ToList() is var same && (same.Count == 0 || same.Exists(a => a.Sector == g.Sector)));
    }

    private static bool? Date(AnnotatedEvent gold, Observation found) => gold.Dates.IsEmpty ? null : gold.Dates.Any(days =>
        (days, found.Date) switch
        {
            (null, null) => true,
            ({ } expected, { } date) => date.Start >= expected.Start && date.End <= expected.End,
            _ => false,
        });
}
