using System.Globalization;

namespace Demarche.Text;

/// <summary>Something in the data files that ought to be mended: what `demarche lint` prints, one a line.</summary>
/// <param name="File">Name among the data, "patterns/02-appeal.txt".</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Kind">One word: "shadowed".</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string File, int Line, string Kind, string What, string Remedy)
{
    /// <summary>A line that cannot be read.</summary>
    public static Finding Of(DataException fault) => new(fault.File, fault.Line, "fault", fault.Reason, "mend the line");

    /// <summary>Findings by file, line, kind and text, all ordinal.</summary>
    public static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) =>
        findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Kind, StringComparer.Ordinal).ThenBy(f => f.What, StringComparer.Ordinal);

    /// <summary>"data/file:line: kind: what; what to do".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"data/{File}:{Line}: {Kind}: {What}; {Remedy}");
}
