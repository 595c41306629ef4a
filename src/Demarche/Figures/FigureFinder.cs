using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Finds the numbers of people harmed, moved or freed, of weapons and troops, of things lost, and sums of money, each with its claimant.</summary>
public sealed class FigureFinder
{
    private readonly FigureData _data;

    private FigureFinder(FigureData data) => _data = data;

    /// <summary>Reads data/figures, and the places of data/actors.</summary>
    /// <exception cref="DataException">A file is missing or a line of it is bad.</exception>
    public static FigureFinder Load(DataFiles data) => new(FigureData.Load(data));

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
        var reader = new SentenceFigures(analysis, actors, times, quotes, _data);
        foreach (var sentence in analysis.Sentences)
            if (sentence.EndToken - sentence.FirstToken <= SentenceFigures.LongestSentence) found.AddRange(reader.Read(sentence));
        return found.ToImmutable();
    }
}

/// <summary>All that an expert can edit of how figures are read.</summary>
internal sealed record FigureData(CountWords Words, FigurePhrases Phrases, SideWords Sides, MoneyReader Money, PlaceNames Places)
{
    public static FigureData Load(DataFiles data)
    {
        var words = CountWords.Load(data);
        var phrases = FigurePhrases.Load(data);
        return new FigureData(words, phrases, SideWords.Load(data), MoneyReader.Load(data, words, phrases), PlaceNames.Load(data));
    }
}
