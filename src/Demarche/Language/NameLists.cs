namespace Demarche.Language;

/// <summary>What a list of known names is a list of.</summary>
[Flags]
internal enum NameList : ushort
{
    None = 0,
    Person = 1,
    GivenName = 2,
    Surname = 4,
    Organisation = 8,
    State = 16,
    Place = 32,
    People = 64,
    Role = 128,

    /// <summary>No list: the first word of a longer name.</summary>
    Opening = 256,
}

/// <summary>Known names, found in a run of words; only a hash of each is kept. Blanks, hyphens and full stops do not count.</summary>
internal sealed class NameLists
{
    private const string Section = "names";
    private const int MaxWords = 7;

    private readonly Dictionary<ulong, NameList> _names;

    public NameLists(Dictionary<ulong, NameList> names) => _names = names;

    public int Count => _names.Count;

    /// <summary>The hash of nothing; further characters are added by <see cref="Extend"/>.</summary>
    public const ulong Empty = 0xCBF29CE484222325;

    public static ulong Extend(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            var folded = Characters.Fold(c);
            if (folded is ' ' or '-' or '.') continue;
            hash = (hash ^ folded) * 0x100000001B3;
        }
        return hash;
    }

    /// <summary>Marks the words that known names cover: for each list one bit where a name begins and one where it goes on.</summary>
    public void Mark(ReadOnlySpan<char> text, ReadOnlySpan<WordSpan> words, Span<uint> marks)
    {
        marks.Clear();
        Span<ulong> hashes = stackalloc ulong[MaxWords];
        for (var i = 0; i < words.Length; i++)
        {
            var n = HashFrom(text, words[i..], hashes);
            NameList seen = NameList.Opening;
            for (var k = n - 1; k >= 0; k--)
            {
                if (!_names.TryGetValue(hashes[k], out var lists)) continue;
                var fresh = (uint)(lists & ~seen);
                seen |= lists;
                marks[i] |= fresh;
                for (var j = 1; j <= k; j++) marks[i + j] |= fresh << 8;
            }
        }
    }

    /// <summary>Hashes of the first word, the first two and so on, as far as a name can reach.</summary>
    private int HashFrom(ReadOnlySpan<char> text, ReadOnlySpan<WordSpan> words, Span<ulong> hashes)
    {
        var hash = Empty;
        var n = 0;
        for (; n < Math.Min(MaxWords, words.Length); n++)
        {
            var word = text[words[n].Span.Start..words[n].Span.End];
            if (word.Length > WordKey.MaxLength) break;
            hashes[n] = hash = Extend(hash, word);
            if (n == 0 && (!_names.TryGetValue(hash, out var lists) || (lists & NameList.Opening) == 0)) return lists == 0 ? 0 : 1;
        }
        return n;
    }

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(_names.Count);
        foreach (var (hash, list) in _names.OrderBy(n => n.Key))
        {
            w.Write(hash);
            w.Write((ushort)list);
        }
    });

    public static NameLists Get(ModelFile file) => file.Get(Section, r =>
    {
        var names = new Dictionary<ulong, NameList>();
        for (var n = r.ReadInt32(); n > 0; n--) names.Add(r.ReadUInt64(), (NameList)r.ReadUInt16());
        return new NameLists(names);
    });
}
