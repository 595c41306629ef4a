using Demarche.Language;
using Demarche.Text;

namespace Demarche.Stories;

/// <summary>In how many articles of a large body of news a word or a pair of neighbouring words stands: a fixed measure of what is rare.</summary>
/// <remarks>Fixed, so that no article is weighed by what else is at hand. Counts only, in steps of an eighth of a natural logarithm: no word is stored, but its hash.</remarks>
internal sealed class WordFrequencies
{
    private const double StepsPerLog = 8;

    private readonly int _articles;
    private readonly uint[] _hashes;
    private readonly byte[] _steps;
    private readonly int[] _slots;
    private readonly int _mask;
    private readonly float[] _weights = new float[256];

    private WordFrequencies(int articles, uint[] hashes, byte[] steps)
    {
        (_articles, _hashes, _steps) = (articles, hashes, steps);
        _mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 1) - 1;
        _slots = new int[_mask + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = (int)hashes[i] & _mask;
            while (_slots[at] != 0) at = (at + 1) & _mask;
            _slots[at] = i + 1;
        }
        for (var s = 0; s < _weights.Length; s++) _weights[s] = (float)Math.Max(0, Math.Log(articles + 1.0) - s / StepsPerLog);
    }

    /// <summary>Number of entries.</summary>
    public int Count => _hashes.Length;

    /// <summary>Inverse document frequency, ln((N + 1) / (n + 1)); of what is not known, that of what stands nowhere.</summary>
    public float Rarity(uint hash)
    {
        for (var at = (int)hash & _mask; _slots[at] is var slot and not 0; at = (at + 1) & _mask)
            if (_hashes[slot - 1] == hash) return _weights[_steps[slot - 1]];
        return _weights[0];
    }

    /// <summary>The table of counts; those seldomer than <paramref name="least"/> are left out.</summary>
    public static WordFrequencies Of(int articles, IEnumerable<KeyValuePair<uint, int>> counts, int least)
    {
        var kept = counts.Where(c => c.Value >= least).OrderBy(c => c.Key).ToList();
        return new WordFrequencies(articles, [.. kept.Select(c => c.Key)], [.. kept.Select(c => (byte)Math.Min(255, Math.Round(StepsPerLog * Math.Log(c.Value + 1.0))))]);
    }

    public void Put(ModelFile file, string section) => file.Put(section, w =>
    {
        w.Write(_articles);
        w.Write(_hashes.Length);
        foreach (var h in _hashes) w.Write(h);
        w.Write(_steps);
    });

    /// <exception cref="DataException">The section is missing or damaged.</exception>
    public static WordFrequencies Get(ModelFile file, string section) => file.Get(section, r =>
    {
        var articles = r.ReadInt32();
        var hashes = new uint[r.ReadInt32()];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = r.ReadUInt32();
        var steps = new byte[hashes.Length];
        r.BaseStream.ReadExactly(steps);
        return new WordFrequencies(articles, hashes, steps);
    });
}
