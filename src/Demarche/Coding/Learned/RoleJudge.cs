using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Actors;
using Demarche.Ontology;

namespace Demarche.Coding.Learned;

/// <summary>Decides who takes part in an act. What grammar proposes is heard as evidence.</summary>
internal sealed class RoleJudge(EventModel model, EventOntology ontology, Reading reading)
{
    /// <summary>Least probability of the likeliest source, and of further ones beside it.</summary>
    private const float FirstSource = 0.35f, FurtherSource = 0.5f;

    /// <summary>The same of targets.</summary>
    private const float FirstTarget = 0.1f, FurtherTarget = 0.5f;

    private readonly ArgumentView _view = new(reading, model.Meanings);
    private readonly float[] _outcomes = new float[model.Roles.Columns];

    /// <summary>Sources and targets of an act, each side with what found it, and how sure the first source is.</summary>
    public (Arguments Arguments, float Sureness) Find(PatternMatch match)
    {
        var code = ontology[match.Pattern.Code];
        var proposed = reading.Arguments.Find(match, code.Symmetric);
        var all = _view.Candidates(match.Trigger);
        var (source, target) = (new float[all.Count], new float[all.Count]);
        for (var i = 0; i < all.Count; i++)
        {
            _view.Describe(match.Trigger, all[i], all, proposed, code.Code, code.Plover!);
            model.Roles.Judge(_view.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(_view.Features), _outcomes);
            (source[i], target[i]) = (_outcomes[1], _outcomes[2]);
        }
        var sources = Chosen(all, source, FirstSource, FurtherSource, []);
        var targets = Chosen(all, target, FirstTarget, FurtherTarget, sources);
        if (code.Symmetric && targets.Count == 0 && sources.Count > 1) (sources, targets) = (sources[..1], sources[1..]);
        var arguments = new Arguments(
            sources, Rule(sources, proposed.Sources, proposed.SourceRule, source),
            targets, Rule(targets, proposed.Targets, proposed.TargetRule, target));
        return (arguments, all.Count == 0 ? 0f : source.Max());
    }

    private List<ActorId> Chosen(List<Candidate> all, float[] chances, float first, float further, List<ActorId> taken)
    {
        var chosen = new List<ActorId>();
        var others = new Others(reading.Actors, taken, ownTroopsMarch: false);
        foreach (var i in Enumerable.Range(0, all.Count).OrderByDescending(i => chances[i]).ThenBy(i => i))
        {
            if (chances[i] < (chosen.Count == 0 ? first : further)) break;
            foreach (var a in others.Of(all[i].Actors))
                if (!chosen.Contains(a)) chosen.Add(a);
        }
        chosen.Sort();
        return chosen;
    }

    private static string Rule(List<ActorId> chosen, List<ActorId> proposed, string rule, float[] chances)
    {
        if (chosen.Count == 0) return "none";
        var learned = string.Create(CultureInfo.InvariantCulture, $"learned ({chances.Max():0.00})");
        return chosen.Exists(proposed.Contains) ? $"{rule}; {learned}" : learned;
    }
}
