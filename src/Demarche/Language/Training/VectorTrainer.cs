using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Language.Training;

/// <summary>Word vectors from running text: skip-gram with negative sampling (Mikolov et al. 2013), an output table for each
/// place of the window (Ling et al. 2015), which makes neighbours of words that stand in the same places of a sentence.</summary>
internal sealed class VectorTrainer
{
    public const int Width = 64;

    private const int Reach = 3;
    private const int Negatives = 4;
    private const int MinCount = 12;
    private const double Subsample = 2e-4;
    private const int TableSize = 1 << 22;

    private readonly List<string> _words = [];
    private readonly List<int> _text = [];
    private readonly Xoshiro _random;
    private long[] _counts = [];
    private float[] _in = [];
    private float[][] _out = [];
    private int[] _noise = [];

    private VectorTrainer(ulong seed) => _random = new Xoshiro(seed);

    /// <returns>Words in ordinal order with their vectors, one row a word.</returns>
    public static (string[] Words, float[] Rows) Train(IEnumerable<string> lines, Segmenter segmenter, int epochs, ulong seed, Action<string> say)
    {
        var trainer = new VectorTrainer(seed);
        trainer.Read(lines, segmenter);
        say($"{trainer._text.Count} places, {trainer._words.Count} words");
        trainer.Prepare();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            trainer.Pass(epoch, epochs);
            say($"vectors: pass {epoch + 1} of {epochs}");
        }
        return trainer.Sorted();
    }

    private void Read(IEnumerable<string> lines, Segmenter segmenter)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new List<long>();
        var raw = new List<int>();
        Span<char> store = stackalloc char[WordKey.MaxLength];
        foreach (var line in lines)
        {
            var cut = segmenter.Segment(line);
            foreach (var s in cut.Sentences)
            {
                for (var i = s.First; i < s.End; i++)
                {
                    var span = cut.Words[i].Span;
                    var key = WordKey.Of(line.AsSpan(span.Start, span.Length), store);
                    if (!lookup.TryGetValue(key, out var id))
                    {
                        id = ids.Count;
                        ids.Add(key.ToString(), id);
                        counts.Add(0);
                    }
                    counts[id]++;
                    raw.Add(id);
                }
                raw.Add(-1);
            }
        }
        Renumber(ids, counts, raw);
    }

    private void Renumber(Dictionary<string, int> ids, List<long> counts, List<int> raw)
    {
        var renumbered = new int[counts.Count];
        Array.Fill(renumbered, -2);
        var kept = new List<long>();
        foreach (var (word, id) in ids.Where(e => counts[e.Value] >= MinCount).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            renumbered[id] = _words.Count;
            _words.Add(word);
            kept.Add(counts[id]);
        }
        _counts = [.. kept];
        foreach (var id in raw) _text.Add(id < 0 ? -1 : renumbered[id]);
    }

    private void Prepare()
    {
        _in = new float[_words.Count * Width];
        for (var i = 0; i < _in.Length; i++) _in[i] = (_random.Unit() - 0.5f) / Width;
        _out = new float[2 * Reach][];
        for (var p = 0; p < _out.Length; p++) _out[p] = new float[_in.Length];
        _noise = new int[TableSize];
        var total = _counts.Sum(c => Math.Pow(c, 0.75));
        double reached = 0;
        var at = 0;
        for (var w = 0; w < _counts.Length; w++)
        {
            reached += Math.Pow(_counts[w], 0.75);
            for (; at < TableSize && at < reached / total * TableSize; at++) _noise[at] = w;
        }
    }

    private void Pass(int epoch, int epochs)
    {
        var total = (double)_counts.Sum();
        var sentence = new List<int>();
        var text = CollectionsMarshal.AsSpan(_text);
        for (var i = 0; i < text.Length; i++)
        {
            var id = text[i];
            if (id == -1)
            {
                var done = (epoch + (double)i / text.Length) / epochs;
                Learn(sentence, (float)(0.03 * Math.Max(1 - done, 0.01)));
                sentence.Clear();
                continue;
            }
            // An unknown word keeps its place, so that the places of its neighbours stay true.
            if (id >= 0 && Subsample * total / _counts[id] is var keep and < 1 && _random.Unit() > Math.Sqrt(keep)) id = -2;
            sentence.Add(id);
        }
    }

    private void Learn(List<int> sentence, float rate)
    {
        Span<float> step = stackalloc float[Width];
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i] < 0) continue;
            var center = _in.AsSpan(sentence[i] * Width, Width);
            for (var p = 0; p < 2 * Reach; p++)
            {
                var j = i + (p < Reach ? p - Reach : p - Reach + 1);
                if (j < 0 || j >= sentence.Count || sentence[j] < 0) continue;
                step.Clear();
                for (var n = 0; n <= Negatives; n++)
                {
                    var other = n == 0 ? sentence[j] : _noise[_random.Next() >> 42];
                    if (n > 0 && other == sentence[j]) continue;
                    Push(center, _out[p].AsSpan(other * Width, Width), n == 0 ? 1f : 0f, rate, step);
                }
                for (var k = 0; k < Width; k++) center[k] += step[k];
            }
        }
    }

    private static void Push(Span<float> center, Span<float> context, float label, float rate, Span<float> step)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(center);
        var b = MemoryMarshal.Cast<float, Vector<float>>(context);
        var s = MemoryMarshal.Cast<float, Vector<float>>(step);
        var sum = Vector<float>.Zero;
        for (var k = 0; k < a.Length; k++) sum += a[k] * b[k];
        var x = Vector.Sum(sum);
        var g = rate * (label - 1f / (1f + MathF.Exp(-x)));
        if (Math.Abs(g) < 1e-7f) return;
        for (var k = 0; k < a.Length; k++)
        {
            s[k] += g * b[k];
            b[k] += g * a[k];
        }
    }

    private (string[] Words, float[] Rows) Sorted()
    {
        for (var r = 0; r < _in.Length; r += Width)
        {
            var norm = 0f;
            for (var k = 0; k < Width; k++) norm += _in[r + k] * _in[r + k];
            norm = MathF.Sqrt(norm / Width);
            if (norm > 0)
                for (var k = 0; k < Width; k++) _in[r + k] /= norm;
        }
        return (_words.ToArray(), _in);
    }
}
