using Demarche.Text;

namespace Demarche.Tests;

/// <summary>Where the tests find the sources and the shipped data.</summary>
internal static class Repository
{
    /// <summary>The shipped data.</summary>
    public static DataFiles Data => RepositoryData.Files;

    /// <summary>A folder of the checkout.</summary>
    public static string Folder(string relative) => Path.Join(Path.GetDirectoryName(RepositoryData.Folder), relative);
}
