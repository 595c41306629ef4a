using Demarche.Coding;
using Demarche.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Coding;

/// <summary>Days of acts in reports of Monday, 5 May 2031.</summary>
public sealed class ActDatesTests
{
    private static readonly DateOnly Published = new(2031, 5, 5);

    // "111 05-02 attached": code, month and day (a stretch with its end), basis; "111 -" without a day.
    private static List<string> Dates(string text) => [.. Coded.Article(text).Observations.Select(o => $"{o.Cameo} {Print(o.Date)}")];

    private static string Print(EventDate? date) => date is null ? "-"
        : FormattableString.Invariant($"{date.Start:MM-dd}{(date.End == date.Start ? "" : FormattableString.Invariant($"..{date.End:MM-dd}"))} {date.Basis.Word()}");

    [Theory]
    [InlineData("Norway condemned Chile on Friday.", "111 05-02 attached")]
    [InlineData("Norway late on Friday condemned Chile.", "111 05-02 attached")]
    [InlineData("\"Norway condemns Chile,\" the Norwegian foreign ministry said on Friday.", "111 05-02 attached")]
    [InlineData("Norwegian troops attacked Chile on Friday.", "190 05-02 attached")]
    public void A_date_in_its_clause_dates_an_act_and_the_saying_dates_what_is_said(string text, string expected) => Assert.Contains(expected, Dates(text));

    [Theory]
    [InlineData("Norway said on Friday that Chile had attacked Peru.", "190 -")]
    [InlineData("Norway cancelled the Chilean president's visit planned for Wednesday.", "- attached")]
    [InlineData("Norway has condemned Chile.", "111 -")]
    [InlineData("Norway had condemned Chile.", "111 -")]
    public void What_is_only_spoken_of_or_told_as_over_has_no_day(string text, string expected)
    {
        var dates = Dates(text);
        if (expected.StartsWith('-')) Assert.DoesNotContain(dates, d => d.EndsWith("attached", StringComparison.Ordinal));
        else Assert.Contains(expected, dates);
    }

    [Fact]
    public void A_clause_so_many_days_after_something_is_counted_back_from_it() =>
        Assert.Contains("190 05-01 attached", Dates("Norway met Peru on Saturday, two days after Norwegian troops attacked Chile."));

    [Fact]
    public void Other_words_of_a_speaker_are_of_the_day_of_those_that_are_dated() =>
        Assert.Contains("111 05-01 discourse", Dates(
            "Norway threatened Chile on Thursday. Norway condemned Chile. Peru praised Cuba on Saturday. Cuba met Peru on Friday."));

    [Fact]
    public void Since_then_reaches_from_the_last_day_to_the_report() =>
        Assert.Contains("111 05-01..05-05 discourse", Dates("Chilean troops attacked Peru on Thursday. Since then, Norway has condemned Chile."));

    [Fact]
    public void A_second_mention_has_the_day_of_the_first() =>
        Assert.Contains("190 05-01 same_act", Dates("Chilean troops attacked Peru on Thursday. Peru met Cuba on Saturday. Norway spoke of Chile's attack on Peru."));

    [Fact]
    public void A_report_of_one_day_tells_its_news_of_that_day() =>
        Assert.Contains("111 05-04 narrative", Dates("Peru met Cuba on Sunday.\n\nNorway condemned Chile."));

    [Theory]
    [InlineData("OSLO, May 5 (Wire) - Norway condemned Chile on Friday.", "111 05-02 attached")]
    [InlineData("LIMA, May 5 (Wire) - Peruvian troops attacked Cuba on Saturday.\n\nCuba condemned Peru.", "111 05-03 narrative")]
    [InlineData("LIMA, May 5 (Wire) - Peruvian troops attacked Cuba on Saturday.\n\nNorway condemned Chile.", "111 -")]
    public void A_dateline_dates_nothing_that_is_told(string text, string expected) => Assert.Contains(expected, Dates(text));

    [Theory]
    [InlineData("Norway has condemned Chile, its foreign ministry said on Friday.", "111 05-02 discourse")]
    [InlineData("Norway said on Friday that it rejected the Chilean plan.", "12* 05-02 discourse")]
    public void What_is_announced_is_of_the_day_of_its_announcement(string text, string expected) =>
        Assert.Contains(Dates(text), d => d.EndsWith(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal) && d.StartsWith(expected[..2], StringComparison.Ordinal));

    [Theory]
    [InlineData("Peru signed a treaty in 2025, but Norway now condemns Chile.", "2025")]
    [InlineData("Norway met Chile on Sunday.\n\nNorway praised the officer who attacked Peru.", "190 05-04")]
    public void A_clause_of_another_time_keeps_out(string text, string unwanted) => Assert.DoesNotContain(Dates(text), d => d.StartsWith('1') && d.Contains(unwanted, StringComparison.Ordinal));

    [Fact]
    public void Of_a_week_and_a_day_within_it_the_day_counts() => Assert.Contains("111 04-30 attached", Dates("Norway condemned Chile last week, on Wednesday."));

    [Theory]
    [InlineData("Peru met Chile on Saturday.\n\nCuba attacked Peru on Sunday. Peru condemned Cuba.", "111 05-04 discourse")]
    [InlineData("Peru met Cuba on Saturday.\n\nCuba attacked Peru on Sunday.\n\nPeru condemned Cuba.", "111 05-04 narrative")]
    [InlineData("Cuba attacked Peru on Sunday.\n\nPeru met Cuba on Saturday. Peru condemned Cuba.", "111 05-03 discourse")]
    public void The_telling_passes_on_from_day_to_day(string text, string expected) => Assert.Contains(expected, Dates(text));

    [Fact]
    public void A_report_that_names_no_other_day_tells_what_is_said_as_news_of_its_own() =>
        Assert.Contains("111 05-05 publication", Dates("Norway condemned Chile."));

    [Theory]
    [InlineData("Peru met Cuba on Sunday. Cuba met Chile on Friday. Norway condemned Chile.")]
    [InlineData("Peru attacked Cuba in 2019. Norway condemned Chile.")]
    [InlineData("After the vote of 3 May, Norway condemned Chile.")]
    public void In_doubt_there_is_no_day(string text) => Assert.Contains("111 -", Dates(text));

    [Fact]
    public void What_took_place_is_not_later_than_the_report() =>
        Assert.All(Coded.Article("Norway condemned Chile this week. Norwegian troops attacked Chile this month.").Observations, o => Assert.True(o.Date is null || o.Date.End <= Published));

    [Fact]
    public void No_act_but_a_planned_or_possible_one_is_dated_after_the_report()
    {
        string[] sentences =
        [
            "Norway condemned Chile", "Norway will meet Chile", "Peru's president said Cuba had attacked Chile", "The Kremlin has rejected talks with Norway",
            "\"We welcome the summit,\" the Norwegian minister said", "Norway may attack Chile", "Chile cancelled a meeting with Peru", "Cuba refused to meet Peru",
        ];
        string[] times = ["", " on Friday", " on Thursday", " next week", " this week", " a day after Peru attacked Cuba", " in June", " tomorrow", " since 2029", " on 9 May", " last month", " before Tuesday"];
        var gen = from n in Gen.Choose(1, 5)
                  from parts in (from s in Gen.Elements(sentences) from t in Gen.Elements(times) select s + t + ".").ListOf(n)
                  select string.Join(' ', parts);
        Prop.ForAll(Arb.From(gen), text => Coded.Article(text).Observations.All(o =>
            o.Date is null || o.Status is Status.Planned or Status.Possible || o.Date.End <= Published)).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}
