namespace Demarche.Language.Training;

/// <summary>Collects the endings of <see cref="Lemmatizer"/> from a treebank; an ending is kept only if its rule is not that of the
/// next shorter one, a whole word only if the lemmatiser would not find its lemma otherwise.</summary>
internal static class LemmatizerTrainer
{
    /// <summary>Fewest different words that make an ending a rule for unknown words.</summary>
    private const int FewestWords = 2;

    /// <summary>The forms of one key with their lemmas, counted.</summary>
    private sealed class Entry
    {
        public SortedDictionary<(string Form, string Lemma), int> Lemmas { get; } = [];

        public int Tag { get; init; }

        public bool First { get; init; }

        public bool Misspelt { get; set; }
    }

    public static Lemmatizer Train(IReadOnlyList<ConlluSentence> sentences, TagSet tags, Lexicon? known = null)
    {
        var lexicon = known ?? Lexicon.Empty;
        var classes = new LemmaClass[tags.LemmaClasses.Max() + 1];
        for (var t = 0; t < tags.Tags.Count; t++) classes[tags.LemmaClasses[t]] = LemmaClass.Of(tags.Tags[t].Upos, tags.Tags[t].Xpos);
        var words = Words(sentences, tags, new Lemmatizer([], [], classes, lexicon, IrregularForms.None));
        var rules = new List<LemmaRule>();
        var numbers = new Dictionary<LemmaRule, int>();
        var endings = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        foreach (var (key, entry) in words)
        {
            var ((form, lemma), _) = Best(entry);
            if (!entry.Misspelt) Vote(endings, key, form, Number(LemmaRule.Between(form, lemma), rules, numbers), rules);
        }
        var kept = Prune(endings);
        var guess = new Lemmatizer(kept, [.. rules], classes, lexicon, IrregularForms.None);
        var exceptions = words.Where(w => Best(w.Value) is var ((form, lemma), _) && guess.Find(form, w.Value.Tag, w.Value.First) != lemma).ToList();
        foreach (var (key, entry) in exceptions)
        {
            var ((form, lemma), _) = Best(entry);
            kept[key] = Number(LemmaRule.Between(form, lemma), rules, numbers);
        }
        return new Lemmatizer(kept, [.. rules], classes, lexicon, IrregularForms.None);
    }

    private static SortedDictionary<string, Entry> Words(IReadOnlyList<ConlluSentence> sentences, TagSet tags, Lemmatizer blank)
    {
        var words = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        Span<char> store = stackalloc char[Lemmatizer.LongestWord + 3];
        foreach (var s in sentences)
            for (var i = 0; i < s.Words.Count; i++)
            {
                var w = s.Words[i] with { Form = Lemmatizer.Folded(s.Words[i].Form) };
                if ((w.Lemma == "_" && w.Form != "_") || w.Xpos == "GW" || w.Form.Length > Lemmatizer.LongestWord) continue;
                if (tags.LemmaClassOf(w.Upos, w.Xpos) is not { } tag) continue;
                var key = Lemmatizer.Key(store, w.Form, tag, blank.CapitalsOf(w.Form, tag, i == 0), w.Form.Length, whole: true).ToString();
                if (!words.TryGetValue(key, out var entry)) words.Add(key, entry = new Entry { Tag = tag, First = i == 0, Misspelt = true });
                entry.Lemmas[(w.Form, w.Lemma)] = entry.Lemmas.GetValueOrDefault((w.Form, w.Lemma)) + 1;
                entry.Misspelt &= w.Feats.Contains("Typo=Yes", StringComparison.Ordinal);
            }
        return words;
    }

    /// <summary>Counts a word for all its endings that hold what its rule cuts.</summary>
    private static void Vote(Dictionary<string, Dictionary<int, int>> endings, string key, string form, int rule, List<LemmaRule> rules)
    {
        Span<char> store = stackalloc char[Lemmatizer.LongestWord + 3];
        for (var n = Math.Min(rules[rule].Cut, form.Length); n <= Math.Min(Lemmatizer.LongestEnding, form.Length); n++)
        {
            var ending = Lemmatizer.Key(store, form, key[0] - 'A', key[1], n, whole: false).ToString();
            if (!endings.TryGetValue(ending, out var votes)) endings.Add(ending, votes = []);
            votes[rule] = votes.GetValueOrDefault(rule) + 1;
        }
    }

    private static int Number(LemmaRule rule, List<LemmaRule> rules, Dictionary<LemmaRule, int> numbers)
    {
        if (numbers.TryGetValue(rule, out var number)) return number;
        numbers.Add(rule, rules.Count);
        rules.Add(rule);
        return rules.Count - 1;
    }

    private static Dictionary<string, int> Prune(Dictionary<string, Dictionary<int, int>> endings)
    {
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, votes) in endings.OrderBy(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            if (key.Length > 2 && votes.Values.Sum() < FewestWords) continue;
            var best = votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key).First().Key;
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

    private static KeyValuePair<(string Form, string Lemma), int> Best(Entry entry) => entry.Lemmas.MaxBy(e => e.Value);
}
