namespace Demarche.Language.Evaluation;

/// <summary>Which word of one annotation is which of another: the same characters, or within multiword tokens the same forms in order.</summary>
/// <remarks>The method of the CoNLL 2018 shared task on parsing from raw text.</remarks>
internal static class WordAlignment
{
    /// <summary>For each word of <paramref name="gold"/> the index of its word of <paramref name="system"/>, or -1.</summary>
    public static int[] Align(IReadOnlyList<TreebankWord> gold, IReadOnlyList<TreebankWord> system)
    {
        var found = new int[gold.Count];
        Array.Fill(found, -1);
        int g = 0, s = 0;
        while (g < gold.Count && s < system.Count)
        {
            var (a, b) = (gold[g], system[s]);
            if (!a.Shared && !b.Shared)
            {
                if (a.Span == b.Span) found[g++] = s++;
                else if (a.Span.Start <= b.Span.Start) g++;
                else s++;
            }
            else if (!a.Shared && a.Span.Start < b.Span.Start) g++;
            else if (!b.Shared && b.Span.Start < a.Span.Start) s++;
            else AlignRegion(gold, system, ref g, ref s, found);
        }
        return found;
    }

    /// <summary>A region that holds a multiword token and all words of both sides that overlap it.</summary>
    private static void AlignRegion(IReadOnlyList<TreebankWord> gold, IReadOnlyList<TreebankWord> system, ref int g, ref int s, int[] found)
    {
        var (firstGold, firstSystem) = (g, s);
        var end = Math.Max(gold[g].Shared ? gold[g].Span.End : 0, system[s].Shared ? system[s].Span.End : 0);
        int reached;
        do
        {
            reached = end;
            end = Math.Max(Take(gold, ref g, end), Take(system, ref s, end));
        }
        while (end > reached);
        MatchForms(gold, system, (firstGold, g), (firstSystem, s), found);
    }

    private static int Take(IReadOnlyList<TreebankWord> words, ref int at, int end)
    {
        for (; at < words.Count && words[at].Span.Start < end; at++)
            if (words[at].Shared) end = Math.Max(end, words[at].Span.End);
        return end;
    }

    /// <summary>A longest common subsequence of the lower-case forms.</summary>
    private static void MatchForms(IReadOnlyList<TreebankWord> gold, IReadOnlyList<TreebankWord> system, (int First, int End) g, (int First, int End) s, int[] found)
    {
        var a = Forms(gold, g);
        var b = Forms(system, s);
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) found[g.First + i++] = s.First + j++;
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
    }

    private static string[] Forms(IReadOnlyList<TreebankWord> words, (int First, int End) range)
    {
        var forms = new string[range.End - range.First];
        for (var i = 0; i < forms.Length; i++) forms[i] = words[range.First + i].Form.ToLowerInvariant();
        return forms;
    }
}
