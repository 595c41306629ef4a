namespace Demarche.Language.Training;

/// <summary>Collects the endings of <see cref="Lemmatizer"/> from a treebank; an ending is kept only if its rule is not that of the
/// next shorter one.</summary>
internal static class LemmatizerTrainer
{
    /// <summary>Fewest different words that make an ending a rule for unknown words.</summary>
    private const int FewestWords = 2;

    public static Lemmatizer Train(IReadOnlyList<ConlluSentence> sentences, TagSet tags)
    {
        var rules = new List<LemmaRule>();
        var numbers = new Dictionary<LemmaRule, int>();
        var words = Words(sentences, tags, rules, numbers);
        var endings = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        var wholes = new Dictionary<string, (string Form, int Tag, bool First, int Rule)>(StringComparer.Ordinal);
        Span<char> store = stackalloc char[Lemmatizer.LongestWord + 3];
        foreach (var ((form, tag, first), counts) in words.OrderBy(w => w.Key.Form, StringComparer.Ordinal).ThenBy(w => w.Key.Tag).ThenBy(w => w.Key.First))
        {
            var rule = Best(counts);
            if (form.Length <= Lemmatizer.LongestWord)
                wholes[Lemmatizer.Key(store, form, tag, first, form.Length, whole: true).ToString()] = (form, tag, first, rule);
            for (var n = 0; n <= Math.Min(Lemmatizer.LongestEnding, form.Length); n++)
            {
                var key = Lemmatizer.Key(store, form, tag, first, n, whole: false).ToString();
                if (!endings.TryGetValue(key, out var votes)) endings.Add(key, votes = []);
                votes[rule] = votes.GetValueOrDefault(rule) + 1;
            }
        }
        var kept = Prune(endings);
        var guess = new Lemmatizer(kept, [.. rules]);
        var exceptions = wholes.Where(w => guess.Find(w.Value.Form, w.Value.Tag, w.Value.First) != rules[w.Value.Rule].Apply(w.Value.Form)).ToList();
        foreach (var (key, word) in exceptions) kept[key] = word.Rule;
        return new Lemmatizer(kept, [.. rules]);
    }

    private static Dictionary<(string Form, int Tag, bool First), Dictionary<int, int>> Words(
        IReadOnlyList<ConlluSentence> sentences, TagSet tags, List<LemmaRule> rules, Dictionary<LemmaRule, int> numbers)
    {
        var words = new Dictionary<(string Form, int Tag, bool First), Dictionary<int, int>>();
        foreach (var s in sentences)
            for (var i = 0; i < s.Words.Count; i++)
            {
                var w = s.Words[i];
                if (w.Lemma == "_" && w.Form != "_") continue;
                if (tags.LemmaClassOf(w.Upos, w.Xpos) is not { } tag) continue;
                var rule = LemmaRule.Between(w.Form, w.Lemma);
                if (!numbers.TryGetValue(rule, out var number))
                {
                    numbers.Add(rule, number = rules.Count);
                    rules.Add(rule);
                }
                var key = (w.Form, tag, i == 0);
                if (!words.TryGetValue(key, out var counts)) words.Add(key, counts = []);
                counts[number] = counts.GetValueOrDefault(number) + 1;
            }
        return words;
    }

    private static Dictionary<string, int> Prune(Dictionary<string, Dictionary<int, int>> endings)
    {
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, votes) in endings.OrderBy(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            if (key.Length > 2 && votes.Values.Sum() < FewestWords) continue;
            var best = Best(votes);
            if (Shorter(kept, key) != best) kept[key] = best;
        }
        return kept;
    }

    private static int Shorter(Dictionary<string, int> kept, string key)
    {
        for (var cut = 1; key.Length - cut >= 2; cut++)
            if (kept.TryGetValue(string.Concat(key.AsSpan(0, 2), key.AsSpan(2 + cut)), out var rule)) return rule;
        return -1;
    }

    private static int Best(Dictionary<int, int> votes) => votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key).First().Key;
}
