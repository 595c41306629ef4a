using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Figures;

/// <summary>Reads the figures of one article, sentence after sentence.</summary>
internal sealed class SentenceFigures
{
    /// <summary>In tokens; longer ones are lists and tables.</summary>
    public const int LongestSentence = 400;

    private readonly Analysis _analysis;
    private readonly TimeExpressions _times;
    private readonly CountWords _words;
    private readonly MoneyReader _money;
    private readonly FigurePhrases _phrases;
    private readonly NumberReader _numbers;
    private readonly BoundReader _bounds;
    private readonly CountClassifier _classifier;
    private readonly ContextReader _context;
    private readonly CountryReader _countries;
    private readonly PlaceReader _places;
    private readonly PeriodReader _periods;
    private readonly SideReader _sides;
    private readonly ClaimReader _claims;
    private readonly TellerReader _tellers;
    private Figure? _last;

    public SentenceFigures(
        Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes,
        FigureData data)
    {
        (_analysis, _times, _words, _money, _phrases) = (analysis, times, data.Words, data.Money, data.Phrases);
        var (words, phrases) = (_words, _phrases);
        var places = new ArticlePlaces(analysis, actors, data.Places);
        _numbers = new NumberReader(analysis, phrases);
        _bounds = new BoundReader(analysis, phrases);
        _classifier = new CountClassifier(analysis, actors, words, phrases, _bounds);
        _context = new ContextReader(analysis, phrases);
        _countries = new CountryReader(analysis, actors, places);
        _places = new PlaceReader(analysis, places);
        _periods = new PeriodReader(analysis, times);
        _sides = new SideReader(analysis, actors, data.Sides);
        _claims = new ClaimReader(quotes);
        _tellers = new TellerReader(analysis, actors, words);
    }

    /// <summary>The figures of a sentence, in text order.</summary>
    public ImmutableArray<Figure> Read(Sentence sentence)
    {
        var counts = Counts(sentence);
        var found = ImmutableArray.CreateBuilder<Figure>(counts.Count);
        for (var i = 0; i < counts.Count; i++)
        {
            var next = i + 1 < counts.Count ? counts[i + 1].Number.First : sentence.EndToken;
            var previous = i > 0 ? counts[i - 1].Number.End : sentence.FirstToken;
            found.Add(_last = Read(sentence, counts[i].Number, counts[i].Count, counts[i].Money, previous, next, found));
        }
        return found.MoveToImmutable();
    }

    private List<(NumberPhrase Number, Count Count, Amount? Money)> Counts(Sentence sentence)
    {
        var counts = new List<(NumberPhrase, Count, Amount?)>();
        var telling = IsTelling(sentence);
        foreach (var number in _numbers.Read(sentence))
        {
            if (_money.Read(_analysis, number) is { } amount)
            {
                if (_money.IsPayment(_analysis, amount, counts.Any(c => c.Item3 is not null))) counts.Add((number, new Count(FigureMeasure.Money, amount.End - 1, amount.End - 1), amount));
            }
            else if (number.Percent is { } percent)
            {
                if (Part(counts, percent, sentence) is { } part && _classifier.Classify(number) is { } share) counts.Add((number with { Value = part }, share, null));
            }
            else if (telling && !IsTime(number) && _classifier.Classify(number) is { } count) counts.Add((number, count, null));
        }
        return counts;
    }

    // "half of them": so much of the last figure of the sentence, or of the one before it.
    private long? Part(List<(NumberPhrase Number, Count Count, Amount? Money)> counts, int percent, Sentence sentence)
    {
        var whole = counts.Count > 0 ? counts[^1].Number.Value
            : _last is { } last && _analysis.SentenceAt(last.Span.Start) is { } its && sentence.Index - its.Index <= 1 ? last.Value : null;
        return whole is { } n && n <= long.MaxValue / 100 ? (n * percent + 50) / 100 : null;
    }

    // A word of killing, sending …, or a figure shortly before that may be taken up.
    private bool IsTelling(Sentence sentence)
    {
        if (_last is { } last && _analysis.SentenceAt(last.Span.Start) is { } its && sentence.Index - its.Index <= 1) return true;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (_words.IsTelling(_analysis.Tokens[i].Lemma) || _words.IsTelling(_analysis.Tokens[i].Form)
                || _phrases.At(_analysis, PhraseRole.Condition, i, sentence.EndToken) is not null) return true;
        return false;
    }

