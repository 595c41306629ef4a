using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Reconciliation;

/// <summary>An observation with all that is compared when observations are joined into events.</summary>
internal sealed class Sighting
{
    public Sighting(CodedArticle coded, Observation observation, int sentence, SightingTable table)
    {
        Coded = coded;
        Observation = observation;
        Sentence = sentence;
        Words = [.. WordTable.Words(coded.Analysis, observation.Sentence).Select(table.WordOf).Distinct().Order()];
        Table = table;
        Sources = [.. observation.Sources.Select(a => Party.Of(coded.Actors[a]))];
        Targets = [.. observation.Targets.Select(a => Party.Of(coded.Actors[a]))];
        Days = observation.Date is { } d ? new Days(d.Start, d.End) : null;
        Triggers = [.. TriggerWords(coded, observation)];
        Family = ActFamily.Of(observation.Cameo, observation.Plover, Triggers);
        Text = [.. QuoteWords.Of(observation.Sentence.Of(coded.Article.Text)).Select(table.WordOf)];
        SourceNumbers = [.. Sources.Select(table.PartyOf)];
        TargetNumbers = [.. Targets.Select(table.PartyOf)];
        Place = observation.Trigger.IsDefaultOrEmpty ? observation.Sentence.Start : observation.Trigger[0].Start;
        Symmetric = ActFamily.IsSymmetric(observation.Cameo, observation.Plover);
    }

    public CodedArticle Coded { get; }

    public Observation Observation { get; }

    /// <summary>Index of its sentence in the article, for nearness.</summary>
    public int Sentence { get; }

    /// <summary>The telling words of its sentence. All weigh the same: weights by how rare a word is would change with every article that comes, and brought nothing.</summary>
    public int[] Words { get; }

    /// <summary>What all sightings at hand share.</summary>
    public SightingTable Table { get; }

    public ImmutableArray<Party> Sources { get; }

    public ImmutableArray<Party> Targets { get; }

    public Days? Days { get; }

    public string Family { get; }

    /// <summary>First character of the words that decided the code.</summary>
    public int Place { get; }

    /// <summary>How many observations of the article with the same <see cref="Place"/> go before this one.</summary>
    public int Twin { get; private init; }

    /// <summary>Lemmas of the words that decided the code, in lower case.</summary>
    public ImmutableArray<string> Triggers { get; }

    /// <summary>The words of the sentence as they stand, in lower case, as numbers.</summary>
    public int[] Text { get; }

    /// <summary>The sources as numbers of the table.</summary>
    public int[] SourceNumbers { get; }

    /// <summary>The targets as numbers of the table.</summary>
    public int[] TargetNumbers { get; }

    public bool Symmetric { get; }

    public ReportKey Key => new(Coded.Article.Id, Observation.Id);

    public Report Report => new(Coded.Article.Id, Observation.Id, Observation.Sentence);

    private static IEnumerable<string> TriggerWords(CodedArticle coded, Observation observation)
    {
        foreach (var span in observation.Trigger)
        {
            var (first, end) = coded.Analysis.TokensIn(span);
            for (var i = first; i < end; i++)
                if (coded.Analysis.Tokens[i] is { Upos: not ("ADP" or "PUNCT" or "DET" or "PART") } t) yield return t.Lemma.ToLowerInvariant();
        }
    }

    /// <summary>Every observation of the articles, by article id and place.</summary>
    public static List<Sighting> Of(IReadOnlyList<CodedArticle> articles)
    {
        var table = new SightingTable();
        var all = new List<Sighting>();
        foreach (var coded in articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal))
        {
            var places = new Dictionary<int, int>();
            foreach (var o in coded.Observations)
            {
                var sentence = coded.Analysis.SentenceAt(o.Sentence.Start)?.Index ?? 0;
                var sighting = new Sighting(coded, o, sentence, table);
                var twin = places.GetValueOrDefault(sighting.Place);
                places[sighting.Place] = twin + 1;
                all.Add(twin == 0 ? sighting : new Sighting(coded, o, sentence, table) { Twin = twin });
            }
        }
        return all;
    }
}
