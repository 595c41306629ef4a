namespace Demarche.Language.Training;

/// <summary>Counts in running text how each word is written: small or with a capital, with or without a full stop.</summary>
internal sealed class LexiconTrainer
{
    private const int MinCount = 6;
    private const int LongestWord = 24;

    private sealed class Tally
    {
        public int All;
        public int Small;
        public int Capital;
        public int Upper;
        public int Stop;
        public int StopInside;
    }

    private readonly Dictionary<uint, Tally> _tallies = [];

    /// <summary>Counts lines of text, each a paragraph.</summary>
    public static Lexicon Train(IEnumerable<string> lines)
    {
        var trainer = new LexiconTrainer();
        foreach (var line in lines) trainer.Count(line);
        var kept = trainer._tallies.Where(t => t.Value.All >= MinCount).OrderBy(t => t.Key).ToList();
        return new Lexicon([.. kept.Select(t => t.Key)], [.. kept.Select(t => Lexicon.Pack(Use(t.Value)))]);
    }

    private void Count(string line)
    {
        var shouted = !line.Any(char.IsLower);
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetter(line[i]))
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < line.Length && IsInside(line, end)) end++;
            if (end - i <= LongestWord) Count(line, i, end, shouted);
            i = end;
        }
    }

    /// <summary>Letters, and the marks between two letters that do not end a word ("U.S", "al-Asad", "Qur'an").</summary>
    private static bool IsInside(string line, int i) =>
        char.IsLetterOrDigit(line[i]) || Characters.IsWordLike(line[i])
        || (i + 1 < line.Length && char.IsLetter(line[i + 1]) && (line[i] == '.' ? char.IsUpper(line[i + 1]) || line[i - 1] is 'a' or 'p' : line[i] == '-'));

    private void Count(string line, int start, int end, bool shouted)
    {
        var hash = FeatureList.HashFolded(line.AsSpan(start, end - start));
        if (!_tallies.TryGetValue(hash, out var tally)) _tallies.Add(hash, tally = new Tally());
        tally.All++;
        if (char.IsLower(line[start])) tally.Small++;
        else if (!shouted && InSentence(line, start))
        {
            tally.Capital++;
            if (!line.AsSpan(start, end - start).ContainsAnyInRange('a', 'z')) tally.Upper++;
        }
        if (end >= line.Length || line[end] != '.' || (end + 1 < line.Length && line[end + 1] == '.')) return;
        tally.Stop++;
        var next = end + 1;
        while (next < line.Length && line[next] == ' ') next++;
        if (next < line.Length && (line[next] == ',' || (next > end + 1 && (char.IsLower(line[next]) || char.IsDigit(line[next]))))) tally.StopInside++;
    }

    /// <summary>After a small word or a comma: no sentence begins here.</summary>
    private static bool InSentence(string line, int start)
    {
        if (start < 2 || line[start - 1] != ' ') return false;
        return char.IsLower(line[start - 2]) || line[start - 2] == ',';
    }

    private static WordUse Use(Tally t)
    {
        var cased = t.Small + t.Capital;
        return new WordUse(
            Math.Min(15, (int)Math.Log2(t.All)),
            cased < 4 ? 0 : Step((double)t.Small / cased, 0.03, 0.4, 0.9),
            Step((double)t.Stop / t.All, 0.005, 0.15, 0.7),
            t.Stop < 4 ? 0 : Step((double)t.StopInside / t.Stop, 0.02, 0.1, 0.35),
            t.Capital < 4 ? 0 : Step((double)t.Upper / t.Capital, 0.1, 0.6, 2));
    }

    private static int Step(double share, double low, double middle, double high) => share < low ? 1 : share < middle ? 2 : share < high ? 3 : 4;
}
