using Demarche.Actors;
using Demarche.Language;
using Demarche.Ontology;

namespace Demarche.Coding.Learned;

/// <summary>"welcomed the offer", "condemned the attack": a noun that points back at an act told before means those who did it.</summary>
internal sealed class EarlierActs(EventOntology ontology, Reading reading)
{
    // Letters that a noun and the verb of its act share at least: "killing", "killed".
    private const int Stem = 4;

    private readonly List<Act> _told = [];

    /// <summary>Takes note of an act; acts come in text order.</summary>
    public void Add(Act act) => _told.Add(act);

    /// <summary>Whose act the object of a verb of praise, blame, acceptance or refusal points back at; empty if that cannot be told.</summary>
    /// <param name="match">The praise or blame.</param>
    /// <param name="matches">The patterns that hold in the sentence.</param>
    /// <param name="sources">Who praises or blames: never of the same country as those he means.</param>
    public List<ActorId> AuthorsOf(PatternMatch match, List<PatternMatch> matches, List<ActorId> sources)
    {
        if (match.Trigger.Upos != "VERB" || ontology[match.Pattern.Code].Plover is not ("SUPPORT" or "ACCUSE" or "REJECT")) return [];
        foreach (var thing in reading.Grammar.Objects(match.Trigger).Where(o => o.Rule == "object").Select(o => o.Noun))
        {
            if (thing.Upos != "NOUN" || !PointsBack(thing) || reading.Roles.Names(thing) || matches.Find(m => m.Trigger.Index == thing.Index) is not { } noun) continue;
            var lemma = PatternMatcher.Lemma(thing);
            var told = _told.FindLast(a => SharesStem(lemma, PatternMatcher.Lemma(a.Match.Trigger)))
                ?? (string.CompareOrdinal(noun.Pattern.Code, "15") < 0 ? null : _told.FindLast(a => a.Match.Pattern.Code[..2] == noun.Pattern.Code[..2]));
            if (told is not null) return new Others(reading.Actors, sources, ownTroopsMarch: false).OfOtherCountries(told.Arguments.Sources);
        }
        return [];
    }

    private bool PointsBack(Token noun) => reading.Analysis.Children(noun.Index, "det").Any(d => PatternMatcher.Lemma(d) is "the" or "this" or "that" or "these");

    private static bool SharesStem(string a, string b) => a == b || (a.Length >= Stem && b.Length >= Stem && a.AsSpan(0, Stem).SequenceEqual(b.AsSpan(0, Stem)));
}
