using System.Text.RegularExpressions;
using Demarche.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Times;

public sealed partial class TimeFinderTests
{
    private const string Thursday = "2023-03-16";

    [Theory]
    [InlineData("The envoys met on 4 March 2021 in Geneva.", "4 March 2021=2021-03-04")]
    [InlineData("The envoys met on March 4, 2021 in Geneva.", "March 4, 2021=2021-03-04")]
    [InlineData("The envoys met on Thursday, March 4, 2021.", "Thursday, March 4, 2021=2021-03-04")]
    [InlineData("The pact of 2021-03-04 holds.", "2021-03-04=2021-03-04")]
    [InlineData("The pact of 24/3/2021 holds.", "24/3/2021=2021-03-24")]
    [InlineData("Talks resumed in March 2021.", "March 2021=2021-03")]
    [InlineData("They fell out in the 1990s.", "the 1990s=199")]
    [InlineData("A treaty of the 19th century binds them.", "the 19th century=18")]
    [InlineData("Exports fell in the second quarter of 2021.", "the second quarter of 2021=2021-Q2")]
    [InlineData("The truce of the summer of 2021 broke.", "the summer of 2021=2021-SU")]
    [InlineData("Xerxes withdrew in 479 BC.", "479 BC=BC0479")]
    public void A_date_written_in_full_needs_no_day_of_publication(string text, string expected) => Assert.Equal([expected], Plain.Values(text, null));

    [Theory]
    [InlineData("The minister spoke on Tuesday.", "Tuesday=2023-03-14")]
    [InlineData("The minister spoke on Thursday.", "Thursday=2023-03-16")]
    [InlineData("The minister will speak on Tuesday.", "Tuesday=2023-03-21")]
    [InlineData("The minister spoke on Tuesday evening.", "Tuesday evening=2023-03-14TEV")]
    [InlineData("The minister spoke last Friday.", "last Friday=2023-03-10")]
    [InlineData("The minister spoke on Tuesday of last week.", "Tuesday of last week=2023-03-07")]
    [InlineData("The army withdrew yesterday.", "yesterday=2023-03-15")]
    [InlineData("The army withdrew last night.", "last night=2023-03-15TNI")]
    [InlineData("The army withdrew earlier this week.", "earlier this week=2023-W11")]
    [InlineData("The army withdrew over the weekend.", "the weekend=2023-W10-WE")]
    [InlineData("The army withdrew two weeks ago.", "two weeks ago=2023-W09")]
    [InlineData("The army withdrew a fortnight ago.", "a fortnight ago=2023-W09")]
    [InlineData("The army withdrew six months ago.", "six months ago=2022-09")]
    [InlineData("The army withdrew in January.", "January=2023-01")]
    [InlineData("The army withdrew last October.", "last October=2022-10")]
    [InlineData("The army withdrew in November.", "November=2022-11")]
    [InlineData("The army withdrew in late 2019.", "late 2019=2019")]
    [InlineData("The army withdrew late last year.", "late last year=2022")]
    [InlineData("The army withdrew in mid-February.", "mid-February=2023-02")]
    [InlineData("The army withdrew at 6 p.m. on Monday.", "6 p.m. on Monday=2023-03-13T18:00")]
    public void Relative_words_hang_on_the_day_of_publication(string text, string expected) => Assert.Equal([expected], Plain.Values(text, Thursday));

    [Theory]
    [InlineData("They talked for three days.", "three days=P3D")]
    [InlineData("They talked for half an hour.", "half an hour=PT30M")]
    [InlineData("It was an hour-long call.", "hour-long=PT1H")]
    [InlineData("A 45-year-old driver died.", "45-year-old=P45Y")]
    [InlineData("They marched for the third day running.", "the third day running=P3D")]
    [InlineData("They fought for the past two weeks.", "the past two weeks=P2W")]
    [InlineData("They fought for several years.", "several years=PXY")]
    [InlineData("They meet every day.", "every day=P1D")]
    [InlineData("They meet twice a week.", "twice a week=P1W")]
    [InlineData("They now agree.", "now=PRESENT_REF")]
    [InlineData("They agreed just days earlier.", "just days earlier=PAST_REF")]
    public void Lengths_sets_and_references_have_values_without_a_day(string text, string expected) => Assert.Equal([expected], Plain.Values(text, null));

