using System.Globalization;
using System.Text;

namespace Demarche.Language.Evaluation;

/// <summary>How many of the units of a gold standard a system got right.</summary>
/// <param name="Name">What is counted: "Tokens", "LAS" …</param>
/// <param name="Correct">Units in both.</param>
/// <param name="Gold">Units of the gold standard.</param>
/// <param name="System">Units of the system.</param>
/// <param name="Aligned">Pairs of words that were compared, or null where units are matched and not compared.</param>
public sealed record UdScore(string Name, int Correct, int Gold, int System, int? Aligned)
{
    /// <summary>Share of the system's units that are right, 0 to 1.</summary>
    public double Precision => System == 0 ? 0 : (double)Correct / System;

    /// <summary>Share of the gold units that were found, 0 to 1.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of the two, 0 to 1.</summary>
    public double F1 => Gold + System == 0 ? 0 : 2.0 * Correct / (Gold + System);

    /// <summary>Share of the compared pairs that are right, 0 to 1; null where nothing is compared.</summary>
    public double? AlignedAccuracy => Aligned is not { } pairs ? null : pairs == 0 ? 0 : (double)Correct / pairs;
}

/// <summary>Compares two annotations of one text as the CoNLL 2018 shared task did: from raw text, words matched by their characters.</summary>
public static class UdScores
{
    /// <summary>Tokens, Sentences, Words, UPOS, XPOS, UFeats, Lemmas, UAS, LAS, in this order.</summary>
    /// <exception cref="ArgumentException">The two hold different characters, white space aside.</exception>
    public static IReadOnlyList<UdScore> Compare(Treebank gold, Treebank system)
    {
        CheckSameText(gold.Characters, system.Characters);
        var found = WordAlignment.Align(gold.Words, system.Words);
        var pairs = found.Count(f => f >= 0);
        UdScore Compared(string name, Func<TreebankWord, TreebankWord, bool> right) =>
            new(name, Count(gold, system, found, right), gold.Words.Count, system.Words.Count, pairs);
        bool SameHead(TreebankWord g, TreebankWord s) => s.Head == (g.Head < 0 ? -1 : found[g.Head] is var head and >= 0 ? head : int.MinValue);
        return
        [
            new("Tokens", gold.Tokens.Intersect(system.Tokens).Count(), gold.Tokens.Count, system.Tokens.Count, null),
            new("Sentences", gold.Sentences.Intersect(system.Sentences).Count(), gold.Sentences.Count, system.Sentences.Count, null),
            new("Words", pairs, gold.Words.Count, system.Words.Count, null),
            Compared("UPOS", (g, s) => g.Upos == s.Upos),
            Compared("XPOS", (g, s) => g.Xpos == s.Xpos),
            Compared("UFeats", (g, s) => g.Feats == s.Feats),
            Compared("Lemmas", (g, s) => g.Lemma == s.Lemma || g.Lemma == "_"),
            Compared("UAS", SameHead),
            Compared("LAS", (g, s) => SameHead(g, s) && g.Relation == s.Relation),
        ];
    }

    /// <summary>The scores as a table in percent, a line each.</summary>
    public static string Table(IReadOnlyList<UdScore> scores)
    {
        var table = new StringBuilder($"{"metric",-10}{"P",9}{"R",9}{"F1",9}{"aligned",9}\n");
        foreach (var s in scores)
        {
            var aligned = s.AlignedAccuracy is { } share ? Percent(share) : "";
            table.Append(CultureInfo.InvariantCulture, $"{s.Name,-10}{Percent(s.Precision),9}{Percent(s.Recall),9}{Percent(s.F1),9}{aligned,9}\n");
        }
        return table.ToString();
    }

    /// <summary>Percent with two decimals, an exact half to the even side, as other scorers print it.</summary>
    internal static string Percent(double share)
    {
        var percent = 100 * share;
        var eighths = percent * 8;
        // Of the exact halves of a hundredth, .125 and .625 have the even neighbour below.
        if (eighths == Math.Floor(eighths) && eighths % 4 == 1) percent -= 0.001;
        return percent.ToString("F2", CultureInfo.InvariantCulture);
    }

    private static int Count(Treebank gold, Treebank system, int[] found, Func<TreebankWord, TreebankWord, bool> right)
    {
        var correct = 0;
        for (var g = 0; g < found.Length; g++)
            if (found[g] >= 0 && right(gold.Words[g], system.Words[found[g]])) correct++;
        return correct;
    }

    private static void CheckSameText(string gold, string system)
    {
        if (gold == system) return;
        var at = gold.AsSpan().CommonPrefixLength(system);
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"the texts differ, white space aside, from character {at}: gold \"{Excerpt(gold, at)}\", system \"{Excerpt(system, at)}\""));
    }

    private static string Excerpt(string text, int at) => text[at..Math.Min(text.Length, at + 20)];
}
