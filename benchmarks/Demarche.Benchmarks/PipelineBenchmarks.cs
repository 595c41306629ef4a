using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Server.Feeds;
using Demarche.Text;

namespace Demarche.Benchmarks;

/// <summary>Time and memory of the stages over the shipped samples, one core; words a second are words of the samples by the mean time.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private ImmutableArray<Article> _articles;
    private DataFiles _data = null!;
    private Pipeline _pipeline = null!;
    private Analyzer _analyzer = null!;

    [GlobalSetup]
    public void Load()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "data");
        _data = new DataFiles(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f =>
            KeyValuePair.Create<string, Func<Stream>>(Path.GetRelativePath(root, f).Replace('\\', '/'), () => File.OpenRead(f))));
        _pipeline = Pipeline.Load(_data);
        _analyzer = Analyzer.Load(_data);
        _articles = [.. new ArticleReader(new ArticleCleaner(_data)).Read([SamplesFolder()], new ReadOptions(), null).Select(r => r.Article).OfType<Article>()];
    }

    [Benchmark]
    public int Analyse() => _articles.Sum(a => _analyzer.Analyze(a).Tokens.Length);

    [Benchmark]
    public int CodeWholly() => _articles.Sum(a => _pipeline.Code(a).Observations.Length);

    [Benchmark]
    public Pipeline LoadData() => Pipeline.Load(_data);

    private static string SamplesFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Demarche.slnx"))) return Path.Combine(at.FullName, "samples");
        throw new InvalidOperationException("run the benchmarks inside the checkout");
    }
}
