using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Times;

namespace Demarche.Tests.Quotes;

/// <summary>A text read by the shipped analyser and data as far as its quotations and figures.</summary>
internal sealed record Reading(Analysis Analysis, ActorMentions Actors, ImmutableArray<Quote> Quotes, ImmutableArray<Figure> Figures)
{
    private static readonly Lazy<(Analyzer Analyzer, ActorFinder Actors, TimeFinder Times, QuoteFinder Quotes, FigureFinder Figures)> Stages = new(() =>
        (Repository.Analyzer, Repository.Actors, TimeFinder.Load(Repository.Data), QuoteFinder.Load(Repository.Data, Repository.Analyzer),
            FigureFinder.Load(Repository.Data)));

    public static Reading Of(string text)
    {
        var stages = Stages.Value;
        var day = new PublicationDate(new DateOnly(2024, 5, 15), DateBasis.Metadata);
        var article = new Article(new ArticleId("t"), "t", null, null, null, null, [], "en", day, text, []);
        var analysis = stages.Analyzer.AnalyzeDeeply(article);
        var actors = stages.Actors.Find(analysis);
        var times = stages.Times.Find(analysis);
        var quotes = stages.Quotes.Find(analysis, actors, times);
        return new Reading(analysis, actors, quotes, stages.Figures.Find(analysis, actors, times, quotes));
    }

    /// <summary>Words and speaker of each quotation in marks.</summary>
    public IEnumerable<(string Words, string? Speaker)> Marked =>
        Quotes.Where(q => q.Kind != QuoteKind.Indirect).Select(q => (q.Span.Of(Analysis.Text), q.SpeakerName));
}
