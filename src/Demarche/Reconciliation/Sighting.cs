using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>An observation with all that is compared when observations are joined into events.</summary>
internal sealed class Sighting
{
    public Sighting(CodedArticle coded, Observation observation, int sentence, SentenceWords words)
    {
        Coded = coded;
        Observation = observation;
        Sentence = sentence;
        Words = words;
        Sources = [.. observation.Sources.Select(a => Party.Of(coded.Actors[a]))];
        Targets = [.. observation.Targets.Select(a => Party.Of(coded.Actors[a]))];
        Days = observation.Date is { } d ? new Days(d.Start, d.End) : null;
        Family = ActFamily.Of(observation.Cameo, observation.Plover);
        Symmetric = ActFamily.IsSymmetric(observation.Cameo, observation.Plover);
    }

    public CodedArticle Coded { get; }

    public Observation Observation { get; }

    /// <summary>Index of its sentence in the article, for nearness.</summary>
    public int Sentence { get; }

    public SentenceWords Words { get; }

    public ImmutableArray<Party> Sources { get; }

    public ImmutableArray<Party> Targets { get; }

    public Days? Days { get; }

    public string Family { get; }

    public bool Symmetric { get; }

    public ReportKey Key => new(Coded.Article.Id, Observation.Id);

    public Report Report => new(Coded.Article.Id, Observation.Id, Observation.Sentence);

    /// <summary>Every observation of the articles, by article id and place.</summary>
    public static List<Sighting> Of(IReadOnlyList<CodedArticle> articles)
    {
        var words = new WordTable(articles);
        var all = new List<Sighting>();
        foreach (var coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal))
        {
            foreach (var o in coded.Observations)
            {
                var sentence = coded.Analysis.SentenceAt(o.Sentence.Start)?.Index ?? 0;
                all.Add(new Sighting(coded, o, sentence, words.Of(coded, o.Sentence)));
            }
        }
        return all;
    }
}
