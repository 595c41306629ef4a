using Demarche.Text;

namespace Demarche.Tests;

/// <summary>Where the tests find the sources, the shipped data and the pipeline over them.</summary>
internal static class Repository
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load(Data));

    /// <summary>The shipped data.</summary>
    public static DataFiles Data => RepositoryData.Files;

    /// <summary>All stages over the shipped data, loaded once.</summary>
    public static Pipeline Shipped => Loaded.Value;

    /// <summary>A folder of the checkout.</summary>
    public static string Folder(string relative) => Path.Join(Path.GetDirectoryName(RepositoryData.Folder), relative);
}
