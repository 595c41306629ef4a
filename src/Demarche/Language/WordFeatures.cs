namespace Demarche.Language;

/// <summary>Rows of the embedding tables for a word form: the word itself, hashes of its prefix, suffixes and shape, and how its
/// capitals compare with those it usually has.</summary>
internal sealed class WordFeatures
{
    /// <summary>Stands in training for a word that is covered up; no word of a text is like it.</summary>
    public const string Covered = "\u0001";

    private readonly Dictionary<string, (int Row, int Vector)> _vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Row, int Vector)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly byte[] _habits;

    /// <param name="words">Words with an embedding, in order; the first has row 1, for 0 is the unknown word.</param>
    /// <param name="vectors">What unlabelled text tells of words.</param>
    public WordFeatures(IReadOnlyList<string> words, WordVectors vectors)
    {
        _habits = vectors.Habits;
        var known = vectors.Words;
        _vocabulary.EnsureCapacity(words.Count + known.Length);
        for (var i = 0; i < words.Count; i++) _vocabulary[words[i]] = (i + 1, -1);
        for (var i = 0; i < known.Length; i++)
            _vocabulary[known[i]] = (_vocabulary.TryGetValue(known[i], out var entry) ? entry.Row : 0, i);
        _lookup = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Fills the rows of one word, one a table, and returns the row of its vector, or -1.</summary>
    public int Describe(ReadOnlySpan<char> form, Standing standing, Span<int> rows)
    {
        Span<char> store = stackalloc char[WordKey.MaxLength];
        var key = WordKey.Of(form, store);
        var known = _lookup.TryGetValue(key, out var entry);
        rows[0] = known ? entry.Row : 0;
        var hashed = NetworkShape.HashedRows;
        rows[1] = Row(1, key[..Math.Min(3, key.Length)], key.Length < 3, hashed[0]);
        rows[2] = Row(2, Last(key, form, 2), key.Length < 2, hashed[1]);
        rows[3] = Row(3, Last(key, form, 3), key.Length < 3, hashed[2]);
        rows[4] = Row(4, Last(key, form, 4), key.Length < 4, hashed[3]);
        rows[5] = (int)(Mix(Shape(form)) % (uint)hashed[4]);
        var vector = known ? entry.Vector : -1;
        rows[6] = 1 + ((vector < 0 ? 0 : _habits[vector]) * 16) + (CapitalsOf(form) * 4) + (int)standing;
        return vector;
    }

    /// <summary>Fills the rows of a word that is covered up: nothing of it shows.</summary>
    public void Cover(Span<int> rows)
    {
        Describe(Covered, Standing.Inside, rows);
        rows[6] = 0;
    }

    /// <summary>0 small letters, 1 a capital, then others, 2 capitals only, 3 no letter at all.</summary>
    private static int CapitalsOf(ReadOnlySpan<char> form)
    {
        if (!char.IsLetter(form[0])) return 3;
        if (!char.IsUpper(form[0])) return 0;
        for (var i = 1; i < form.Length; i++)
            if (char.IsLower(form[i])) return 1;
        return form.Length > 1 ? 2 : 1;
    }

    // A form longer than a key has lost its end, so the end of the key says nothing.
    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> key, ReadOnlySpan<char> form, int n) =>
        form.Length > WordKey.MaxLength ? key[..0] : key[^Math.Min(n, key.Length)..];

    private static int Row(uint salt, ReadOnlySpan<char> part, bool whole, int rows)
    {
        var h = (salt * 0x9E3779B1u) ^ (whole ? 0x5bd1e995u : 0);
        foreach (var c in part) h = FeatureList.Hash(h, c);
        return (int)(Mix(h) % (uint)rows);
    }

    private static uint Shape(ReadOnlySpan<char> form)
    {
        uint h = 0, previous = 0;
        var run = 0;
        foreach (var c in form.Length <= WordKey.MaxLength ? form : form[..WordKey.MaxLength])
        {
            uint s = Characters.Shape(c);
            run = s == previous ? run + 1 : 0;
            if (run < 2) h = FeatureList.Hash(h, s);
            previous = s;
        }
        return h;
    }

    private static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >> 16);
    }
}
