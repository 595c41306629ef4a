using System.Runtime.CompilerServices;

namespace Demarche.Language;

/// <summary>A linear classifier over hashed features: each feature picks one row of weights, the class with the greatest sum wins.</summary>
internal sealed class HashedClassifier
{
    private readonly float[] _weights;
    private readonly uint _mask;

    public HashedClassifier(int classes, int bits, float[]? weights = null)
    {
        Classes = classes;
        Bits = bits;
        _mask = (1u << bits) - 1;
        _weights = weights ?? new float[classes << bits];
        if (_weights.Length != classes << bits) throw new ArgumentException("the table has the wrong size", nameof(weights));
    }

    public int Classes { get; }

    public int Bits { get; }

    /// <summary>Row-major: the weights of feature row r are [r * Classes, (r + 1) * Classes).</summary>
    public Span<float> Weights => _weights;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(uint feature) => (int)(Mix(feature) & _mask) * Classes;

    /// <summary>Sums the rows of the features into <paramref name="scores"/>.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var f in features)
        {
            var row = _weights.AsSpan(RowOf(f), Classes);
            for (var c = 0; c < row.Length; c++) scores[c] += row[c];
        }
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

/// <summary>Collects the features of one decision; templates are kept apart by their number.</summary>
internal ref struct FeatureList(Span<uint> store)
{
    private readonly Span<uint> _store = store;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Features => _store[..Count];

    public void Clear() => Count = 0;

    public void Add(uint template, uint value) => _store[Count++] = Key(template, value);

    public void Add(uint template, uint a, uint b) => _store[Count++] = Key(template, a, b);

    public void Add(uint template, uint a, uint b, uint c) => _store[Count++] = Key(template, a, b, c);

    /// <summary>A feature: the values of a template.</summary>
    public static uint Key(uint template, uint value) => Hash(template * 0x9E3779B1u, value);

    public static uint Key(uint template, uint a, uint b) => Hash(Key(template, a), b);

    public static uint Key(uint template, uint a, uint b, uint c) => Hash(Key(template, a, b), c);

    public static uint Hash(uint h, uint value) => (BitRotate(h) ^ value) * 0x01000193u + 0x9E3779B9u;

    /// <summary>Hash of characters with case and quotation marks folded.</summary>
    public static uint HashFolded(ReadOnlySpan<char> text)
    {
        var h = 0x811C9DC5u;
        foreach (var c in text) h = Hash(h, char.ToLowerInvariant(Characters.Fold(c)));
        return h;
    }

    private static uint BitRotate(uint h) => (h << 13) | (h >> 19);
}
