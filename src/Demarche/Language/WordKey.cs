namespace Demarche.Language;

/// <summary>How a form is looked up in the vocabulary: lower case, plain quotation marks and dashes, every digit a 9.</summary>
internal static class WordKey
{
    /// <summary>Longest key; longer forms are cut, which no word of a vocabulary is.</summary>
    public const int MaxLength = 40;

    /// <summary>Writes the key into <paramref name="store"/> (at least <see cref="MaxLength"/>) and returns it.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> form, Span<char> store)
    {
        var length = Math.Min(form.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            var c = char.ToLowerInvariant(Characters.Fold(form[i]));
            store[i] = char.IsDigit(c) ? '9' : c;
        }
        return store[..length];
    }

    public static string Of(string form)
    {
        Span<char> store = stackalloc char[MaxLength];
        return Of(form, store).ToString();
    }
}
