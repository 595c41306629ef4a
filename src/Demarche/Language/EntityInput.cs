using System.Runtime.InteropServices;

namespace Demarche.Language;

/// <summary>The numbers that the hidden layer of the tagger of names reads: the vectors of a word and of its neighbours.</summary>
internal static class EntityInput
{
    /// <summary>Words to each side whose vectors are read.</summary>
    private const int Reach = 2;

    /// <summary>Numbers of one word.</summary>
    public static int Width(Network network) => ((2 * Reach) + 1) * network.Weights.Shape.VectorWidth;

    /// <summary>Fills the numbers of the words of one sentence.</summary>
    /// <param name="network">Holds the vectors.</param>
    /// <param name="rows">For each word of the sentence the row of its vector, or -1.</param>
    /// <param name="to">Receives <see cref="Width"/> numbers a word.</param>
    public static void Fill(Network network, ReadOnlySpan<int> rows, Span<float> to)
    {
        var vector = network.Weights.Shape.VectorWidth;
        for (var i = 0; i < rows.Length; i++)
            for (var j = i - Reach; j <= i + Reach; j++, to = to[vector..])
            {
                if (j < 0 || j >= rows.Length || rows[j] < 0) to[..vector].Clear();
                else network.Vectors.AsSpan(rows[j] * vector, vector).CopyTo(to);
            }
    }

    /// <summary>Tells sets of word vectors apart: trained weights fit one only. Reads every seventh number.</summary>
    public static uint Fingerprint(Network network)
    {
        var numbers = MemoryMarshal.Cast<float, uint>(network.Vectors);
        var h = FeatureList.Hash(0x811C9DC5u, (uint)numbers.Length);
        for (var i = 0; i < numbers.Length; i += 7) h = FeatureList.Hash(h, numbers[i]);
        return h;
    }
}
