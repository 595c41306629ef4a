using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Demarche.Text;

namespace Demarche.Ontology;

/// <summary>The event codes that the record uses: CAMEO to four digits, and the types, modes and contexts of PLOVER 2021.</summary>
public sealed class EventOntology
{
    private const string CameoFile = "ontology/cameo.txt";
    private const string PloverFile = "ontology/plover.txt";
    private const int PloverTypes = 16;

    private readonly FrozenDictionary<string, CameoCode> _codes;

    private EventOntology(
        ImmutableArray<CameoCode> codes, ImmutableArray<PloverWord> types, ImmutableArray<PloverWord> modes, ImmutableArray<PloverWord> contexts)
    {
        Codes = codes;
        Types = types;
        Modes = modes;
        Contexts = contexts;
        _codes = codes.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
    }

    /// <summary>All CAMEO codes, in ordinal order; a code's parents ("08", "087") stand before it.</summary>
    public ImmutableArray<CameoCode> Codes { get; }

    /// <summary>The sixteen PLOVER types, from friendly to hostile.</summary>
    public ImmutableArray<PloverWord> Types { get; }

    /// <summary>The PLOVER modes, in ordinal order.</summary>
    public ImmutableArray<PloverWord> Modes { get; }

    /// <summary>The PLOVER contexts, in ordinal order.</summary>
    public ImmutableArray<PloverWord> Contexts { get; }

    /// <summary>The code as given, digits and leading zeros.</summary>
    /// <exception cref="KeyNotFoundException">CAMEO has no such code.</exception>
    public CameoCode this[string code] =>
        _codes.TryGetValue(code, out var found) ? found : throw new KeyNotFoundException($"CAMEO has no code \"{code}\".");

    /// <summary>Looks a code up without complaint.</summary>
    public bool TryFind(string code, [NotNullWhen(true)] out CameoCode? found) => _codes.TryGetValue(code, out found);

    /// <summary>Reads and checks both files.</summary>
    /// <exception cref="DataException">A line is malformed, or names a word or a parent that does not exist.</exception>
    public static EventOntology Load(DataFiles files)
    {
        var words = Kinds.ToDictionary(k => k, _ => ImmutableArray.CreateBuilder<PloverWord>(), StringComparer.Ordinal);
        foreach (var (line, text) in files.Lines(PloverFile)) ReadWord(line, text, words);
        var (types, modes, contexts) = (words["type"].ToImmutable(), words["mode"].ToImmutable(), words["context"].ToImmutable());
        if (types.Length != PloverTypes) throw new DataException(PloverFile, 0, $"there must be {PloverTypes} types, not {types.Length}");
        CheckModes(types, modes);

        var codes = ImmutableArray.CreateBuilder<CameoCode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, text) in files.Lines(CameoFile))
        {
            var code = ReadCode(line, text);
            Check(line, code, seen, types, modes, contexts);
            codes.Add(code);
        }
        codes.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return new EventOntology(codes.ToImmutable(), types, modes, contexts);
    }

    private static readonly string[] Kinds = ["type", "mode", "context"];

    private static void ReadWord(int line, string text, Dictionary<string, ImmutableArray<PloverWord>.Builder> words)
    {
        var cells = Cells(PloverFile, line, text, 4);
        if (!words.TryGetValue(cells[0], out var kind))
            throw new DataException(PloverFile, line, $"\"{cells[0]}\" is none of type, mode, context");
        if (cells[1].Length == 0 || cells[3].Length == 0) throw new DataException(PloverFile, line, "the word or its definition is missing");
        if (kind.Any(w => w.Word == cells[1])) throw new DataException(PloverFile, line, $"\"{cells[1]}\" stands twice");
        kind.Add(new PloverWord(cells[1], cells[0] == "mode" ? Listed(cells[2]) : [], cells[3]));
    }

    private static CameoCode ReadCode(int line, string text)
    {
        var cells = Cells(CameoFile, line, text, 7);
        if (cells[0].Length is < 2 or > 4 || !cells[0].All(char.IsAsciiDigit))
            throw new DataException(CameoFile, line, $"\"{cells[0]}\" is no code of two to four digits");
        if (cells[1].Length == 0 || cells[6].Length == 0) throw new DataException(CameoFile, line, "the name or the definition is missing");
        if (cells[5] is not ("" or "yes")) throw new DataException(CameoFile, line, $"symmetric is \"yes\" or empty, not \"{cells[5]}\"");
        return new CameoCode(cells[0], cells[1], OrNull(cells[2]), OrNull(cells[3]), Listed(cells[4]), cells[5] == "yes", cells[6]);
    }

    private static void Check(
        int line, CameoCode code, HashSet<string> seen,
        ImmutableArray<PloverWord> types, ImmutableArray<PloverWord> modes, ImmutableArray<PloverWord> contexts)
    {
        if (!seen.Add(code.Code)) throw new DataException(CameoFile, line, $"{code.Code} stands twice");
        if (code.Code.Length > 2 && !seen.Contains(code.Code[..^1]))
            throw new DataException(CameoFile, line, $"its parent {code.Code[..^1]} must stand before it");
        if (code.Plover is null != code.Code.StartsWith("01", StringComparison.Ordinal))
            throw new DataException(CameoFile, line, "every code has a PLOVER type, save those under 01");
        if (code.Plover is { } type && types.All(t => t.Word != type))
            throw new DataException(CameoFile, line, $"\"{type}\" is no PLOVER type");
        if (code.Mode is { } mode && !modes.Any(m => m.Word == mode && m.Types.Contains(code.Plover ?? "")))
            throw new DataException(CameoFile, line, $"\"{mode}\" is no mode of {code.Plover}");
        if (code.Contexts.FirstOrDefault(c => contexts.All(known => known.Word != c)) is { } context)
            throw new DataException(CameoFile, line, $"\"{context}\" is no PLOVER context");
    }

    private static void CheckModes(ImmutableArray<PloverWord> types, ImmutableArray<PloverWord> modes)
    {
        foreach (var mode in modes)
        {
            if (mode.Types.IsEmpty) throw new DataException(PloverFile, 0, $"mode \"{mode.Word}\" names no type");
            if (mode.Types.FirstOrDefault(t => types.All(known => known.Word != t)) is { } odd)
                throw new DataException(PloverFile, 0, $"mode \"{mode.Word}\" names \"{odd}\", which is no type");
        }
    }

    private static string[] Cells(string file, int line, string text, int count)
    {
        var cells = text.Split('|', StringSplitOptions.TrimEntries);
        return cells.Length == count ? cells : throw new DataException(file, line, $"there must be {count} cells, not {cells.Length}");
    }

    private static ImmutableArray<string> Listed(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
