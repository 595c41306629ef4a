using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche;

/// <summary>From clean articles to coded ones: the table of contents of the library. Safe for use by many threads.</summary>
public sealed class Pipeline
{
    private readonly Analyzer _analyzer;
    private readonly ActorFinder _actors;
    private readonly TimeFinder _times;
    private readonly QuoteFinder _quotes;
    private readonly FigureFinder _figures;
    private readonly EventCoder _coder;
    private readonly Opposites _opposites;

    /// <summary>Shares the two stages that are slow to load.</summary>
    internal Pipeline(DataFiles data, Analyzer analyzer, ActorFinder actors, bool patternsOnly = false)
    {
        _analyzer = analyzer;
        _actors = actors;
        _times = TimeFinder.Load(data);
        _quotes = QuoteFinder.Load(data, analyzer);
        _figures = FigureFinder.Load(data);
        _opposites = Opposites.Load(data);
        _coder = patternsOnly ? EventCoder.LoadPatterns(data) : EventCoder.Load(data, analyzer);
    }

    /// <summary>Reads the data of all stages.</summary>
    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static Pipeline Load(DataFiles data) => new(data, Analyzer.Load(data), ActorFinder.Load(data));

    /// <summary>The same with a coder that uses its patterns alone, without what was learnt from annotated sentences.</summary>
    /// <exception cref="DataException">A data file is missing or has a bad line.</exception>
    public static Pipeline LoadPatternsOnly(DataFiles data) => new(data, Analyzer.Load(data), ActorFinder.Load(data), patternsOnly: true);

    /// <summary>Codes one article. Its publication date must have been settled before (<see cref="PublicationDating"/>).</summary>
    public CodedArticle Code(Article article)
    {
        var read = Read(article);
        return read with { Observations = _coder.Code(read.Analysis, read.Actors, read.Times, read.Quotes) };
    }

    /// <summary>Codes one article and says why each observation was coded, at the same index.</summary>
    public (CodedArticle Coded, ImmutableArray<Derivation> Derivations) Explain(Article article)
    {
        var read = Read(article);
        var (observations, derivations) = _coder.Explain(read.Analysis, read.Actors, read.Times, read.Quotes);
        return (read with { Observations = observations }, derivations);
    }

    /// <summary>The sentences of a coded article of which nothing was coded, and what was tried in vain.</summary>
    public ImmutableArray<Silence> ExplainSilence(CodedArticle coded) => _coder.ExplainSilence(coded);

    /// <summary>All that comes before the events.</summary>
    internal CodedArticle Read(Article article)
    {
        var analysis = _analyzer.AnalyzeDeeply(article);
        var named = _actors.Find(analysis);
        var times = _times.Find(analysis);
        var quotes = _quotes.Find(analysis, named, times);
        var actors = FirstPersons.ResolveFirstPerson(analysis, ThirdPersons.Resolve(analysis, named, quotes), quotes);
        var figures = _figures.Find(analysis, actors, times, quotes);
        return new CodedArticle(analysis, actors, times, quotes, figures, [])
        {
            Assessments = _coder.Assess(analysis, actors, quotes),
            Stands = _opposites.Find(analysis, actors),
            Contacts = _coder.FindContacts(analysis, actors, times, quotes),
        };
    }

    /// <summary>The language model behind this pipeline.</summary>
    internal Analyzer Analyzer => _analyzer;

    internal EventCoder Coder => _coder;
}
