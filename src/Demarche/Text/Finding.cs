using System.Globalization;

namespace Demarche.Text;

/// <summary>Something in the data files that ought to be mended: what `demarche lint` prints, one a line.</summary>
/// <param name="File">Name among the data, "patterns/02-appeal.txt".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Kind">One word: "shadowed".</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string File, int Line, string Kind, string What, string Remedy) : IComparable<Finding>
{
    /// <summary>A line that cannot be read.</summary>
    public static Finding Of(DataException fault) => new(fault.File, fault.Line, "fault", fault.Reason, "mend the line");

    /// <summary>By file, line, kind and text, all ordinal.</summary>
    public int CompareTo(Finding? other)
    {
        if (other is null) return 1;
        var file = string.CompareOrdinal(File, other.File);
        if (file != 0) return file;
        if (Line != other.Line) return Line.CompareTo(other.Line);
        var kind = string.CompareOrdinal(Kind, other.Kind);
        return kind != 0 ? kind : string.CompareOrdinal(What, other.What);
    }

    /// <summary>"data/file:line: kind: what; what to do".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"data/{File}:{Line}: {Kind}: {What}; {Remedy}");
}
