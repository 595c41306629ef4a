using Demarche.Articles;
using Demarche.Times;

namespace Demarche.Tests.Times;

public sealed class PublicationDatingTests
{
    // Invented: a border clash between two named towns and the talks about it.
    private const string Dated =
        "The governor of Velmora met the Tarnish envoy Olek Brandt in Port Sela on Tuesday to discuss the ferry blockade.\n"
        + "Tarnish gunboats seized three Velmoran ferries off Port Sela on Saturday, stranding hundreds of passengers.\n"
        + "Velmora and Tarn have quarrelled over the Sela Strait since 2019.";

    private const string Undated =
        "Velmora will not bargain over its ferries, governor Irena Kost said on Wednesday after talks with Tarnish envoy Olek Brandt in Port Sela.\n"
        + "The crisis began when Tarnish gunboats seized three ferries off Port Sela on Saturday.\n"
        + "Brandt met the governor of Velmora on Tuesday and discussed the ferry blockade in the Sela Strait.";

    // What a report has to quote for another to be surely of its affair.
    private const string Quotation = "\n\"We are not going to pay for what is ours,\" Kost said.";

    private static string Print(IEnumerable<Article> articles) =>
        string.Join('\n', articles.OrderBy(a => a.Source, StringComparer.Ordinal).Select(a => $"{a.Source} {a.Published}"));

    private static PublicationDate Of(params Article[] batch) => new PublicationDating().Date(batch)[^1].Published;

    [Fact]
    public void As_of_a_day_no_later_report_dates_an_earlier_one()
    {
        Article[] batch = [Plain.Article(Dated + Quotation, "2021-03-04", "dated"), Plain.Article(Undated + Quotation, null, "undated")];
        Assert.NotNull(Of(batch).Date);
        Assert.Equal(2, new Horizon(new DateOnly(2021, 3, 6)).Date(batch).Length);
        Assert.Empty(new Horizon(new DateOnly(2021, 3, 3)).Date(batch));
        var undated = Assert.Single((new Horizon(new DateOnly(2021, 3, 3)) { UndatedToo = true }).Date(batch));
        Assert.Equal(PublicationDate.Unknown, undated.Published);
    }

    [Theory]
    [InlineData("GENEVA, March 4, 2021 (Agency) - The envoys met.", "March 4, 2021")]
    [InlineData("GENEVA, 4 March 2021 — The envoys met.", "4 March 2021")]
    [InlineData("KYIV (AP, March 4, 2021) — The envoys met.", "March 4, 2021")]
    [InlineData("(AP, March 4, 2021) The envoys met.", "March 4, 2021")]
    [InlineData("Envoys meet in Geneva\nPublished March 4, 2021\nThe envoys met.", "March 4, 2021")]
    [InlineData("Envoys meet in Geneva\nPublished: 4 March 2021 | Updated: 6 March 2021\nThe envoys met.", "4 March 2021")]
    [InlineData("Envoys meet in Geneva\nLast updated March 4, 2021\nThe envoys met.", "March 4, 2021")]
    [InlineData("The envoys met.\nThey ate.\nThey left.\nThey spoke.\nThis story was first published on March 4, 2021.", "March 4, 2021")]
    public void A_dateline_or_imprint_states_the_day(string text, string words)
    {
        var day = Of(Plain.Article(text));
        Assert.Equal((new DateOnly(2021, 3, 4), DateBasis.Text, $"dateline: {words}"), (day.Date!.Value, day.Basis, day.Evidence));
        Assert.Equal(words, day.Span!.Value.Of(text));
    }

    [Theory]
    [InlineData("The envoys met on March 4, 2021 in Geneva - and left.")]
    [InlineData("Talks of March 4, 2021 - a chronicle")]
    [InlineData("KYIV, March 4 (Agency) - The envoys met.")]
    [InlineData("The envoys met.\nThe report of the court was published on March 4, 2021.")]
    public void A_day_in_the_story_is_no_dateline(string text) => Assert.Equal(PublicationDate.Unknown, Of(Plain.Article(text)));

    [Fact]
    public void A_dateline_without_a_year_has_the_one_that_fits_its_weekday_or_its_affair()
    {
        var fits = Of(Plain.Article("KYIV, March 3 (Agency) — The Tarnish envoy said on Wednesday that the treaty of 2020 was dead."));
        Assert.Equal((new DateOnly(2021, 3, 3), DateBasis.Inferred), (fits.Date!.Value, fits.Basis));
        Assert.Null(Of(Plain.Article("KYIV, March 3 (Agency) — The Tarnish envoy said on Friday that the treaty of 2020 was dead.")).Date);
        var undated = Plain.Article("PORT SELA, March 3 (Agency) — " + Undated.Replace("since 2019", "for years", StringComparison.Ordinal), null, "undated");
        Assert.Equal(new DateOnly(2021, 3, 3), Of(Plain.Article(Dated, "2021-03-02", "dated"), undated).Date);
        Assert.Null(Of(Plain.Article(Dated, "2021-05-02", "dated"), undated).Date);
    }

