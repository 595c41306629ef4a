using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Tests;

/// <summary>The repository's own data folder, for tests that need the real files.</summary>
internal static class RepositoryData
{
    public static string Folder { get; } = FindFolder();

    public static DataFiles Files { get; } = new(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(f => KeyValuePair.Create(Path.GetRelativePath(Folder, f).Replace('\\', '/'), () => (Stream)File.OpenRead(f))));

    public static ArticleCleaner Cleaner { get; } = new(Files);

    private static string FindFolder()
    {
        for (var here = AppContext.BaseDirectory; here is not null; here = Path.GetDirectoryName(here))
        {
            if (File.Exists(Path.Join(here, "Demarche.slnx"))) return Path.Join(here, "data");
        }
        throw new DirectoryNotFoundException("the tests must run inside the repository");
    }
}
