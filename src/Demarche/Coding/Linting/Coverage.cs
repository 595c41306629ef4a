using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Linting;

/// <summary>How much the patterns can say.</summary>
/// <param name="Patterns">Lines.</param>
/// <param name="Entries">Trigger lemmas, counted once for each pattern that they call.</param>
/// <param name="Phrases">Trigger lemmas times the words that each needed condition may take.</param>
/// <param name="Covered">Codes that a pattern or a composition gives, sorted.</param>
/// <param name="Missing">Codes from 020 to 204 and under them that none gives, sorted.</param>
public sealed record Coverage(int Patterns, int Entries, long Phrases, ImmutableArray<string> Covered, ImmutableArray<string> Missing)
{
    internal static Coverage Of(ImmutableArray<EventPattern> patterns, Composition composition, EventOntology ontology)
    {
        var given = patterns.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        given.UnionWith(composition.CodesOver([.. given]));
        var wanted = ontology.Codes.Where(c => c.Plover is not null && c.Code.Length > 2).Select(c => c.Code).ToLookup(given.Contains);
        return new Coverage(patterns.Length, patterns.Sum(p => p.Triggers.Distinct().Count()), patterns.Sum(Ways), [.. wanted[true]], [.. wanted[false]]);
    }

    /// <summary>The words of PLOVER that no covered code has, each with its place.</summary>
    internal IEnumerable<Finding> Unreached(DataFiles data, EventOntology ontology)
    {
        var codes = Covered.Select(c => ontology[c]).ToList();
        var reached = codes.Select(c => ("type", c.Plover))
            .Concat(codes.Select(c => ("mode", c.Mode)))
            .Concat(codes.SelectMany(c => c.Contexts.Select(x => ("context", (string?)x)))).ToFrozenSet();
        foreach (var (line, text) in data.Lines("ontology/plover.txt"))
            if (text.Split('|', StringSplitOptions.TrimEntries) is [var kind, var word, ..] && !reached.Contains((kind, word)))
                yield return new Finding("ontology/plover.txt", line, "uncovered", $"no pattern gives a code of the {kind} {word}", "write one");
    }

    private static long Ways(EventPattern pattern) => pattern.Elements.Where(e => e is { Optional: false, Forbidden: false })
        .Aggregate((long)pattern.Triggers.Length, (ways, e) => ways * Math.Max(1, e.Words.Lemmas.Count + e.Words.Compounds.Length + e.Words.Particles.Length));
}
