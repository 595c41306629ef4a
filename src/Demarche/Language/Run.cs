namespace Demarche.Language;

/// <summary>A run of characters without white space, with what its surroundings say about where its tokens end.</summary>
internal readonly ref struct Run
{
    /// <summary>How far words are read, in characters.</summary>
    public const int Reach = 16;

    private Run(ReadOnlySpan<char> text, int start, int end, Lexicon lexicon, Contractions contractions)
    {
        Text = text;
        Start = start;
        End = end;
        Address = WebAddress.Find(text, start, end);
        DoubtfulCut = contractions.DoubtfulCut(LettersFrom(text, start, end)) is var cut and > 0 ? start + cut : -1;
        var next = Skip(text, end);
        AtLineEnd = next >= text.Length || Characters.IsNewline(text[next]);
        After = AtLineEnd ? 1u : Characters.Shape(text[next]);
        while (next < text.Length && Characters.Fold(text[next]) is '"' or '\'' or '(') next++;
        var nextWord = LettersFrom(text, next, text.Length);
        NextWord = nextWord.IsEmpty ? After : FeatureList.HashFolded(nextWord);
        NextEnding = FeatureList.HashFolded(nextWord[^Math.Min(3, nextWord.Length)..]);
        NextIsSmall = (uint)lexicon.Find(NextWord).Lower;
        NextBegins = SentenceStarters.Contains(nextWord);
        var previous = Before(text, start);
        HasPrevious = !previous.IsEmpty && !Characters.IsTerminal(previous[^1]);
        PreviousWord = FeatureList.HashFolded(previous);
        PreviousEnding = FeatureList.HashFolded(previous[^Math.Min(2, previous.Length)..]);
        Word = FeatureList.HashFolded(text.Slice(start, Math.Min(Reach, end - start)));
        Shape = ShapeOf(text[start..end]);
    }

    public ReadOnlySpan<char> Text { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>The address in it; nothing is cut there.</summary>
    public (int Start, int End) Address { get; }

    /// <summary>Where a second word begins if the whole is a contraction written without its apostrophe; -1 if it cannot be one.</summary>
    public int DoubtfulCut { get; }

    public bool AtLineEnd { get; }

    /// <summary>Shape of the next character that is no white space.</summary>
    public uint After { get; }

    public uint NextWord { get; }

    public uint NextEnding { get; }

    /// <summary>Step of <see cref="WordUse.Lower"/> of the next word.</summary>
    public uint NextIsSmall { get; }

    /// <summary>The next word has a capital that only the beginning of a sentence gives it.</summary>
    public bool NextBegins { get; }

    /// <summary>A word stands before it in the line that does not end a sentence.</summary>
    public bool HasPrevious { get; }

    public uint PreviousWord { get; }

    public uint PreviousEnding { get; }

    public uint Word { get; }

    /// <summary>Shape of the whole run, digits counted.</summary>
    public uint Shape { get; }

    public static Run Of(ReadOnlySpan<char> text, int start, int end, Lexicon lexicon, Contractions contractions) => new(text, start, end, lexicon, contractions);

    private static int Skip(ReadOnlySpan<char> text, int i)
    {
        for (var most = i + 3; i < text.Length && i < most && char.IsWhiteSpace(text[i]) && !Characters.IsNewline(text[i]);) i++;
        return i;
    }

    private static ReadOnlySpan<char> LettersFrom(ReadOnlySpan<char> text, int start, int end)
    {
        var i = start;
        while (i < end && i - start < Reach && (Characters.IsWordLike(text[i]) || text[i] == '-')) i++;
        return text[Math.Min(start, i)..i];
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var most = start - 3; end > 0 && end > most && char.IsWhiteSpace(text[end - 1]) && !Characters.IsNewline(text[end - 1]);) end--;
        var i = end;
        while (i > 0 && end - i < Reach && !char.IsWhiteSpace(text[i - 1])) i--;
        return text[i..end];
    }

    private static uint ShapeOf(ReadOnlySpan<char> run)
    {
        uint h = 0, previous = 0;
        foreach (var c in run.Length <= Reach * 2 ? run : run[..(Reach * 2)])
        {
            uint s = Characters.Shape(c);
            if (s == previous && s != '9') continue;
            h = FeatureList.Hash(h, previous = s);
        }
        return h;
    }
}