    private Figure Read(
        Sentence sentence, NumberPhrase number, Count count, Amount? money, int previous, int next, ImmutableArray<Figure>.Builder before)
    {
        var (bound, first) = _bounds.Read(money is null ? number : number with { First = money.Value.First });
        var last = money?.End ?? number.End;
        var span = new TextSpan(_analysis.Tokens[first].Span.Start, _analysis.Tokens[last - 1].Span.End);
        var isPart = money is null && _context.IsPart(number, first, count);
        var country = _countries.Read(number, count.Noun, next, count.Measure) ?? (money is null ? Before(sentence, before)?.Country : null);
        return new Figure(
            count.Measure,
            number.Value,
            new TextSpan(_analysis.Tokens[money?.First ?? number.First].Span.Start, span.End).Of(_analysis.Text),
            bound,
            country,
            span,
            sentence.Span,
            Claims(span, count),
            AsOf(sentence))
        {
            High = number.High,
            Basis = number.Basis,
            Currency = money?.Currency,
            Change = _context.Change(number, first, count),
            Status = _context.Status(number, count),
            Side = money is null ? _sides.Read(number, count) ?? SameSide(sentence, number, count, before) ?? _sides.OfMeasure(count, country) : null,
            Place = money is null ? _places.Read(number, next, previous) ?? (count.Measure.IsOfPeople() ? Before(sentence, before)?.Place : null) : null,
            Period = _periods.Read(number, count, next),
            PartOf = isPart ? Whole(before, count.Measure) ?? (Before(sentence, before) is { PartOf: null } whole ? whole.Span : null) : null,
        };
    }

    private ImmutableArray<Attribution> Claims(TextSpan span, Count count)
    {
        var quoted = _claims.Of(span);
        return !quoted.IsEmpty || _tellers.Of(count.Noun) is not { } teller ? quoted : [teller];
    }

    // The figure before, where it is of people and of the same paragraph and not far: what this one leaves out is as there.
    private Figure? Before(Sentence sentence, ImmutableArray<Figure>.Builder before)
    {
        var last = before.Count > 0 ? before[^1] : _last;
        if (last is null || !last.Measure.IsOfPeople() || _analysis.SentenceAt(last.Span.Start) is not { } its) return null;
        return its.Paragraph == sentence.Paragraph && sentence.Index - its.Index <= 2 ? last : null;
    }

    // "12 soldiers were killed and 31 wounded. Another three are missing.": a number that stands alone counts the same people.
    private string? SameSide(Sentence sentence, NumberPhrase number, Count count, ImmutableArray<Figure>.Builder before) =>
        count.Measure.IsOfPeople() && count.Counted >= number.First && count.Counted <= number.End && Before(sentence, before) is { } last ? last.Side : null;

    // The nearest figure before of the same measure that is no part itself; else the nearest.
    private static TextSpan? Whole(ImmutableArray<Figure>.Builder before, FigureMeasure measure)
    {
        for (var i = before.Count - 1; i >= 0; i--)
            if (before[i].Measure == measure && before[i].PartOf is null) return before[i].Span;
        return null;
    }

    // A number inside a temporal expression that counts nothing beyond it.
    private bool IsTime(NumberPhrase number)
    {
        var span = _analysis.Tokens[number.End - 1].Span;
        var i = _times.FirstFrom(span.Start + 1) - 1;
        return i >= 0 && _times.All[i].Span.Contains(span);
    }

    // "as of Monday", "by Monday": the day behind such words; otherwise the article's own.
    private DateOnly? AsOf(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            var form = _analysis.Tokens[i].Form;
            if (form is not ("by" or "By") && !(form == "of" && i > sentence.FirstToken && _analysis.Tokens[i - 1].Form is "as" or "As")) continue;
            var start = _analysis.Tokens[i + 1].Span.Start;
            var at = _times.FirstFrom(start);
            if (at < _times.All.Length && _times.All[at] is { Days: { } days } time && time.Span.Start == start) return days.End;
        }
        return _times.Published.Date;
    }
}