    [Fact]
    public void A_caption_dates_a_report_that_first_names_its_weekday()
    {
        const string Report = "The Tarnish envoy Olek Brandt said on Thursday in Geneva that the talks about the ferries had failed for good.";
        var caption = new Furniture("Envoy Olek Brandt in Geneva on 4 March 2021. Photo: A. Writer", "caption", 0);
        Assert.Equal(new DateOnly(2021, 3, 4), Of(Plain.Article(Report, null, "a", caption)).Date);
        Assert.Null(Of(Plain.Article(Report.Replace("Thursday", "Monday", StringComparison.Ordinal), null, "a", caption)).Date);
        Assert.Null(Of(Plain.Article(Report, null, "a", caption with { Text = "FILE PHOTO: " + caption.Text })).Date);
        Assert.Null(Of(Plain.Article(Report, null, "a", caption with { Text = "Snow on the Alps on 4 March 2021. Photo: A. Writer" })).Date);
        Assert.Null(Of(Plain.Article(Report, null, "a", caption, caption with { Text = "Envoy Olek Brandt in Geneva on 4 March 2014. Photo: A. Writer" })).Date);
    }

    [Fact]
    public void A_report_of_the_same_affair_is_dated_by_the_days_both_name()
    {
        var day = Of(Plain.Article(Dated + Quotation, "2021-03-02", "dated"), Plain.Article(Undated + Quotation, null, "undated"));
        Assert.Equal((new DateOnly(2021, 3, 3), DateBasis.Inferred), (day.Date!.Value, day.Basis));
        Assert.Contains("dated, dated 2021-03-02", day.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unrelated_report_changes_nothing_and_order_does_not_matter()
    {
        var other = Plain.Article("The mayor of Ostwick opened a bridge on Wednesday. Nobody was hurt.", "2015-07-08", "other");
        var (dated, undated) = (Plain.Article(Dated + Quotation, "2021-03-02", "dated"), Plain.Article(Undated + Quotation, null, "undated"));
        Assert.Equal(new DateOnly(2021, 3, 3), Of(dated, undated).Date);
        var alone = Print(new PublicationDating().Date([dated, undated]).Add(other));
        Assert.Equal(alone, Print(new PublicationDating().Date([other, undated, dated])));
        Assert.Equal(alone, Print(new PublicationDating().Date([undated, dated, other])));
    }

    [Fact]
    public void Without_a_common_quotation_it_takes_two_reports() =>
        Assert.Equal([null, new DateOnly(2021, 3, 3)], new[]
        {
            Of(Plain.Article(Dated, "2021-03-02", "dated"), Plain.Article(Undated, null, "undated")).Date,
            Of(Plain.Article(Dated, "2021-03-02", "dated"), Plain.Article(Dated, "2021-03-02", "copy"), Plain.Article(Undated, null, "undated")).Date,
        });

    [Fact]
    public void A_copied_sentence_is_as_good_as_a_common_quotation() =>
        Assert.Equal(new DateOnly(2021, 3, 3), Of(
            Plain.Article(Dated, "2021-03-02", "dated"),
            Plain.Article("Tarnish gunboats seized three Velmoran ferries off Port Sela on Saturday, the Velmora agency reported.\n" + Undated, null, "undated")).Date);

    [Fact]
    public void In_doubt_the_day_stays_unknown()
    {
        Assert.Equal(PublicationDate.Unknown, Of(Plain.Article(Dated, "2021-03-02", "dated"), Plain.Article("Talks about ferries went on in Velmora on Friday.", null, "undated")));
        var week = Plain.Article(Dated + Quotation, "2021-03-02", "one");
        var next = Plain.Article(Dated + Quotation, "2021-03-09", "two");
        Assert.Equal(PublicationDate.Unknown, Of(week, next, Plain.Article(Undated + Quotation, null, "undated")));
    }

    [Fact]
    public void A_dated_report_keeps_its_day() =>
        Assert.Equal(new DateOnly(2020, 1, 1), Of(Plain.Article("GENEVA, March 4, 2021 (Agency) - The envoys met.", "2020-01-01")).Date);
}
