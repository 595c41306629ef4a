using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>The patterns, found by the lemma of their trigger: cost grows with what matches, not with how many there are.</summary>
internal sealed class PatternSet
{
    private readonly FrozenDictionary<(TriggerKind Kind, string Lemma), ImmutableArray<EventPattern>> _byTrigger;

    /// <param name="patterns">In order of file and line.</param>
    public PatternSet(ImmutableArray<EventPattern> patterns)
    {
        All = patterns;
        _byTrigger = patterns
            .SelectMany((p, order) => p.Triggers.Select(t => (Key: (p.Kind, Lemma(t)), Pattern: p, Weight: p.SpecificityAt(t), Order: order)))
            .GroupBy(x => x.Key)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(x => x.Weight).ThenBy(x => x.Order).Select(x => x.Pattern).Distinct().ToImmutableArray());
    }

    /// <summary>In order of file and line.</summary>
    public ImmutableArray<EventPattern> All { get; }

    /// <summary>Reads and checks data/patterns.</summary>
    public static PatternSet Load(DataFiles data, EventOntology ontology) => new(PatternReader.Read(data, ontology));

    /// <summary>The patterns of a trigger, the most specific first, then in order of writing.</summary>
    public ImmutableArray<EventPattern> For(TriggerKind kind, string lemma) =>
        _byTrigger.TryGetValue((kind, lemma), out var found) ? found : [];

    /// <summary>All triggers with their patterns in the order in which they are tried.</summary>
    public IEnumerable<KeyValuePair<(TriggerKind Kind, string Lemma), ImmutableArray<EventPattern>>> ByTrigger => _byTrigger;

    /// <summary>The lemma that calls a trigger: "call" of "call+off".</summary>
    public static string Lemma(string trigger) => trigger.IndexOf('+', StringComparison.Ordinal) is var plus and > 0 ? trigger[..plus] : trigger;
}
