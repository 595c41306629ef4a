using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Finds the numbers of killed, injured, detained and displaced people, of missiles and of drones, each with its claimant.</summary>
public sealed class FigureFinder
{
    private const int LongestSentence = 400;

    private readonly CountWords _words;

    private FigureFinder(CountWords words) => _words = words;

    /// <summary>Reads data/figures/words.tsv.</summary>
    /// <exception cref="DataException">The file is missing or a line of it is bad.</exception>
    public static FigureFinder Load(DataFiles data) => new(CountWords.Load(data));

    /// <summary>As below, where no quotations are known: only the outlet claims.</summary>
    public ImmutableArray<Figure> Find(Analysis analysis, ActorMentions actors, TimeExpressions times) => Find(analysis, actors, times, []);

    /// <summary>All figures of an article.</summary>
    /// <param name="analysis">The article.</param>
    /// <param name="actors">Its actors, for countries and claimants.</param>
    /// <param name="times">Its temporal expressions; the publication day is the day a figure is claimed for, unless the text says otherwise.</param>
    /// <param name="quotes">Its quotations, direct and indirect: who says them claims the figures in them.</param>
    /// <returns>In text order.</returns>
    public ImmutableArray<Figure> Find(Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes)
    {
        var found = ImmutableArray.CreateBuilder<Figure>();
        var countries = new CountryReader(analysis, actors);
        var claims = new ClaimReader(quotes);
        foreach (var sentence in analysis.Sentences)
        {
            if (sentence.EndToken - sentence.FirstToken > LongestSentence) continue;
            var classifier = new CountClassifier(analysis, _words);
            var counts = NumberReader.Read(analysis, sentence)
                .Select(n => (Number: n, Count: classifier.Classify(n)))
                .Where(c => c.Count is not null).ToList();
            for (var i = 0; i < counts.Count; i++)
            {
                var (number, count) = (counts[i].Number, counts[i].Count!.Value);
                var (bound, first) = BoundReader.Read(analysis, number);
                var next = i + 1 < counts.Count ? counts[i + 1].Number.First : sentence.EndToken;
                var span = new TextSpan(analysis.Tokens[first].Span.Start, analysis.Tokens[number.End - 1].Span.End);
                found.Add(new Figure(
                    count.Kind,
                    number.Value,
                    new TextSpan(analysis.Tokens[number.First].Span.Start, span.End).Of(analysis.Text),
                    bound,
                    countries.Read(number, count.Noun, next),
                    span,
                    sentence.Span,
                    claims.Of(span),
                    AsOf(analysis, times, sentence)));
            }
        }
        return found.ToImmutable();
    }

    // "as of Monday", "by Monday": the day behind such words; otherwise the article's own.
    private static DateOnly? AsOf(Analysis analysis, TimeExpressions times, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            var form = analysis.Tokens[i].Form;
            if (form is not ("by" or "By") && !(form == "of" && i > sentence.FirstToken && analysis.Tokens[i - 1].Form is "as" or "As")) continue;
            if (At(times, analysis.Tokens[i + 1].Span.Start) is { Days: { } days }) return days.End;
        }
        return times.Published.Date;
    }

    private static TimeExpression? At(TimeExpressions times, int position)
    {
        int low = 0, high = times.All.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (times.All[mid].Span.Start < position) low = mid + 1;
            else high = mid;
        }
        return low < times.All.Length && times.All[low].Span.Start == position ? times.All[low] : null;
    }
}
