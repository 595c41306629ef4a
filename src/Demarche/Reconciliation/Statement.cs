using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Reconciliation;

/// <summary>A sentence of an article as one side of a disagreement.</summary>
internal sealed class Statement(CodedArticle coded, Sentence sentence, WordTable table)
{
    public CodedArticle Coded { get; } = coded;

    public Sentence Sentence { get; } = sentence;

    public SentenceWords Words { get; } = table.Of(coded, sentence.Span);

    public ImmutableArray<Stand> Stands { get; } = [.. coded.Stands.Where(s => s.Sentence == sentence.Span)];

    /// <summary>The observation that this sentence reports, if any, and its span.</summary>
    public Report Report => new(Coded.Article.Id, Coded.Observations.FirstOrDefault(o => o.Sentence.Overlaps(Sentence.Span))?.Id, Sentence.Span);

    public DateOnly? Published => Coded.Article.Published.Date;

    /// <summary>All sentences of the articles, by article id and place.</summary>
    public static List<Statement> Of(IReadOnlyList<CodedArticle> articles, WordTable table) =>
        [.. articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).SelectMany(a => a.Analysis.Sentences.Select(s => new Statement(a, s, table)))];

    /// <summary>Open, or superseded if all of one side was published before all of the other.</summary>
    public static DiscrepancyState StateOf(IEnumerable<Statement> left, IEnumerable<Statement> right)
    {
        var (a, b) = (left.Select(s => s.Published).ToList(), right.Select(s => s.Published).ToList());
        if (a.Contains(null) || b.Contains(null)) return DiscrepancyState.Open;
        return a.Max() < b.Min() || b.Max() < a.Min() ? DiscrepancyState.Superseded : DiscrepancyState.Open;
    }
}
