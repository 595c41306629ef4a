using System.Collections.Frozen;
using System.Text;
using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Learns the two classifiers of <see cref="Segmenter"/> from a treebank.</summary>
internal static class SegmenterTrainer
{
    private const int TokenBits = 16;
    private const int SentenceBits = 17;

    /// <summary>A paragraph put together again from its sentences, with the true cuts.</summary>
    private sealed class Paragraph
    {
        public StringBuilder Builder { get; } = new();

        public string Text { get; set; } = "";

        public List<TextSpan> Tokens { get; } = [];

        public Dictionary<int, Boundary> Cuts { get; } = [];

        public HashSet<int> LastTokens { get; } = [];
    }

    public static Segmenter Train(IReadOnlyList<ConlluSentence> sentences, int epochs, ulong seed, float bareBreak)
    {
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
                TrainTokens(paragraphs[p], tokens);
                TrainGaps(paragraphs[p], gaps);
            }
        }
        return new Segmenter(tokens.Finish(), gaps.Finish(), contractions, bareBreak);
    }

    private static FrozenDictionary<string, int> FindContractions(IReadOnlyList<ConlluSentence> sentences)
    {
        var split = new Dictionary<(string Form, int At), int>();
        var whole = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in sentences)
            foreach (var t in s.Tokens)
            {
                if (!t.Form.All(char.IsLetter)) continue;
                var form = t.Form.ToLowerInvariant();
                whole[form] = whole.GetValueOrDefault(form) + 1;
                if (t.End - t.First != 2) continue;
                var key = (form, s.Words[t.First].Form.Length);
                split[key] = split.GetValueOrDefault(key) + 1;
            }
        return split.Where(e => e.Value >= 2 && e.Value > 0.6 * whole[e.Key.Form] && e.Key.Form.Length is >= 3 and <= 12)
            .ToFrozenDictionary(e => e.Key.Form, e => e.Key.At, StringComparer.Ordinal);
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

    private static void TrainTokens(Paragraph p, LogisticTrainer trainer)
    {
        Span<uint> store = stackalloc uint[TokenBoundaries.MaxFeatures];
        var list = new FeatureList(store);
        for (var start = 0; start < p.Text.Length; start++)
        {
            if (p.Text[start] == ' ') continue;
            var end = p.Text.IndexOf(' ', start) is var e and >= 0 ? e : p.Text.Length;
            var lastCut = start;
            for (var i = start + 1; i < end; i++)
            {
                if (!TokenBoundaries.IsCandidate(p.Text, start, i)) continue;
                TokenBoundaries.Describe(p.Text, start, end, i, lastCut, ref list);
                var truth = p.Cuts.GetValueOrDefault(i);
                trainer.Learn(list.Features, (int)truth);
                if (truth != Boundary.None) lastCut = i;
            }
            start = end;
        }
    }

    private static void TrainGaps(Paragraph p, LogisticTrainer trainer)
    {
        Span<uint> store = stackalloc uint[SentenceBoundaries.MaxFeatures];
        var list = new FeatureList(store);
        var state = default(SentenceBoundaries.State);
        for (var i = 0; i + 1 < p.Tokens.Count; i++)
        {
            state.Take(p.Text.AsSpan(p.Tokens[i].Start, p.Tokens[i].Length));
            var ends = p.LastTokens.Contains(i);
            if (SentenceBoundaries.IsCandidate(p.Text, p.Tokens, i))
            {
                SentenceBoundaries.Describe(p.Text, p.Tokens, i, state, ref list);
                trainer.Learn(list.Features, ends ? 1 : 0);
            }
            if (ends) state = default;
        }
    }
}
