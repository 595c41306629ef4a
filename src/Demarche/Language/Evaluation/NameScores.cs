using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Language.Evaluation;

/// <summary>Names found, counted against names marked by hand.</summary>
/// <param name="Mode">strict: same characters and kind; relaxed: some of the characters, same kind; untyped: some of the characters.</param>
/// <param name="Type">PER, ORG, LOC or all.</param>
/// <param name="Correct">Found and right.</param>
/// <param name="Gold">Marked by hand.</param>
/// <param name="System">Found.</param>
public sealed record NameScore(string Mode, string Type, int Correct, int Gold, int System)
{
    /// <summary>Share of the found that are right.</summary>
    public double Precision => System == 0 ? 0 : (double)Correct / System;

    /// <summary>Share of the marked that were found.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Gold + System == 0 ? 0 : 2.0 * Correct / (Gold + System);
}

/// <summary>A name as characters of a sentence.</summary>
public readonly record struct MarkedName(EntityKind Kind, TextSpan Span);

/// <summary>Counts as the project's scorer of names does: one to one, the same characters first, then by the largest overlap.</summary>
public static class NameScores
{
    private static readonly string[] Modes = ["strict", "relaxed", "untyped"];

    /// <summary>Compares sentence by sentence; kinds that are never marked by hand are left out.</summary>
    public static IReadOnlyList<NameScore> Compare(IReadOnlyList<(IReadOnlyList<MarkedName> Gold, IReadOnlyList<MarkedName> System)> sentences)
    {
        var kinds = Enum.GetValues<EntityKind>().Where(k => sentences.Any(s => s.Gold.Any(g => g.Kind == k))).OrderBy(TypeOf, StringComparer.Ordinal).ToList();
        var scores = new List<NameScore>();
        for (var mode = 0; mode < Modes.Length; mode++)
        {
            var counts = new Dictionary<string, (int Correct, int Gold, int System)>(StringComparer.Ordinal);
            foreach (var (gold, found) in sentences) Count(gold, [.. found.Where(f => kinds.Contains(f.Kind))], mode, counts);
            var types = mode == 2 ? ["all"] : kinds.Select(TypeOf).Append("all");
            foreach (var type in types) scores.Add(new NameScore(Modes[mode], type, counts.GetValueOrDefault(type).Correct, counts.GetValueOrDefault(type).Gold, counts.GetValueOrDefault(type).System));
        }
        return scores;
    }

    /// <summary>A table in percent.</summary>
    public static string Table(IReadOnlyList<NameScore> scores)
    {
        var table = new StringBuilder("mode     type         P       R      F1  correct   gold  system\n");
        foreach (var s in scores)
            table.Append(CultureInfo.InvariantCulture, $"{s.Mode,-9}{s.Type,-6}{UdScores.Percent(s.Precision),8}{UdScores.Percent(s.Recall),8}{UdScores.Percent(s.F1),8}{s.Correct,9}{s.Gold,7}{s.System,8}\n");
        return table.ToString();
    }

    /// <summary>PER, ORG or LOC.</summary>
    public static string TypeOf(EntityKind kind) => EntityLabels.Names[(int)kind];

    private static void Count(IReadOnlyList<MarkedName> gold, List<MarkedName> system, int mode, Dictionary<string, (int Correct, int Gold, int System)> counts)
    {
        foreach (var g in gold) Add(g.Kind, 0, 1, 0);
        foreach (var s in system) Add(s.Kind, 0, 0, 1);
        foreach (var g in Matched(gold, system, mode)) Add(gold[g].Kind, 1, 0, 0);

        void Add(EntityKind kind, int correct, int marked, int found)
        {
            foreach (var type in new[] { TypeOf(kind), "all" })
            {
                var c = counts.GetValueOrDefault(type);
                counts[type] = (c.Correct + correct, c.Gold + marked, c.System + found);
            }
        }
    }

    private static IEnumerable<int> Matched(IReadOnlyList<MarkedName> gold, List<MarkedName> system, int mode)
    {
        var pairs = new List<(bool Differs, int Overlap, int Gold, int System)>();
        for (var i = 0; i < gold.Count; i++)
            for (var j = 0; j < system.Count; j++)
            {
                var same = gold[i].Span == system[j].Span;
                var overlap = Math.Min(gold[i].Span.End, system[j].Span.End) - Math.Max(gold[i].Span.Start, system[j].Span.Start);
                if ((mode == 0 ? same : overlap > 0) && (mode == 2 || gold[i].Kind == system[j].Kind)) pairs.Add((!same, -overlap, i, j));
            }
        pairs.Sort();
        var (usedGold, usedSystem) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, _, i, j) in pairs)
        {
            if (usedGold.Contains(i) || usedSystem.Contains(j)) continue;
            usedGold.Add(i);
            usedSystem.Add(j);
            yield return i;
        }
    }
}
