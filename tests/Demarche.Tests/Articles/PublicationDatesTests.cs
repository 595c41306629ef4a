using System.Globalization;
using Demarche.Articles;

namespace Demarche.Tests.Articles;

public sealed class PublicationDatesTests
{
    [Theory]
    [InlineData("2024-05-02", "2024-05-02")]
    [InlineData("2024-05-02T23:59:59-11:00", "2024-05-02")]
    [InlineData("20240502", "2024-05-02")]
    [InlineData("Thu, 02 May 2024 10:00:00 GMT", "2024-05-02")]
    [InlineData("May 2, 2024 at 6 p.m.", "2024-05-02")]
    [InlineData("2. Mai 2024", "2024-05-02")]
    [InlineData("2 de mayo de 2024", "2024-05-02")]
    [InlineData("02.05.2024, 10:00", "2024-05-02")]
    [InlineData("31/05/2024", "2024-05-31")]
    [InlineData("05/31/2024", "2024-05-31")]
    [InlineData("05/06/2024", null)]
    [InlineData("2024-13-02", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("yesterday", null)]
    [InlineData("٢٠٢٤-٠٥-٠٢", null)]
    [InlineData("", null)]
    public void Day_is_read_as_it_stands(string text, string? day) =>
        Assert.Equal(day, PublicationDates.Parse(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("https://x.example/2024/05/02/talks", "2024-05-02")]
    [InlineData("https://x.example/2024/may/02/talks", "2024-05-02")]
    [InlineData("https://x.example/news/talks-2024-05-02", "2024-05-02")]
    [InlineData("https://x.example/news/20240502-talks", "2024-05-02")]
    [InlineData("https://x.example/2024/05/talks", null)]
    [InlineData("https://x.example/talks?d=2024-05-02", null)]
    [InlineData("https://x.example/id/91202405029", null)]
    public void Day_is_found_in_addresses(string url, string? day) =>
        Assert.Equal(day, PublicationDates.InUrl(url)?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2031-05-04T23:30:00Z", "Asia/Tokyo", "2031-05-05")]
    [InlineData("2031-05-04T02:00:00Z", "America/New_York", "2031-05-03")]
    [InlineData("2031-05-04T02:00:00.000+00:00", "America/New_York", "2031-05-03")]
    [InlineData("Sun, 04 May 2031 02:00:00 GMT", "America/New_York", "2031-05-03")]
    [InlineData("2031-05-04T02:00:00Z", "Europe/London", "2031-05-04")]
    [InlineData("2031-05-04T02:00:00+03:00", "America/New_York", null)]
    [InlineData("2031-05-04T00:00:00Z", "America/New_York", null)]
    [InlineData("2031-05-04T02:00:00Z", "Atlantis/Harbour", null)]
    public void A_moment_in_utc_is_of_the_outlets_own_day(string moment, string zone, string? day) =>
        Assert.Equal(day, PublicationDates.LocalDay(PublicationDates.Moment(moment)!.Value, zone)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2031-05-04")]
    [InlineData("2031-05-04T02:00:00")]
    [InlineData("May 4, 2031 at 6 p.m.")]
    [InlineData(null)]
    public void Without_an_offset_there_is_no_moment(string? value) => Assert.Null(PublicationDates.Moment(value));

    [Fact]
    public void Every_zone_of_an_outlet_is_known()
    {
        foreach (var (_, line) in Repository.Data.Lines("articles/outlets.txt"))
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(line.Split('|')[5].Trim(), out _), line);
    }
}
