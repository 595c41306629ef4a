using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Quotes.Learned;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>Finds what was said, by whom and to whom: words in quotation marks, turns, posts and blocks without them, and reported speech.</summary>
/// <remarks>Marks first, then frames (the reporter's sentences), then the word of saying for each quotation: docs/pipeline.md.</remarks>
public sealed class QuoteFinder
{
    private static readonly AttributionBounds Bounds = new();

    private readonly SpeechCues _cues;
    private readonly Media _media;
    private readonly AttributionModel _model;

    private QuoteFinder(SpeechCues cues, Media media, AttributionModel model) => (_cues, _media, _model) = (cues, media, model);

    /// <summary>Reads data/quotes and the model of attributions.</summary>
    /// <param name="data">The data files.</param>
    /// <param name="analyzer">The language model that the model of attributions is for.</param>
    /// <exception cref="DataException">A file is missing or bad.</exception>
    public static QuoteFinder Load(DataFiles data, Analyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        return new QuoteFinder(SpeechCues.Load(data), Media.Load(data), AttributionModel.Load(data, new WordMeanings(analyzer.Parser)));
    }

    /// <summary>All quotations of an article.</summary>
    /// <param name="analysis">The article, with what the language model knows of its words.</param>
    /// <param name="actors">Its actors.</param>
    /// <param name="times">Its temporal expressions.</param>
    /// <returns>By start, the outer before the inner; those in marks never hold their own outer marks.</returns>
    public ImmutableArray<Quote> Find(Analysis analysis, ActorMentions actors, TimeExpressions times)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var quotations = QuotationScanner.Find(analysis.Text);
        var innermost = Surroundings.InnermostOf(analysis, quotations);
        var surroundings = new Surroundings(analysis, actors, _cues, innermost, _model.Meanings);
        var attributions = new LearnedAttributions(_model, surroundings).Find(Bounds);
        var reader = new QuoteReader(analysis, actors, _cues, new SettingReader(analysis, actors, times, _cues, _media, innermost), quotations, attributions) { IsNobodys = new MarkJudge(_model, surroundings, attributions).IsNobodys };
        var own = new OwnWords(analysis, actors);
        return [.. reader.Read().Select(own.Of).OrderBy(q => q.Span).ThenBy(q => q.Kind).ThenBy(q => q.Nested)];
    }
}
