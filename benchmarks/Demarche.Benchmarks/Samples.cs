using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Server.Feeds;
using Demarche.Text;

namespace Demarche.Benchmarks;

/// <summary>The data files beside the program, and the shipped samples as clean articles.</summary>
internal static class Samples
{
    public static DataFiles Data()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "data");
        return new DataFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f =>
            KeyValuePair.Create<string, Func<Stream>>(Path.GetRelativePath(root, f).Replace('\\', '/'), () => File.OpenRead(f))));
    }

    public static ImmutableArray<Article> Articles(DataFiles data) =>
        [.. new ArticleReader(new ArticleCleaner(data)).Read([Path.Combine(Root(), "samples")], new ReadOptions(), null).Select(r => r.Article).OfType<Article>()];

    /// <summary>The checkout.</summary>
    public static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Demarche.slnx"))) return at.FullName;
        throw new InvalidOperationException("run the benchmarks inside the checkout");
    }
}
