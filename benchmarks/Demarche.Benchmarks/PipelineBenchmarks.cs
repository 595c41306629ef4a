using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Demarche.Articles;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>Time and memory of the whole pipeline over the shipped samples on one core, and of loading it.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private ImmutableArray<Article> _articles;
    private Pipeline _pipeline = null!;
    private Analyzer _analyzer = null!;

    [GlobalSetup]
    public void Load()
    {
        var data = Samples.Data();
        _pipeline = Pipeline.Load(data);
        _analyzer = Analyzer.Load(data);
        _articles = Samples.Articles(data);
        Console.WriteLine($"words in the samples: {_articles.Sum(a => _analyzer.Analyze(a).Tokens.Length)}");
    }

    [Benchmark]
    public int Analyse() => _articles.Sum(a => _analyzer.Analyze(a).Tokens.Length);

    [Benchmark]
    public int CodeWholly() => _articles.Sum(a => _pipeline.Code(a).Observations.Length);

    [Benchmark]
    public Analyzer LoadModel() => Analyzer.Load(Samples.Data());

    [Benchmark]
    public Pipeline LoadAll() => Pipeline.Load(Samples.Data());
}
