namespace Demarche.Language;

/// <summary>Sizes of the network; multiples of <see cref="Kernels.Lane"/> where they are widths of matrices.</summary>
/// <param name="Words">Words with an embedding of their own, the unknown word (0) included.</param>
/// <param name="VectorWidth">Width of the vectors learnt from unlabelled text.</param>
/// <param name="Tags">Kinds of tags (UPOS, XPOS and features together).</param>
/// <param name="Relations">Kinds of relations.</param>
/// <param name="Layers">Recurrent layers.</param>
internal sealed record NetworkShape(int Words, int VectorWidth, int Tags, int Relations, int Layers)
{
    /// <summary>Width of the input of a word.</summary>
    public const int Width = 128;

    /// <summary>Width of one direction of a recurrent layer.</summary>
    public const int Hidden = 128;

    public const int Arc = 128;

    public const int Relation = 96;

    /// <summary>Kinds of distance between dependent and head, the root apart.</summary>
    public const int Distances = 32;

    /// <summary>Rows of the hashed tables: prefix, suffixes of two, three and four, shape.</summary>
    public static ReadOnlySpan<int> HashedRows => [4096, 1024, 4096, 8192, 512];

    /// <summary>Rows of the last table: habits, capitals and standing; 0 for a covered word.</summary>
    private const int CapitalRows = 1 + (WordVectors.HabitCount * 16);

    public int Tables => HashedRows.Length + 2;

    public int RowsOf(int table) => table == 0 ? Words : table <= HashedRows.Length ? HashedRows[table - 1] : CapitalRows;

    public int TagColumns => Pad(Tags);

    public int RelationColumns => Pad(Relations);

    public static int Pad(int n) => (n + Kernels.Lane - 1) / Kernels.Lane * Kernels.Lane;
}
