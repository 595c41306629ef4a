namespace Demarche.Language;

/// <summary>The labels of words: outside, and for each kind the first, an inner, the last and the only word of a name.</summary>
internal static class EntityLabels
{
    public const int Kinds = 3;

    public const int Outside = 0;

    public const int Count = 1 + (4 * Kinds);

    /// <summary>Numbers a row of scores has: one vector of the kernels.</summary>
    public const int Columns = 16;

    /// <summary>The short names of the kinds, by number.</summary>
    public static ReadOnlySpan<string> Names => NameTable;

    private const int First = 0;
    private const int Inner = 1;
    private const int Last = 2;
    private const int Only = 3;

    private static readonly string[] NameTable = ["PER", "ORG", "LOC"];

    private static readonly bool[] LegalTable = MakeLegal();

    /// <summary>The label of a word at a place of a name of some length.</summary>
    public static int Of(EntityKind kind, int place, int length) =>
        1 + (4 * (int)kind) + (length == 1 ? Only : place == 0 ? First : place == length - 1 ? Last : Inner);

    public static EntityKind KindOf(int label) => (EntityKind)((label - 1) / 4);

    /// <summary>True where a name begins.</summary>
    public static bool Opens(int label) => label > 0 && (label - 1) % 4 is First or Only;

    /// <summary>True where a name ends.</summary>
    public static bool Closes(int label) => label > 0 && (label - 1) % 4 is Last or Only;

    /// <summary>True if <paramref name="next"/> may follow <paramref name="label"/>; before and after a sentence is outside.</summary>
    public static bool IsLegal(int label, int next) => LegalTable[(label * Columns) + next];

    private static bool[] MakeLegal()
    {
        var legal = new bool[Columns * Columns];
        for (var a = 0; a < Count; a++)
            for (var b = 0; b < Count; b++)
            {
                var open = a > 0 && !Closes(a);
                var continues = b > 0 && !Opens(b);
                legal[(a * Columns) + b] = open == continues && (!open || KindOf(a) == KindOf(b));
            }
        return legal;
    }
}
