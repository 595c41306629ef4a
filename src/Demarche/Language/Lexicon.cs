namespace Demarche.Language;

/// <summary>How a word form is written in a large body of news; each value is a rough step, 0 where nothing is known.</summary>
/// <param name="Frequency">About the binary logarithm of its count, 1 to 15.</param>
/// <param name="Lower">Inside sentences it is written small: 1 never or hardly ever, 2 seldom, 3 often, 4 almost always.</param>
/// <param name="Stop">It is followed by a full stop: 1 hardly ever, 2 as often as any word, 3 often, 4 almost always.</param>
/// <param name="Inside">Its full stop is followed by a small letter, a digit or a comma: 1 hardly ever, 2 at times, 3 often, 4 mostly.</param>
/// <param name="Upper">Where it has a capital, it is all in capitals: 1 hardly ever, 2 at times, 3 mostly.</param>
internal readonly record struct WordUse(int Frequency, int Lower, int Stop, int Inside, int Upper);

/// <summary>What is known of word forms from unlabelled news, case and typographic variants folded. Counts only: no word is stored, but its hash.</summary>
internal sealed class Lexicon
{
    private const string Section = "lexicon";

    private readonly uint[] _hashes;
    private readonly ushort[] _uses;
    private readonly int _mask;
    private readonly int[] _slots;

    /// <param name="hashes">Hashes of the folded forms, ascending.</param>
    /// <param name="uses">For each what <see cref="Pack"/> makes of its use.</param>
    public Lexicon(uint[] hashes, ushort[] uses)
    {
        if (hashes.Length != uses.Length) throw new ArgumentException("as many uses as forms are needed");
        _hashes = hashes;
        _uses = uses;
        _mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 1) - 1;
        _slots = new int[_mask + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = (int)hashes[i] & _mask;
            while (_slots[at] != 0) at = (at + 1) & _mask;
            _slots[at] = i + 1;
        }
    }

    /// <summary>Knows no word.</summary>
    public static Lexicon Empty { get; } = new([], []);

    public int Count => _hashes.Length;

    /// <summary>The use of a form; all zero if it is not known.</summary>
    public WordUse Find(ReadOnlySpan<char> form) => Find(FeatureList.HashFolded(form));

    /// <summary>The use of a form whose <see cref="FeatureList.HashFolded"/> is given.</summary>
    public WordUse Find(uint hash)
    {
        for (var at = (int)hash & _mask; _slots[at] is var slot and not 0; at = (at + 1) & _mask)
            if (_hashes[slot - 1] == hash) return Unpack(_uses[slot - 1]);
        return default;
    }

    public static ushort Pack(WordUse use) => (ushort)(use.Frequency | (use.Lower << 4) | (use.Stop << 7) | (use.Inside << 10) | (use.Upper << 13));

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(_hashes.Length);
        foreach (var h in _hashes) w.Write(h);
        foreach (var u in _uses) w.Write(u);
    });

    /// <summary>The lexicon of a model, or an empty one.</summary>
    public static Lexicon Get(ModelFile file) => !file.Has(Section) ? Empty : file.Get(Section, r =>
    {
        var hashes = new uint[r.ReadInt32()];
        var uses = new ushort[hashes.Length];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = r.ReadUInt32();
        for (var i = 0; i < uses.Length; i++) uses[i] = r.ReadUInt16();
        return new Lexicon(hashes, uses);
    });

    private static WordUse Unpack(ushort use) => new(use & 15, (use >> 4) & 7, (use >> 7) & 7, (use >> 10) & 7, use >> 13);
}
