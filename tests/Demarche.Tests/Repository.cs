using Demarche.Actors;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests;

/// <summary>Where the tests find the sources and the shipped data; the stages that are slow to load are loaded once for all tests.</summary>
internal static class Repository
{
    /// <summary>The shipped data.</summary>
    public static DataFiles Data { get; } = OpenData(Folder("data"));

    private static readonly Lazy<Analyzer> LoadedAnalyzer = new(() => Analyzer.Load(Data));
    private static readonly Lazy<ActorFinder> LoadedActors = new(() => ActorFinder.Load(Data));
    private static readonly Lazy<Pipeline> Patterns = new(() => new Pipeline(Data, Analyzer, Actors, patternsOnly: true));
    private static readonly Lazy<Pipeline> Loaded = new(() => new Pipeline(Data, Analyzer, Actors));
    private static readonly Lazy<ArticleCleaner> LoadedCleaner = new(() => new ArticleCleaner(Data));

    /// <summary>All stages, with a coder that uses patterns and grammar alone.</summary>
    public static Pipeline PatternsOnly => Patterns.Value;

    /// <summary>All stages over the shipped data.</summary>
    public static Pipeline Shipped => Loaded.Value;

    /// <summary>The shipped language model.</summary>
    public static Analyzer Analyzer => LoadedAnalyzer.Value;

    /// <summary>The finder over the shipped actors.</summary>
    public static ActorFinder Actors => LoadedActors.Value;

    /// <summary>The cleaner over the shipped patterns of page furniture.</summary>
    public static ArticleCleaner Cleaner => LoadedCleaner.Value;

    /// <summary>A folder of the checkout.</summary>
    public static string Folder(string relative)
    {
        for (var here = AppContext.BaseDirectory; here is not null; here = Path.GetDirectoryName(here))
        {
            if (File.Exists(Path.Join(here, "Demarche.slnx"))) return Path.Join(here, relative);
        }
        throw new DirectoryNotFoundException("the tests must run inside the repository");
    }

    private static DataFiles OpenData(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => KeyValuePair.Create(Path.GetRelativePath(folder, f).Replace('\\', '/'), () => (Stream)File.OpenRead(f))));
}
