namespace Demarche.Language;

/// <summary>Whether the words of a sentence begin with capitals as a rule, as those of a headline do.</summary>
internal struct Capitals
{
    private int _words;
    private int _capitals;

    /// <summary>Counts a word of the sentence.</summary>
    public void Add(ReadOnlySpan<char> form)
    {
        if (!char.IsLetter(form[0])) return;
        _words++;
        if (char.IsUpper(form[0])) _capitals++;
    }

    /// <summary>Whether capitals say nothing in this sentence.</summary>
    public readonly bool AreTheRule => _words >= 3 && _capitals * 10 >= _words * 7;

    /// <summary>What a word is expected to look like at a place of the sentence.</summary>
    public readonly Standing At(int place) => (place == 0 ? Standing.First : Standing.Inside) | (AreTheRule ? Standing.Headline : Standing.Inside);
}

/// <summary>Where a word stands, as far as its capitals depend on it.</summary>
[Flags]
internal enum Standing
{
    Inside = 0,
    First = 1,
    Headline = 2,
}
