using Demarche.Text;

namespace Demarche.Language;

/// <summary>Describes the gap between two tokens of a paragraph for the classifier that says whether a sentence ends there.</summary>
internal static class SentenceBoundaries
{
    public const int MaxFeatures = 40;

    private const int Reach = 24;

    /// <summary>Marks opened and not yet closed since the sentence began; kept up from token to token.</summary>
    public struct State
    {
        public int Tokens;
        public int Brackets;
        public bool Quoted;
        public uint First;

        public void Take(ReadOnlySpan<char> token)
        {
            if (Tokens++ == 0) First = FeatureList.HashFolded(Cut(token));
            if (token.Length > 2) return;
            var c = Characters.Fold(token[0]);
            if (c is '(' or '[' or '{') Brackets++;
            else if (c is ')' or ']' or '}') Brackets = Math.Max(0, Brackets - 1);
            else if (token[0] is '\u201C' || token is "``") Quoted = true;
            else if (token[0] is '\u201D' || token is "''") Quoted = false;
            else if (c == '"') Quoted = !Quoted;
        }
    }

    /// <summary>True if the gap after token <paramref name="i"/> needs a decision: between two plain lower-case words none is taken.</summary>
    public static bool IsCandidate(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i)
    {
        if (i + 1 >= tokens.Count) return false;
        var last = text[tokens[i].End - 1];
        var next = text[tokens[i + 1].Start];
        return !(char.IsLetterOrDigit(last) && char.IsLower(next)) && !(Characters.Fold(last) is ',' or '-' && !char.IsUpper(next));
    }

    /// <summary>Features of the gap after token <paramref name="i"/>; all tokens belong to one paragraph.</summary>
    public static void Describe(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i, in State state, Lexicon lexicon, ref FeatureList list)
    {
        list.Clear();
        var spaced = tokens[i + 1].Start > tokens[i].End ? 1u : 0u;
        uint w0 = Word(text, tokens, i), w1 = Word(text, tokens, i - 1), n1 = Word(text, tokens, i + 1), n2 = Word(text, tokens, i + 2);
        uint s0 = ShapeOf(text, tokens, i), s1 = ShapeOf(text, tokens, i - 1), t1 = ShapeOf(text, tokens, i + 1), t2 = ShapeOf(text, tokens, i + 2);
        var end = i;
        while (end > 0 && i - end < 3 && IsCloser(text, tokens[end])) end--;
        var last = text[tokens[end].End - 1];
        var kind = Characters.IsTerminal(last) ? last : tokens[end].Length == 1 ? Characters.Shape(last) : char.IsLetterOrDigit(last) ? 'w' : last;
        var context = kind | (spaced << 16) | (end < i ? 1u << 17 : 0) | (state.Quoted ? 1u << 18 : 0) | (state.Brackets > 0 ? 1u << 19 : 0);
        var stop = Word(text, tokens, end);
        var before = Word(text, tokens, end - 1);
        list.Add(1, context);
        list.Add(2, context, t1);
        list.Add(3, context, t1, t2);
        list.Add(4, context, n1);
        list.Add(5, w0, n1);
        list.Add(6, w0, t1, spaced);
        list.Add(7, s0, t1, spaced);
        list.Add(8, s1, s0, FeatureList.Hash(t1, spaced));
        list.Add(9, w1, w0, spaced);
        list.Add(10, stop, context & 0x1ffff, t1);
        list.Add(11, before, stop, t1);
        list.Add(12, ShapeOf(text, tokens, end - 1), stop, t1);
        list.Add(13, n1, n2, kind);
        list.Add(14, (uint)Math.Min(state.Tokens, 30), kind);
        list.Add(15, (uint)Math.Min(state.Tokens / 4, 15), context, t1);
        list.Add(16, state.First, kind, t1);
        list.Add(17, w0, w1, n1);
        list.Add(18, w0);
        list.Add(19, n1, spaced);
        list.Add(20, Shapes(text, tokens, i), spaced);
        list.Add(21, (uint)Math.Min(tokens.Count - i, 12), context);
        list.Add(22, (uint)Math.Min(tokens.Count - i, 6), kind, t1);
        var abbreviation = Abbreviations.Contains(text[tokens[end].Start..tokens[end].End]) ? 1u : 0;
        list.Add(23, abbreviation, t1, context);
        list.Add(24, abbreviation, n1);
        list.Add(25, tokens[end].Length == 2 && last == '.' ? 1u : 0, t1, s1);
        list.Add(26, s1, s0, FeatureList.Hash(t1, t2));
        list.Add(27, stop, n1);
        list.Add(28, state.Quoted ? 1u : 0, w0, t1);
        var opens = i + 2 < tokens.Count && tokens[i + 2].Start == tokens[i + 1].End ? 1u : 0;
        var quote = Characters.IsCloser(text[tokens[i + 1].Start]) ? 1u : 0;
        list.Add(29, FeatureList.Hash(context, n1), opens, t2);
        list.Add(30, FeatureList.Hash(context, quote), opens, tokens[i + 1].Length == 1 ? t2 : t1);
        var word = FirstWord(text, tokens, i + 1);
        var small = (uint)lexicon.Find(word).Lower;
        var use = lexicon.Find(last == '.' ? FeatureList.HashFolded(Cut(text[tokens[end].Start..(tokens[end].End - 1)])) : stop);
        var lone = tokens[end].Length == 1 ? 1u : 0;
        var steps = FeatureList.Hash(FeatureList.Hash((uint)use.Stop, (uint)use.Inside), lone);
        list.Add(31, small, t1, FeatureList.Hash(context, steps));
        list.Add(32, small, t1, FeatureList.Hash(kind, s0));
        list.Add(33, small, t1, stop);
        list.Add(34, small, t1, FeatureList.Hash(abbreviation, before));
        list.Add(35, steps, n1);
        list.Add(36, small, t1, FeatureList.Hash((uint)lexicon.Find(w0).Lower, s0));
    }

    /// <summary>The first token from <paramref name="i"/> on, quotation marks and brackets left out.</summary>
    private static uint FirstWord(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i)
    {
        for (var most = i + 2; i < most && i + 1 < tokens.Count && !char.IsLetterOrDigit(text[tokens[i].Start]);) i++;
        return Word(text, tokens, i);
    }

    private static bool IsCloser(ReadOnlySpan<char> text, TextSpan token) =>
        Characters.IsCloser(text[token.Start]) && Characters.IsCloser(text[token.End - 1]);

    private static uint Word(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i) =>
        i < 0 ? 2u : i >= tokens.Count ? 3u : FeatureList.HashFolded(Cut(text[tokens[i].Start..tokens[i].End]));

    private static uint ShapeOf(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i)
    {
        if (i < 0 || i >= tokens.Count) return i < 0 ? 2u : 3u;
        var token = text[tokens[i].Start..tokens[i].End];
        uint h = 0, previous = 0;
        foreach (var c in Cut(token))
        {
            uint s = Characters.Shape(c);
            if (s == previous) continue;
            h = FeatureList.Hash(h, previous = s);
        }
        return FeatureList.Hash(h, (uint)Math.Min(token.Length, 3));
    }

    private static uint Shapes(ReadOnlySpan<char> text, IReadOnlyList<TextSpan> tokens, int i)
    {
        var h = 0u;
        for (var k = i - 2; k <= i + 2; k++) h = FeatureList.Hash(h, ShapeOf(text, tokens, k));
        return h;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> token) => token.Length <= Reach ? token : token[..Reach];
}
