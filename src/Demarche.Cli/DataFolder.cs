using Demarche.Text;

namespace Demarche.Cli;

/// <summary>The data folder that is shipped beside the program.</summary>
internal static class DataFolder
{
    public static DataFiles Open()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "data");
        return new DataFiles(
            Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(f => KeyValuePair.Create<string, Func<Stream>>(
                    Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/'),
                    () => File.OpenRead(f))));
    }
}
