using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>Tokens of letters that are several words: always ("cannot", "gonna"), or only at times ("its" written for "it's").</summary>
internal sealed class Contractions(IReadOnlyDictionary<string, int[]> always, IReadOnlyDictionary<string, int> doubtful)
{
    /// <summary>The longest form.</summary>
    public const int MaxLength = 12;

    private readonly FrozenDictionary<string, int[]> _always = always.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, int> _doubtful = doubtful.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where the words of a form begin, after the first; none if it is one word.</summary>
    public ReadOnlySpan<int> CutsOf(ReadOnlySpan<char> form)
    {
        if (form.Length is < 2 or > MaxLength) return [];
        Span<char> low = stackalloc char[form.Length];
        form.ToLowerInvariant(low);
        return _always.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(low, out var cuts) ? cuts : [];
    }

    /// <summary>Where the second word of a form would begin that is mostly one word; 0 if it always is.</summary>
    public int DoubtfulCut(ReadOnlySpan<char> form)
    {
        if (form.Length is < 2 or > MaxLength) return 0;
        Span<char> low = stackalloc char[form.Length];
        form.ToLowerInvariant(low);
        return _doubtful.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(low, out var cut) ? cut : 0;
    }

    public void Put(BinaryWriter w)
    {
        w.Write(_always.Count);
        foreach (var (form, cuts) in _always.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            w.Write(form);
            w.Write((byte)cuts.Length);
            foreach (var cut in cuts) w.Write((byte)cut);
        }
        w.Write(_doubtful.Count);
        foreach (var (form, cut) in _doubtful.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            w.Write(form);
            w.Write((byte)cut);
        }
    }

    public static Contractions Get(BinaryReader r)
    {
        var always = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var n = r.ReadInt32(); n > 0; n--)
        {
            var form = r.ReadString();
            var cuts = new int[r.ReadByte()];
            for (var i = 0; i < cuts.Length; i++) cuts[i] = Checked(r.ReadByte(), i == 0 ? 0 : cuts[i - 1], form);
            always.Add(form, cuts);
        }
        var doubtful = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = r.ReadInt32(); n > 0; n--)
        {
            var form = r.ReadString();
            doubtful.Add(form, Checked(r.ReadByte(), 0, form));
        }
        return new Contractions(always, doubtful);
    }

    private static int Checked(int cut, int after, string form) =>
        cut > after && cut < form.Length ? cut : throw new ArgumentException("a contraction is cut outside");
}
