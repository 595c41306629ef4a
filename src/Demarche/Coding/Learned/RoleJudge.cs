using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Ontology;

namespace Demarche.Coding.Learned;

/// <summary>Decides who takes part in an act. What grammar proposes is heard as evidence.</summary>
internal sealed class RoleJudge(EventModel model, EventOntology ontology, Reading reading)
{
    /// <summary>Least probability of the likeliest source, and of further ones beside it.</summary>
    private const float FirstSource = 0.35f, FurtherSource = 0.5f;

    /// <summary>The same of targets.</summary>
    private const float FirstTarget = 0.1f, FurtherTarget = 0.5f;

    /// <summary>Least probability of a target whom only the context names: to name none is no fault.</summary>
    private const float ContextTarget = 0.2f;

    /// <summary>The same of a place, and of hostile acts of those who serve one state against each other.</summary>
    private const float OddTarget = 0.5f;

    // Grammar alone says who bids whom.
    private const float Certain = 0.9f;

    private readonly ArgumentView _view = new(reading, model.Meanings);
    private readonly float[] _outcomes = new float[model.Roles.Columns];

    /// <summary>Sources and targets of an act, each side with what found it, and how sure the first source is.</summary>
    public (Arguments Arguments, float Sureness) Find(PatternMatch match)
    {
        var code = ontology[match.Pattern.Code];
        var proposed = reading.Arguments.Find(match, code.Symmetric);
        if (match.IsBidding && proposed is { Sources.Count: > 0, Targets.Count: > 0 }) return (proposed, Certain);
        var all = _view.Candidates(match.Trigger);
        var (source, target) = (new float[all.Count], new float[all.Count]);
        for (var i = 0; i < all.Count; i++)
        {
            _view.Describe(match.Trigger, all[i], all, proposed, code.Code, code.Plover!);
            model.Roles.Judge(_view.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(_view.Features), _outcomes);
            (source[i], target[i]) = (_outcomes[1], _outcomes[2]);
        }
        var sources = Chosen(all, source, FirstSource, FurtherSource, [], (_, _) => 0f);
        var targets = Chosen(all, target, FirstTarget, FurtherTarget, sources, (c, taken) => LeastOf(c, code.Code, taken));
        if (code.Symmetric && targets.Count == 0 && sources.Count > 1) (sources, targets) = (sources[..1], sources[1..]);
        if (RepliesTo(match.Trigger, code.Plover!, sources) is { } addressee) targets = [addressee];
        var arguments = new Arguments(
            sources, Rule(sources, proposed.Sources, proposed.SourceRule, source),
            targets, Rule(targets, proposed.Targets, proposed.TargetRule, target));
        return (arguments, all.Count == 0 ? 0f : source.Max());
    }

    private List<ActorId> Chosen(List<Candidate> all, float[] chances, float first, float further, List<ActorId> taken, Func<Candidate, List<ActorId>, float> least)
    {
        var chosen = new List<ActorId>();
        var others = new Others(reading.Actors, taken, ownTroopsMarch: false);
        foreach (var i in Enumerable.Range(0, all.Count).OrderByDescending(i => chances[i]).ThenBy(i => i))
        {
            if (chances[i] < (chosen.Count == 0 ? first : further)) break;
            if (chances[i] < least(all[i], taken) || (chosen.Count > 0 && all[i].Origin != CandidateOrigin.Sentence)) continue;
            foreach (var a in others.Of(all[i].Actors))
                if (!chosen.Contains(a)) chosen.Add(a);
        }
        chosen.Sort();
        return chosen;
    }

    /// <summary>What a target of doubtful kind must reach.</summary>
    private float LeastOf(Candidate candidate, string code, List<ActorId> sources)
    {
        if (candidate.Origin != CandidateOrigin.Sentence) return ContextTarget;
        var happensThere = code[..2] is "07" or "14" or "15" or "17" or "18" or "19" or "20" || code is "042" or "043";
        if (!happensThere && reading.Arguments.IsPlace(reading.Analysis.Tokens[candidate.Mention!.Head])) return OddTarget;
        var who = reading.Actors[candidate.Actors[0]];
        var own = string.CompareOrdinal(code, "11") >= 0 && sources.Count > 0 && who.Sector is "MIL" or "SPY" or "GOV"
            && sources.TrueForAll(s => reading.Actors[s].Country == who.Country && reading.Actors[s].Sector is null or "GOV" or "MIL");
        return own ? OddTarget : 0f;
    }

    /// <summary>In a talk retold ("I said, 'No, …'") what is asked, refused, offered or threatened goes to the other side of the talk; null elsewhere.</summary>
    private ActorId? RepliesTo(Token trigger, string type, List<ActorId> sources) =>
        type is "REQUEST" or "REJECT" or "AGREE" or "THREATEN" && reading.Dialogues.Around(trigger) is { Nested: true, Speaker: { } speaker } && sources.Contains(speaker)
        && reading.Dialogues.Addressee(trigger) is { } addressee && !sources.Contains(addressee) ? addressee : null;

    private static string Rule(List<ActorId> chosen, List<ActorId> proposed, string rule, float[] chances)
    {
        if (chosen.Count == 0) return "none";
        var learned = string.Create(CultureInfo.InvariantCulture, $"learned ({chances.Max():0.00})");
        return chosen.Exists(proposed.Contains) ? $"{rule}; {learned}" : learned;
    }
}
