using System.Numerics;

namespace Demarche.Language.Training;

/// <summary>xoshiro256** by Blackman and Vigna, seeded by splitmix64: the same numbers on every runtime.</summary>
internal sealed class Xoshiro
{
    private ulong _a, _b, _c, _d;

    public Xoshiro(ulong seed)
    {
        _a = Split(ref seed);
        _b = Split(ref seed);
        _c = Split(ref seed);
        _d = Split(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)((Next() >> 33) % (ulong)bound);

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
