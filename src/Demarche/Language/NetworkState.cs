using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>The numbers of one pass through the network over a few sentences; buffers are kept and grow as needed.</summary>
internal sealed class NetworkState(int layers, ImmutableArray<NetworkState> others)
{
    public NetworkState(int layers)
        : this(layers, [])
    {
    }

    /// <summary>The numbers of further networks that read the same sentences.</summary>
    public ImmutableArray<NetworkState> Others => others;

    /// <summary>Words in this pass.</summary>
    public int Count;

    /// <summary>Where each sentence begins; one more entry than sentences.</summary>
    public List<int> Starts { get; } = [0];

    /// <summary>Rows of the embedding tables, <see cref="NetworkShape.Tables"/> a word.</summary>
    public int[] Rows = [];

    /// <summary>Row of the word's vector, or -1.</summary>
    public int[] VectorRows = [];

    /// <summary>The left side of the product at hand.</summary>
    public ByteRows Bytes { get; } = new();

    public float[] VectorIn = [];
    public float[] Normed = [];
    public float[] Scale = [];
    public float[] Input = [];
    public float[] Window = [];
    public float[] Convolved = [];
    public float[] Mixed = [];
    public float[][] Projected { get; } = new float[layers][];
    public float[][] Forget { get; } = new float[layers][];
    public float[][] Reset { get; } = new float[layers][];
    public float[][] Cell { get; } = new float[layers][];
    public float[][] Output { get; } = new float[layers][];
    /// <summary>What the recurrent layers know of each word: twice <see cref="NetworkShape.Hidden"/> numbers.</summary>
    public float[] Encoded => Output[^1];

    public float[] Split = [];
    public float[] Tags = [];
    public float[] Query = [];
    public float[] Heads = [];
    public float[] Distances = [];
    public float[] Scores = [];
    public float[] RelationHidden = [];
    public float[] Relations = [];

    /// <summary>Forgets the sentences.</summary>
    public void Clear()
    {
        Count = 0;
        Starts.Clear();
        Starts.Add(0);
    }

    /// <summary>Takes over the sentences of another.</summary>
    public void See(NetworkState other)
    {
        Count = other.Count;
        Starts.Clear();
        Starts.AddRange(other.Starts);
        (Rows, VectorRows) = (other.Rows, other.VectorRows);
    }

    /// <summary>Makes room for <paramref name="words"/> more words as a sentence; their rows are to be filled by the caller.</summary>
    public void Add(int words, int tables)
    {
        Count += words;
        Starts.Add(Count);
        Array.Resize(ref Rows, Math.Max(Rows.Length, Count * tables));
        Array.Resize(ref VectorRows, Math.Max(VectorRows.Length, Count));
    }

    /// <summary>A buffer of at least that many numbers; its old contents are of no use.</summary>
    public static Span<float> Fit(ref float[]? buffer, int length)
    {
        if (buffer is null || buffer.Length < length) buffer = new float[Math.Max(length, (buffer?.Length ?? 0) * 3 / 2)];
        return buffer.AsSpan(0, length);
    }
}
