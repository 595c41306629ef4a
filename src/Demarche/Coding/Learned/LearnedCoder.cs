using Demarche.Actors;
using Demarche.Language;
using Demarche.Ontology;

namespace Demarche.Coding.Learned;

/// <summary>What the model makes of one word.</summary>
/// <param name="Event">Probability that it is the trigger of an event.</param>
/// <param name="Type">The likeliest PLOVER type.</param>
/// <param name="Code">The likeliest CAMEO code of that type.</param>
/// <param name="OfType">Probability of the type.</param>
/// <param name="OfPattern">Probability of the type of the pattern that holds there; 0 without one.</param>
internal readonly record struct Verdict(float Event, string Type, string Code, float OfType, float OfPattern);

/// <summary>Judges the words of one article by the model: is it a trigger, of what, and who takes part.</summary>
internal sealed class LearnedCoder(EventModel model, EventOntology ontology, Reading reading)
{
    private readonly TriggerView _triggers = new(reading, model.Meanings);
    private readonly ArgumentView _arguments = new(reading, model.Meanings);
    private readonly string[] _types = [.. model.Codes.Select(c => ontology[c].Plover!)];
    private readonly float[] _outcomes = new float[model.Triggers.Columns];
    private readonly float[] _roles = new float[model.Roles.Columns];

    public static float SourceFloor = Env("SF", 0.15f), MoreSources = Env("MS", 0.5f), TargetFloor = Env("TF", 0.1f), MoreTargets = Env("MT", 0.5f);

    public static float Env(string n, float d) => Environment.GetEnvironmentVariable(n) is { } v ? float.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : d;

    /// <summary>Judges one word.</summary>
    public Verdict Judge(Token token, PatternMatch? match)
    {
        _triggers.Describe(token, match);
        model.Triggers.Judge(_triggers.Vectors, model.Meanings.Width, [.. _triggers.Features], _outcomes);
        var (best, most) = (0, -1f);
        var pattern = match is null ? null : ontology[match.Pattern.Code].Plover;
        var ofPattern = 0f;
        for (var k = 0; k < _types.Length; k++)
        {
            if (_types[k] == pattern) ofPattern += _outcomes[k + 1];
            var sum = 0f;
            for (var j = 0; j < _types.Length; j++)
                if (_types[j] == _types[k]) sum += _outcomes[j + 1];
            if (sum > most) (best, most) = (k, sum);
        }
        var code = best;
        for (var k = 0; k < _types.Length; k++)
            if (_types[k] == _types[best] && _outcomes[k + 1] > _outcomes[code + 1]) code = k;
        return new Verdict(1f - _outcomes[0], _types[best], model.Codes[code], most, ofPattern);
    }

    /// <summary>Who takes part in an act; what grammar proposes is heard as evidence.</summary>
    public (Arguments Arguments, float Sureness) Arguments(PatternMatch match, Arguments proposed)
    {
        var code = ontology[match.Pattern.Code];
        var all = _arguments.Candidates(match.Trigger);
        var source = new float[all.Count];
        var target = new float[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            _arguments.Describe(match.Trigger, all[i], all, proposed, code.Code, code.Plover!);
            model.Roles.Judge(_arguments.Vectors, model.Meanings.Width, [.. _arguments.Features], _roles);
            (source[i], target[i]) = (_roles[1], _roles[2]);
        }
        var sources = Chosen(all, source, SourceFloor, MoreSources, []);
        var targets = Chosen(all, target, TargetFloor, MoreTargets, sources);
        var sureness = source.Length == 0 ? 0f : source.Max();
        return (new Arguments(sources, Rule(sources, proposed.Sources, proposed.SourceRule), targets, Rule(targets, proposed.Targets, proposed.TargetRule)), sureness);
    }

    private List<ActorId> Chosen(List<Candidate> all, float[] chances, float floor, float more, List<ActorId> taken)
    {
        var chosen = new List<ActorId>();
        var others = new Others(reading.Actors, taken);
        var order = Enumerable.Range(0, all.Count).OrderByDescending(i => chances[i]).ThenBy(i => i).ToList();
        foreach (var i in order)
        {
            if (chances[i] < floor || (chances[i] < more && chosen.Count > 0)) break;
            foreach (var a in others.Of(all[i].Actors))
                if (!chosen.Contains(a)) chosen.Add(a);
        }
        chosen.Sort();
        return chosen;
    }

    private static string Rule(List<ActorId> chosen, List<ActorId> proposed, string rule) =>
        chosen.Count == 0 ? "none" : chosen.Exists(proposed.Contains) ? rule : "learned";
}
