using System.Text;
using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Learns the two classifiers of <see cref="Segmenter"/> from a treebank.</summary>
internal static class SegmenterTrainer
{
    /// <summary>Times that a form must be cut in the treebank: below, it is a slip of one writer ("doctors" for "doctor's").</summary>
    private const int FewestSplit = 4;

    private const int TokenBits = 18;
    private const int SentenceBits = 18;

    /// <summary>A paragraph put together again from its sentences, with the true cuts.</summary>
    private sealed class Paragraph
    {
        public StringBuilder Builder { get; } = new();

        public string Text { get; set; } = "";

        public List<TextSpan> Tokens { get; } = [];

        public Dictionary<int, Boundary> Cuts { get; } = [];

        public HashSet<int> LastTokens { get; } = [];
    }

    public static Segmenter Train(IReadOnlyList<ConlluSentence> sentences, int epochs, ulong seed, float bareBreak, Lexicon? known = null)
    {
        var lexicon = known ?? Lexicon.Empty;
        var contractions = FindContractions(sentences);
        var paragraphs = Paragraphs(sentences);
        var random = new Xoshiro(seed);
        var tokens = new LogisticTrainer(3, TokenBits);
        var gaps = new LogisticTrainer(2, SentenceBits);
        var order = Enumerable.Range(0, paragraphs.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var p in order)
            {
                TrainTokens(paragraphs[p], tokens, lexicon, contractions);
                TrainGaps(paragraphs[p], gaps, lexicon);
            }
        }
        return new Segmenter(tokens.Finish(), gaps.Finish(), contractions, lexicon, bareBreak);
    }

    /// <summary>Forms of letters that the treebank cuts: always if mostly, else now and then.</summary>
    private static Contractions FindContractions(IReadOnlyList<ConlluSentence> sentences)
    {
        var whole = new Dictionary<string, int>(StringComparer.Ordinal);
        var split = new Dictionary<string, (int[] Cuts, int Count)>(StringComparer.Ordinal);
        foreach (var s in sentences)
            foreach (var t in s.Tokens)
            {
                if (t.Form.Length > Contractions.MaxLength || !t.Form.All(char.IsLetter)) continue;
                var form = t.Form.ToLowerInvariant();
                if (t.End - t.First == 1) whole[form] = whole.GetValueOrDefault(form) + 1;
                else split[form] = (CutsOf(s, t), split.GetValueOrDefault(form).Count + 1);
            }
        var often = split.Where(e => e.Value.Count >= FewestSplit).ToLookup(e => e.Value.Count > 1.5 * whole.GetValueOrDefault(e.Key));
        var always = WrittenTogether.Forms.ToDictionary(StringComparer.Ordinal);
        foreach (var (form, (cuts, _)) in often[true]) always[form] = cuts;
        return new Contractions(
            always,
            often[false].ToDictionary(e => e.Key, e => e.Value.Cuts[0], StringComparer.Ordinal));
    }

    private static int[] CutsOf(ConlluSentence s, ConlluToken t)
    {
        var cuts = new int[t.End - t.First - 1];
        for (var i = 0; i < cuts.Length; i++) cuts[i] = (i == 0 ? 0 : cuts[i - 1]) + s.Words[t.First + i].Form.Length;
        return cuts;
    }

    private static List<Paragraph> Paragraphs(IReadOnlyList<ConlluSentence> sentences)
    {
        var all = new List<Paragraph>();
        foreach (var s in sentences)
        {
            if (all.Count == 0 || s.NewParagraph) all.Add(new Paragraph());
            var p = all[^1];
            foreach (var t in s.Tokens)
            {
                var start = p.Builder.Length;
                if (start > 0 && p.Tokens[^1].End == start) p.Cuts[start] = Boundary.Token;
                var at = start;
                for (var w = t.First; w < t.End - 1; w++) p.Cuts[at += s.Words[w].Form.Length] = Boundary.Word;
                p.Builder.Append(t.Form);
                p.Tokens.Add(new TextSpan(start, p.Builder.Length));
                if (t.SpaceAfter) p.Builder.Append(' ');
            }
            p.LastTokens.Add(p.Tokens.Count - 1);
        }
        foreach (var p in all) p.Text = p.Builder.ToString();
        return all;
    }

    private static void TrainTokens(Paragraph p, LogisticTrainer trainer, Lexicon lexicon, Contractions contractions)
    {
        Span<uint> store = stackalloc uint[TokenBoundaries.MaxFeatures];
        var list = new FeatureList(store);
        for (var start = 0; start < p.Text.Length; start++)
        {
            if (p.Text[start] == ' ') continue;
            var end = p.Text.IndexOf(' ', start) is var e and >= 0 ? e : p.Text.Length;
            var lastCut = start;
            var run = Run.Of(p.Text, start, end, lexicon, contractions);
            for (var i = start + 1; i < end; i++)
            {
                if (!TokenBoundaries.IsCandidate(run, i)) continue;
                var truth = p.Cuts.GetValueOrDefault(i);
                if (StopRules.LastStop(run, i) is null)
                {
                    TokenBoundaries.Describe(run, i, lastCut, lexicon, ref list);
                    trainer.Learn(list.Features, (int)truth);
                }
                if (truth != Boundary.None) lastCut = i;
            }
            start = end;
        }
    }

    private static void TrainGaps(Paragraph p, LogisticTrainer trainer, Lexicon lexicon)
    {
        Span<uint> store = stackalloc uint[SentenceBoundaries.MaxFeatures];
        var list = new FeatureList(store);
        var state = default(SentenceBoundaries.State);
        for (var i = 0; i + 1 < p.Tokens.Count; i++)
        {
            state.Take(p.Text.AsSpan(p.Tokens[i].Start, p.Tokens[i].Length));
            var ends = p.LastTokens.Contains(i);
            if (SentenceBoundaries.IsCandidate(p.Text, p.Tokens, i) && StopRules.EndsAfter(p.Text, p.Tokens, i, lexicon) is null)
            {
                SentenceBoundaries.Describe(p.Text, p.Tokens, i, state, lexicon, ref list);
                trainer.Learn(list.Features, ends ? 1 : 0);
            }
            if (ends) state = default;
        }
    }
}