    [Theory]
    [InlineData("The region sent 2,000 troops.")]
    [InlineData("The region sent 2000 troops.")]
    [InlineData("It was the second truce.")]
    [InlineData("They may sign it.")]
    [InlineData("The driver, aged 45 years, died.")]
    [InlineData("She told the Sunday Times so.")]
    [InlineData("They march on the capital.")]
    [InlineData("The March on the palace failed.")]
    public void What_only_looks_like_a_time_is_none(string text) => Assert.Empty(Plain.Values(text, Thursday));

    [Fact]
    public void Without_a_day_of_publication_a_relative_word_has_no_day()
    {
        Assert.All(Plain.Times("They met yesterday and last week, on Friday and two days ago.", null), t => Assert.Null(t.Days));
        Assert.Equal(["yesterday=", "recently=PAST_REF"], Plain.Values("They met yesterday and recently.", null));
    }

    [Fact]
    public void A_word_in_a_quotation_hangs_on_the_day_it_was_said() =>
        Assert.Contains("yesterday=2023-03-13", Plain.Values("“We spoke yesterday,” the envoy said on Tuesday.", Thursday));

    [Fact]
    public void A_later_step_hangs_on_the_date_before_it() =>
        Assert.Equal(["4 March 2021=2021-03-04", "A week later=2021-03-11", "The next day=2021-03-12"],
            Plain.Values("They met on 4 March 2021. A week later they met again. The next day it broke down.", Thursday));

    [Fact]
    public void In_a_course_of_past_events_a_month_hangs_on_the_year_before_it()
    {
        var text = "In 1911 the dynasty fell. On 3 May 1912 the generals met. By August they had split. In 1913 war began. On 7 June 1914 the north fell. In September the south followed.";
        var values = Plain.Values(text, Thursday);
        Assert.Contains("August=1912-08", values);
        Assert.Contains("September=1914-09", values);
    }

    [Fact]
    public void Any_text_gives_exact_spans_in_order_and_values_of_the_grammar() => Prop.ForAll(Texts(), text =>
    {
        var end = 0;
        foreach (var t in Plain.Times(text, Thursday))
        {
            if (t.Span.Start < end || t.Span.End > text.Length || t.Span.Length == 0) return false;
            if (t.Value is { } value && !Timex().IsMatch(value) || t.Days is { } d && d.End < d.Start) return false;
            end = t.Span.End;
        }
        return Plain.Values(text, Thursday).SequenceEqual(Plain.Values(text, Thursday));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1 and ")]
    [InlineData("( ")]
    [InlineData("“ yesterday ")]
    [InlineData("the last ")]
    public void Endless_repetition_is_read_to_its_end(string piece) =>
        Assert.All(Plain.Times(string.Concat(Enumerable.Repeat(piece, 50_000)), Thursday), t => Assert.True(t.Span.Length > 0));

    [Fact]
    public void A_later_publication_never_gives_an_earlier_yesterday() => Prop.ForAll(Gen.Choose(0, 40000).Two().ToArbitrary(), days =>
    {
        DateOnly Yesterday(int n) => Plain.Times("They met yesterday.", new DateOnly(1950, 1, 1).AddDays(n).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Single().Days!.Value.Start;
        return Math.Sign(days.Item1.CompareTo(days.Item2)) == Math.Sign(Yesterday(days.Item1).CompareTo(Yesterday(days.Item2)));
    }).QuickCheckThrowOnFailure();

    // Words of time in any order, with numbers and noise between them.
    private static Arbitrary<string> Texts() =>
        Gen.Elements("June", "18", "2025", ",", "Friday", "last", "next", "the", "week", "weeks", "ago", "two", "a", "9999", "999999999999", "0", "BC", "year", "of", "-", "later",
            "yesterday", "\n", "“", "”", "century", "31", "February", "p.m.", "12:61", "every", "\uD800", "Christmas", "half", "decades", "hundred", "1970s", "'", "winter", ".", "quarter", "Easter", "1", "30", "dozens", "same", "Sept", "/", "13")
            .ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [GeneratedRegex(@"^(?:(?:BC)?(?:[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7]|WE))?|SP|SU|FA|WI|Q[1-4]|H[12]))?|\d{2,3}))?(?:T(?:\d\d:\d\dZ?|MO|MI|AF|EV|NI|DT))?$|^P(?:T?(?:\d+(?:\.\d+)?|X)(?:[YQMWDHS]|DE|CE|WE))$|^(?:PAST|PRESENT|FUTURE)_REF$")]
    private static partial Regex Timex();
}
