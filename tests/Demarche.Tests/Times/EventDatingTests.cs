using Demarche.Articles;
using Demarche.Language;
using Demarche.Tests.Coding;
using Demarche.Times;

namespace Demarche.Tests.Times;

public sealed class EventDatingTests
{
    private static readonly DateOnly Published = new(2023, 3, 16);

    // Every weekday of the tree is one of the week before publication, every four-digit number a year.
    private static EventDate? Date(Analysis analysis, string trigger)
    {
        var all = analysis.Tokens.Select(t => (t, Days: Days(t.Form))).Where(t => t.Days is not null)
            .Select(t => new TimeExpression(t.t.Span, t.t.Index, TimexType.Date, null, t.Days));
        var times = new TimeExpressions(new PublicationDate(Published, DateBasis.Metadata), [.. all]);
        return new EventDating().For(analysis, times, analysis.Tokens.First(t => t.Form == trigger).Index);
    }

    private static (DateOnly, DateOnly)? Days(string form)
    {
        if (CalendarWords.Weekday(form.ToLowerInvariant()) is var day and > 0 && form.Length > 5) return (new DateOnly(2023, 3, 5).AddDays(day), new DateOnly(2023, 3, 5).AddDays(day));
        return int.TryParse(form, out var year) ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
    }

    [Fact]
    public void A_verb_has_the_day_that_modifies_it() =>
        Assert.Equal(new DateOnly(2023, 3, 8), Date(Tree.Of("""
            The the DET DT 2 det
            envoys envoy NOUN NNS 3 nsubj
            met meet VERB VBD 0 root
            on on ADP IN 5 case
            Wednesday Wednesday PROPN NNP 3 obl
            """), "met")?.Start);

    [Fact]
    public void The_noun_of_a_light_verb_has_its_day_but_not_the_noun_that_is_spoken_of()
    {
        const string Words = """
            On on ADP IN 2 case
            Wednesday Wednesday PROPN NNP 4 obl
            Tarn Tarn PROPN NNP 4 nsubj
            VERB LEMMA VERB VBD 0 root
            talks talk NOUN NNS 4 obj
            """;
        Assert.NotNull(Date(Tree.Of(Words.Replace("VERB LEMMA", "held hold", StringComparison.Ordinal)), "talks"));
        Assert.Null(Date(Tree.Of(Words.Replace("VERB LEMMA", "mocked mock", StringComparison.Ordinal)), "talks"));
    }

    [Fact]
    public void What_is_retold_as_past_does_not_take_the_day_of_telling() =>
        Assert.Null(Date(Tree.Of("""
            He he PRON PRP 2 nsubj
            said say VERB VBD 0 root
            on on ADP IN 4 case
            Wednesday Wednesday PROPN NNP 2 obl
            that that SCONJ IN 7 mark
            Tarn Tarn PROPN NNP 7 nsubj
            struck strike VERB VBD 2 ccomp
            Velmora Velmora PROPN NNP 7 obj
            """), "struck"));

    [Fact]
    public void What_a_statement_itself_does_takes_its_day() =>
        Assert.NotNull(Date(Tree.Of("""
            He he PRON PRP 2 nsubj
            said say VERB VBD 0 root
            on on ADP IN 4 case
            Wednesday Wednesday PROPN NNP 2 obl
            that that SCONJ IN 7 mark
            Tarn Tarn PROPN NNP 7 nsubj
            condemns condemn VERB VBZ 2 ccomp
            Velmora Velmora PROPN NNP 7 obj
            """), "condemns"));

    [Fact]
    public void Since_a_year_reaches_to_the_day_of_publication()
    {
        var date = Date(Tree.Of("""
            Tarn Tarn PROPN NNP 3 nsubj
            has have AUX VBZ 3 aux
            supplied supply VERB VBN 0 root
            drones drone NOUN NNS 3 obj
            since since ADP IN 6 case
            2020 2020 NUM CD 3 obl
            """), "supplied");
        Assert.Equal((new DateOnly(2020, 1, 1), Published), (date!.Start, date.End));
    }

    [Fact]
    public void A_day_that_names_another_noun_is_not_the_verbs() =>
        Assert.Null(Date(Tree.Of("""
            Tarn Tarn PROPN NNP 2 nsubj
            condemned condemn VERB VBD 0 root
            Wednesday Wednesday PROPN NNP 5 nmod:poss
            's 's PART POS 3 case
            raid raid NOUN NN 2 obj
            """), "condemned"));

    [Fact]
    public void A_sentence_without_any_time_has_none() =>
        Assert.Null(Date(Tree.Of("""
            Tarn Tarn PROPN NNP 2 nsubj
            withdrew withdraw VERB VBD 0 root
            """), "withdrew"));
}
