using System.Text;

namespace Demarche.Actors;

/// <summary>Names over folded characters: letter case counts, diacritics and the shapes of apostrophes, dashes and spaces do not.</summary>
/// <remarks>A walk costs one look-up a character and ends at the first that no name has, so a text is matched in linear time.</remarks>
internal sealed class NameTrie<T>
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<T>?> _values = [null];

    /// <summary>Adds one meaning of a name; a name may have several.</summary>
    public void Add(string name, T value)
    {
        var node = 0;
        foreach (var c in name)
        {
            var edge = Edge(node, NameFolding.Fold(c));
            if (!_edges.TryGetValue(edge, out var next))
            {
                next = _values.Count;
                _values.Add(null);
                _edges.Add(edge, next);
            }
            node = next;
        }
        var values = _values[node] ??= [];
        if (!values.Contains(value)) values.Add(value);
    }

    /// <summary>The meanings of exactly this name; empty if there is none.</summary>
    public IReadOnlyList<T> Find(string name)
    {
        var node = 0;
        foreach (var c in name)
            if (!_edges.TryGetValue(Edge(node, NameFolding.Fold(c)), out node)) return [];
        return _values[node] ?? (IReadOnlyList<T>)[];
    }

    /// <summary>The longest name that starts at a position and ends where a word ends; 0 and empty if there is none.</summary>
    public (int Length, IReadOnlyList<T> Values) Longest(string text, int start)
    {
        (int, IReadOnlyList<T>) best = (0, []);
        var node = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (!_edges.TryGetValue(Edge(node, NameFolding.Fold(text[i])), out node)) break;
            if (_values[node] is { } values && EndsWord(text, i)) best = (i + 1 - start, values);
        }
        return best;
    }

    private static bool EndsWord(string text, int last) =>
        last + 1 >= text.Length || !char.IsLetterOrDigit(text[last + 1]) || !char.IsLetterOrDigit(text[last]);

    private static long Edge(int node, char c) => ((long)node << 16) | c;
}

/// <summary>How names are compared.</summary>
internal static class NameFolding
{
    private static readonly char[] Table = MakeTable();

    /// <summary>The character without its diacritics; apostrophes, dashes and spaces in their plain shapes.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u0080' => c is '\n' or '\t' ? ' ' : c,
        < '\u0250' => Table[c],
        >= '\u1e00' and < '\u1f00' => Base(c),
        '\u2018' or '\u2019' or '\u02bc' or '\u02bb' or '\u2032' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
        '\u2009' or '\u202f' => ' ',
        _ => c,
    };

    /// <summary>A whole name, folded.</summary>
    public static string Fold(string name) => string.Create(name.Length, name, (span, n) =>
    {
        for (var i = 0; i < n.Length; i++) span[i] = Fold(n[i]);
    });

    private static char[] MakeTable()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++) table[i] = i < 0x80 ? (char)i : Base((char)i);
        table['\u00a0'] = ' ';
        table['\u0142'] = 'l';
        table['\u0141'] = 'L';
        table['\u00f8'] = 'o';
        table['\u00d8'] = 'O';
        table['\u0111'] = 'd';
        table['\u0110'] = 'D';
        table['\u0131'] = 'i';
        table['\u00b4'] = '\'';
        return table;
    }

    private static char Base(char c) => c.ToString().Normalize(NormalizationForm.FormD)[0];
}
