using System.Collections.Frozen;
using System.Globalization;
using Demarche.Text;

namespace Demarche.Ontology;

/// <summary>The scales that other programs put beside a CAMEO code: Goldstein's score and the QuadClass of its root.</summary>
public sealed class EventScales
{
    private const string GoldsteinFile = "ontology/goldstein.txt";
    private const string QuadFile = "ontology/quad-classes.txt";
    private const double Extreme = 10;

    private readonly FrozenDictionary<string, double> _scores;
    private readonly FrozenDictionary<string, int> _quads;

    private EventScales(Dictionary<string, double> scores, Dictionary<string, int> quads)
    {
        _scores = scores.ToFrozenDictionary(StringComparer.Ordinal);
        _quads = quads.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>From -10, war, to 10, peace (Goldstein 1992, as carried over to CAMEO).</summary>
    /// <exception cref="KeyNotFoundException">CAMEO has no such code.</exception>
    public double Goldstein(string cameo) => _scores[cameo];

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    /// <exception cref="KeyNotFoundException">CAMEO has no such root.</exception>
    public int QuadClass(string cameo) => _quads[cameo[..2]];

    /// <summary>Reads both files and checks them against the codes.</summary>
    /// <exception cref="DataException">A line is malformed, a code unknown, doubled or missing, or a root's score is not what its file says.</exception>
    public static EventScales Load(DataFiles files, EventOntology ontology) => new(Scores(files, ontology), Quads(files, ontology));

    private static Dictionary<string, double> Scores(DataFiles files, EventOntology ontology)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (line, text) in files.Lines(GoldsteinFile))
        {
            var cells = Cells(GoldsteinFile, line, text, ontology);
            if (!double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) || !(Math.Abs(score) <= Extreme))
                throw new DataException(GoldsteinFile, line, $"\"{cells[1]}\" is no score from -10 to 10");
            if (cells[2] is not ("scale" or "root")) throw new DataException(GoldsteinFile, line, $"\"{cells[2]}\" is neither scale nor root");
            if (cells[2] == "root" && !(scores.TryGetValue(cells[0][..2], out var root) && root == score))
                throw new DataException(GoldsteinFile, line, $"{cells[0]} has not the score of its root, which must stand before it");
            if (!scores.TryAdd(cells[0], score)) throw new DataException(GoldsteinFile, line, $"{cells[0]} stands twice");
        }
        CheckAll(GoldsteinFile, scores.Keys, ontology.Codes.Select(c => c.Code));
        return scores;
    }

    private static Dictionary<string, int> Quads(DataFiles files, EventOntology ontology)
    {
        var quads = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, text) in files.Lines(QuadFile))
        {
            var cells = Cells(QuadFile, line, text, ontology);
            if (cells[0].Length != 2) throw new DataException(QuadFile, line, $"{cells[0]} is no root");
            if (cells[1] is not [>= '1' and <= '4']) throw new DataException(QuadFile, line, $"\"{cells[1]}\" is no class from 1 to 4");
            if (!quads.TryAdd(cells[0], cells[1][0] - '0')) throw new DataException(QuadFile, line, $"{cells[0]} stands twice");
        }
        CheckAll(QuadFile, quads.Keys, ontology.Codes.Select(c => c.Code).Where(c => c.Length == 2));
        return quads;
    }

    private static string[] Cells(string file, int line, string text, EventOntology ontology)
    {
        var cells = text.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 3) throw new DataException(file, line, $"there must be 3 cells, not {cells.Length}");
        return ontology.TryFind(cells[0], out _) ? cells : throw new DataException(file, line, $"CAMEO has no code \"{cells[0]}\"");
    }

    private static void CheckAll(string file, IEnumerable<string> found, IEnumerable<string> wanted)
    {
        if (wanted.Except(found, StringComparer.Ordinal).FirstOrDefault() is { } missing) throw new DataException(file, 0, $"{missing} is missing");
    }
}
