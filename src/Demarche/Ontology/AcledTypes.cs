using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Demarche.Text;

namespace Demarche.Ontology;

/// <summary>ACLED's categories of one act; null where CAMEO does not tell which of several it is.</summary>
/// <param name="Disorder">"Political violence", "Demonstrations", "Strategic developments".</param>
/// <param name="Event">"Battles", "Protests", …</param>
/// <param name="SubEvent">"Armed clash", "Arrests", …</param>
public sealed record AcledType(string? Disorder, string? Event, string? SubEvent);

/// <summary>Which CAMEO codes ACLED would record, and as what, from data/ontology/acled.txt.</summary>
public sealed class AcledTypes
{
    private const string File = "ontology/acled.txt";
    private const int Shortest = 3;

    private readonly FrozenDictionary<string, AcledType> _types;

    private AcledTypes(Dictionary<string, AcledType> types) => _types = types.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The categories of a code, or of the nearest code above it; false if the act is outside ACLED's scope.</summary>
    public bool TryFind(string cameo, [NotNullWhen(true)] out AcledType? type)
    {
        type = null;
        for (var length = cameo.Length; length >= Shortest && type is null; length--) _types.TryGetValue(cameo[..length], out type);
        return type is not null;
    }

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="DataException">A line is malformed, or its code unknown or doubled.</exception>
    public static AcledTypes Load(DataFiles files, EventOntology ontology)
    {
        var types = new Dictionary<string, AcledType>(StringComparer.Ordinal);
        foreach (var (line, text) in files.Lines(File))
        {
            var cells = text.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != 4) throw new DataException(File, line, $"there must be 4 cells, not {cells.Length}");
            if (!ontology.TryFind(cells[0], out _) || cells[0].Length < Shortest)
                throw new DataException(File, line, $"CAMEO has no code \"{cells[0]}\" of three or four digits");
            if (!types.TryAdd(cells[0], new AcledType(OrNull(cells[1]), OrNull(cells[2]), OrNull(cells[3]))))
                throw new DataException(File, line, $"{cells[0]} stands twice");
        }
        return new AcledTypes(types);
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
