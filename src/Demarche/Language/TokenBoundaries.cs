namespace Demarche.Language;

/// <summary>What lies between two characters of a run without white space.</summary>
internal enum Boundary
{
    /// <summary>Both belong to one word.</summary>
    None = 0,

    /// <summary>A new token begins ("words" | ".").</summary>
    Token = 1,

    /// <summary>A new word of the same token begins ("do" | "n't").</summary>
    Word = 2,
}

/// <summary>Finds the places inside a run of characters where a token might begin, and describes each for the classifier.</summary>
internal static class TokenBoundaries
{
    /// <summary>Most features one place can have.</summary>
    public const int MaxFeatures = 48;

    /// <summary>True if the place before <paramref name="i"/> needs a decision; elsewhere no token begins.</summary>
    public static bool IsCandidate(in Run run, int i)
    {
        var text = run.Text;
        if (i > run.Address.Start && i < run.Address.End) return false;
        char a = text[i - 1], b = text[i];
        if (Characters.IsWordLike(a) && Characters.IsWordLike(b))
            return i == run.DoubtfulCut || (b is 'n' or 'N' && i + 2 < text.Length && Characters.Fold(text[i + 1]) == '\'' && text[i + 2] is 't' or 'T');
        return !(char.IsDigit(a) && char.IsDigit(b));
    }

    /// <summary>Features of the place before <paramref name="i"/>.</summary>
    public static void Describe(in Run run, int i, int lastCut, Lexicon lexicon, ref FeatureList list)
    {
        var text = run.Text;
        var (start, end) = (run.Start, run.End);
        list.Clear();
        char a2 = At(text, start, end, i - 2), a = At(text, start, end, i - 1), b = At(text, start, end, i), b2 = At(text, start, end, i + 1);
        uint sa2 = Characters.Shape(a2), sa = Characters.Shape(a), sb = Characters.Shape(b), sb2 = Characters.Shape(b2);
        list.Add(1, Low(a), Low(b));
        list.Add(2, Low(a2), Low(a), Low(b));
        list.Add(3, Low(a), Low(b), Low(b2));
        list.Add(4, FeatureList.Hash(Low(a2), Low(a)), Low(b), Low(b2));
        list.Add(5, FeatureList.Hash(sa2, sa), sb, sb2);
        var wide = 0u;
        for (var k = -4; k < 4; k++) wide = FeatureList.Hash(wide, Characters.Shape(At(text, start, end, i + k)));
        list.Add(6, wide);
        var left = RunStart(text, start, i);
        var right = RunEnd(text, end, i);
        var leftRun = FeatureList.HashFolded(text[left..i]);
        var rightRun = FeatureList.HashFolded(text[i..right]);
        list.Add(7, leftRun, Low(b));
        list.Add(8, rightRun, Low(a));
        list.Add(9, leftRun, rightRun);
        var prefix = i - start <= Run.Reach ? FeatureList.HashFolded(text[start..i]) : 0;
        var suffix = end - i <= Run.Reach ? FeatureList.HashFolded(text[i..end]) : 0;
        list.Add(10, prefix, Low(b));
        list.Add(11, suffix, Low(a));
        list.Add(12, prefix, suffix);
        var place = (i - start == 1 ? 1u : 0) | (end - i == 1 ? 2u : 0) | (lastCut == i - 1 ? 4u : 0) | (lastCut > start ? 8u : 0);
        list.Add(13, place, Low(a), Low(b));
        list.Add(14, place, sa, sb);
        var sinceCut = i - lastCut <= Run.Reach ? FeatureList.HashFolded(text[lastCut..i]) : 0;
        list.Add(15, sinceCut, Low(b), place & 2);
        list.Add(16, prefix, place & 2, run.After);
        list.Add(17, Low(a), Low(b), FeatureList.Hash(place, run.After));
        list.Add(18, Low(b), Low(b2), FeatureList.Hash(sa, sa2));
        list.Add(19, (uint)Kind(text[start..Math.Min(end, start + 64)]), sa, sb);
        list.Add(20, suffix, sa);
        list.Add(21, (uint)Math.Min(right - i, 5), Low(a), (uint)Math.Min(i - left, 5));
        list.Add(22, Low(a), Low(b), FeatureList.Hash((uint)Math.Min(right - i, 4), place));
        list.Add(23, run.Shape, (uint)(i - start));
        if (b == '.') DescribeStop(run, i, lastCut, sinceCut, sa, place, lexicon, ref list);
        if (i == run.DoubtfulCut) DescribeDoubtful(run, ref list);
    }

    /// <summary>A full stop belongs to an abbreviation or ends the sentence: what follows, and how the word is written elsewhere.</summary>
    private static void DescribeStop(in Run run, int i, int lastCut, uint sinceCut, uint shape, uint place, Lexicon lexicon, ref FeatureList list)
    {
        var use = lexicon.Find(sinceCut);
        var steps = FeatureList.Hash((uint)use.Stop, (uint)use.Inside);
        var known = Abbreviations.Contains(run.Text[lastCut..(i + 1)]) ? 1u : 0;
        var length = (uint)Math.Min(i - lastCut, 4);
        list.Add(24, steps, run.After, place);
        list.Add(25, steps, run.After, FeatureList.Hash(run.NextIsSmall, shape));
        list.Add(26, known, run.After, FeatureList.Hash(run.NextIsSmall, place));
        list.Add(27, sinceCut, run.NextWord);
        list.Add(28, length, shape, FeatureList.Hash(run.NextIsSmall, run.After));
        list.Add(29, known, steps, (uint)use.Frequency);
        list.Add(30, run.PreviousWord, length, shape);
    }

    private static void DescribeDoubtful(in Run run, ref FeatureList list)
    {
        list.Add(31, run.Word);
        list.Add(32, run.Word, run.NextWord);
        list.Add(33, run.Word, run.NextEnding);
        list.Add(34, run.Word, run.PreviousWord);
        list.Add(35, run.PreviousWord, run.NextWord);
        list.Add(36, run.Word, run.After, run.NextIsSmall);
        list.Add(37, run.NextWord);
        list.Add(38, run.PreviousWord);
        list.Add(39, run.Word, run.PreviousEnding);
        list.Add(40, run.PreviousEnding, run.NextEnding);
    }

    private static int Kind(ReadOnlySpan<char> run) =>
        run.IndexOf("://") >= 0 || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 1 : run.Contains('@') ? 2 : run.Contains('/') ? 3 : 0;

    private static int RunStart(ReadOnlySpan<char> text, int start, int i)
    {
        var j = i - 1;
        var letters = char.IsLetterOrDigit(text[j]);
        while (j > start && i - j < Run.Reach && char.IsLetterOrDigit(text[j - 1]) == letters) j--;
        return j;
    }

    private static int RunEnd(ReadOnlySpan<char> text, int end, int i)
    {
        var j = i + 1;
        var letters = char.IsLetterOrDigit(text[i]);
        while (j < end && j - i < Run.Reach && char.IsLetterOrDigit(text[j]) == letters) j++;
        return j;
    }

    private static char At(ReadOnlySpan<char> text, int start, int end, int i) => i < start ? '\u0002' : i >= end ? '\u0003' : text[i];

    private static uint Low(char c) => char.ToLowerInvariant(Characters.Fold(c));
}
