using System.Collections.Frozen;
using System.Text.Json;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Exports;

/// <summary>The meanings that exports print beside the codes of our record.</summary>
/// <param name="Version">Version of data/ontology, as the manifest names it.</param>
/// <param name="Codes">CAMEO and PLOVER.</param>
/// <param name="Scales">Goldstein's scores and the QuadClass.</param>
/// <param name="Acled">The acts that ACLED records.</param>
/// <param name="Countries">Common English names by ISO 3166-1 alpha-3.</param>
internal sealed record CodeBook(
    string Version, EventOntology Codes, EventScales Scales, AcledTypes Acled, FrozenDictionary<string, string> Countries)
{
    private const string ManifestFile = "ontology/manifest.json";
    private const string StatesFile = "actors/states.txt";

    /// <summary>The English name of a country, or null for what is none ("IGO") or not known.</summary>
    public string? CountryName(string? code) => code is null ? null : Countries.GetValueOrDefault(code);

    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static CodeBook Load(DataFiles data)
    {
        var codes = EventOntology.Load(data);
        var names = data.Lines(StatesFile).Select(l => l.Text.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length > 1);
        return new CodeBook(
            ReadVersion(data), codes, EventScales.Load(data, codes), AcledTypes.Load(data, codes),
            names.ToFrozenDictionary(c => c[0], c => c[1], StringComparer.Ordinal));
    }

    private static string ReadVersion(DataFiles data)
    {
        using var stream = data.Open(ManifestFile);
        try
        {
            using var manifest = JsonDocument.Parse(stream);
            return manifest.RootElement.GetProperty("version").GetString() ?? throw new DataException(ManifestFile, 0, "the version is missing");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DataException(ManifestFile, 0, "it must be a JSON object with a version");
        }
    }
}
