using Demarche.Text;

namespace Demarche.Language;

/// <summary>Cuts a text into tokens, words and sentences. A line break always ends a paragraph, and a paragraph its sentence.</summary>
/// <remarks>Two small classifiers decide: one inside runs of characters, one between tokens. Linear in the length of the text.</remarks>
internal sealed class Segmenter(HashedClassifier tokens, HashedClassifier sentences, Contractions contractions, Lexicon lexicon, float bareBreak)
{
    /// <summary>A longer sentence is broken here: no human sentence is, and the cost of parsing grows with the square.</summary>
    public const int MaxSentenceTokens = 160;

    /// <summary>A longer run without white space is no writing (encoded data, rows of brackets) and is kept as one token.</summary>
    public const int MaxRun = 2000;

    /// <summary>How much surer the classifier must be that "its" is meant as "it's": news spells it right.</summary>
    private const float DoubtfulMargin = 2f;

    public Contractions Contractions => contractions;

    public Lexicon Lexicon => lexicon;

    public HashedClassifier TokenModel => tokens;

    public HashedClassifier SentenceModel => sentences;

    /// <summary>How much surer the classifier must be of a sentence end without a full stop or the like.</summary>
    public float BareBreak => bareBreak;

    /// <summary>Cuts a whole text.</summary>
    public Segmentation Segment(string text)
    {
        var result = new Segmentation();
        var surface = new List<TextSpan>();
        var wordsUntil = new List<int>();
        int at = 0, paragraph = -1;
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && !Characters.IsNewline(text[end])) end++;
            surface.Clear();
            wordsUntil.Clear();
            TokenizeLine(text, at, end, surface, wordsUntil, result.Words);
            if (surface.Count > 0) SplitLine(text, surface, wordsUntil, ++paragraph, result);
            at = end + 1;
        }
        return result;
    }

    private void TokenizeLine(string text, int start, int end, List<TextSpan> surface, List<int> wordsUntil, List<WordSpan> words)
    {
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var stop = i;
            while (stop < end && !char.IsWhiteSpace(text[stop])) stop++;
            TokenizeRun(text, i, stop, surface, wordsUntil, words);
            i = stop;
        }
    }

    private void TokenizeRun(string text, int start, int end, List<TextSpan> surface, List<int> wordsUntil, List<WordSpan> words)
    {
        Span<uint> store = stackalloc uint[TokenBoundaries.MaxFeatures];
        Span<int> cuts = stackalloc int[8];
        var list = new FeatureList(store);
        int tokenStart = start, lastCut = start, inner = 0;
        if (end - start > MaxRun || (StopRules.IsInitial(text.AsSpan(start, end - start)) && surface.Count > 0 && StopRules.BeginsName(text.AsSpan(surface[^1].Start, surface[^1].Length))))
        {
            Close(text, start, end, [], surface, wordsUntil, words);
            return;
        }
        var run = Run.Of(text, start, end, lexicon, contractions);
        for (var i = start + 1; i < end; i++)
        {
            if (!TokenBoundaries.IsCandidate(run, i)) continue;
            var boundary = StopRules.LastStop(run, i) ?? Decide(run, i, lastCut, ref list, inner < cuts.Length);
            if (boundary == Boundary.None) continue;
            lastCut = i;
            if (boundary == Boundary.Word)
            {
                cuts[inner++] = i;
                continue;
            }
            Close(text, tokenStart, i, cuts[..inner], surface, wordsUntil, words);
            tokenStart = i;
            inner = 0;
        }
        Close(text, tokenStart, end, cuts[..inner], surface, wordsUntil, words);
    }

    private Boundary Decide(in Run run, int i, int lastCut, ref FeatureList list, bool anotherWord)
    {
        Span<float> scores = stackalloc float[3];
        TokenBoundaries.Describe(run, i, lastCut, lexicon, ref list);
        tokens.Score(list.Features, scores);
        var surer = i == run.DoubtfulCut ? DoubtfulMargin : 0f;
        if (anotherWord && scores[2] > scores[1] && scores[2] > scores[0] + surer) return Boundary.Word;
        return scores[1] > scores[0] ? Boundary.Token : Boundary.None;
    }

    private void Close(string text, int start, int end, ReadOnlySpan<int> cuts, List<TextSpan> surface, List<int> wordsUntil, List<WordSpan> words)
    {
        var token = new TextSpan(start, end);
        var from = start;
        foreach (var cut in cuts)
        {
            words.Add(new WordSpan(new TextSpan(from, cut), token));
            from = cut;
        }
        if (cuts.Length == 0)
            foreach (var offset in contractions.CutsOf(text.AsSpan(start, end - start)))
            {
                words.Add(new WordSpan(new TextSpan(from, start + offset), token));
                from = start + offset;
            }
        words.Add(new WordSpan(new TextSpan(from, end), token));
        surface.Add(token);
        wordsUntil.Add(words.Count);
    }

    private void SplitLine(string text, List<TextSpan> surface, List<int> wordsUntil, int paragraph, Segmentation result)
    {
        Span<uint> store = stackalloc uint[SentenceBoundaries.MaxFeatures];
        Span<float> scores = stackalloc float[2];
        var list = new FeatureList(store);
        var state = default(SentenceBoundaries.State);
        var first = result.Sentences.Count == 0 ? 0 : result.Sentences[^1].End;
        for (var i = 0; i < surface.Count; i++)
        {
            state.Take(text.AsSpan(surface[i].Start, surface[i].Length));
            if (i + 1 < surface.Count && !Ends(text, surface, i, state, ref list, scores)) continue;
            result.Sentences.Add(new SentenceRange(first, wordsUntil[i], paragraph));
            first = wordsUntil[i];
            state = default;
        }
    }

    private bool Ends(string text, List<TextSpan> surface, int i, in SentenceBoundaries.State state, ref FeatureList list, Span<float> scores)
    {
        if (state.Tokens >= MaxSentenceTokens) return true;
        if (!SentenceBoundaries.IsCandidate(text, surface, i)) return false;
        if (StopRules.EndsAfter(text, surface, i, lexicon) is { } certain) return certain;
        SentenceBoundaries.Describe(text, surface, i, state, lexicon, ref list);
        sentences.Score(list.Features, scores);
        var last = text[surface[i].End - 1];
        var bare = !Characters.IsTerminal(last) && !Characters.IsCloser(last);
        return scores[1] - scores[0] > (bare ? bareBreak : 0f);
    }
}
