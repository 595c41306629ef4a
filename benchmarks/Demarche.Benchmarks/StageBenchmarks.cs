using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Times;

namespace Demarche.Benchmarks;

/// <summary>Time of each stage alone over the shipped samples on one core; what it needs of earlier stages is made before.</summary>
public class StageBenchmarks
{
    private Analyzer _analyzer = null!;
    private ActorFinder _actorFinder = null!;
    private TimeFinder _timeFinder = null!;
    private QuoteFinder _quoteFinder = null!;
    private FigureFinder _figureFinder = null!;
    private EventCoder _coder = null!;
    private ImmutableArray<CodedArticle> _coded;

    [GlobalSetup]
    public void Load()
    {
        var data = Samples.Data();
        _analyzer = Analyzer.Load(data);
        _actorFinder = ActorFinder.Load(data);
        _timeFinder = TimeFinder.Load(data);
        _quoteFinder = QuoteFinder.Load(data, _analyzer);
        _figureFinder = FigureFinder.Load(data);
        _coder = EventCoder.Load(data, _analyzer);
        var pipeline = Pipeline.Load(data);
        _coded = [.. Samples.Articles(data).Select(pipeline.Code)];
        Console.WriteLine($"words in the samples: {_coded.Sum(c => c.Analysis.Tokens.Length)}");
    }

    [Benchmark]
    public int Split() => _coded.Sum(c => _analyzer.Split(c.Analysis.Text).Words.Count);

    [Benchmark]
    public int SplitTagAndParse() => _coded.Sum(c => _analyzer.Analyze(c.Analysis.Article).Tokens.Length);

    [Benchmark]
    public int Actors() => _coded.Sum(c => _actorFinder.Find(c.Analysis).Mentions.Length);

    [Benchmark]
    public int Times() => _coded.Sum(c => _timeFinder.Find(c.Analysis).All.Length);

    [Benchmark]
    public int Quotes() => _coded.Sum(c => _quoteFinder.Find(c.Analysis, c.Actors, c.Times).Length);

    [Benchmark]
    public int Figures() => _coded.Sum(c => _figureFinder.Find(c.Analysis, c.Actors, c.Times, c.Quotes).Length);

    [Benchmark]
    public int Events() => _coded.Sum(c => _coder.Code(c.Analysis, c.Actors, c.Times, c.Quotes).Length);
}
