using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Tests.Reconciliation;
using Demarche.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Dossiers;

/// <summary>A dossier as it was known on a day.</summary>
public sealed class AsOfTests
{
    private static readonly DateOnly First = new(2031, 5, 5);

    private static readonly (string Sentence, string Cameo, string Plover, string Who)[] Acts =
    [
        ("Chile shelled the harbour of Peru.", "194", "ASSAULT", "Chile > Peru"),
        ("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru"),
        ("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe"),
        ("Peru rejected the offer of Norway.", "126", "REJECT", "Peru > Norway"),
        ("Peru will meet Chile in Oslo.", "040", "CONSULT", "Peru > Chile"),
    ];

    /// <summary>Reports of which each has an outlet of its own, a day of publication or none, and some acts of days around it.</summary>
    private static readonly Gen<CodedArticle[]> Batches =
        from drafts in (from day in Gen.OneOf(Gen.Choose(0, 9).Select(d => (int?)d), Gen.Constant((int?)null))
                        from acts in (from act in Gen.Choose(0, Acts.Length - 1)
                                      from back in Gen.OneOf(Gen.Choose(-2, 3).Select(d => (int?)d), Gen.Constant((int?)null))
                                      from planned in Gen.Elements(true, false)
                                      select (act, back, planned)).NonEmptyListOf()
                        from dead in Gen.Choose(1, 40)
                        select (day, acts, dead)).NonEmptyListOf()
        select drafts.Take(6).Select((d, i) => Report(i, d.day, d.acts.Take(4), d.dead)).ToArray();

    private static CodedArticle Report(int number, int? day, IEnumerable<(int Act, int? Back, bool Planned)> acts, int dead)
    {
        var report = new CodedReport("Outlet " + number.ToString(CultureInfo.InvariantCulture), day is { } d ? Iso(First.AddDays(d)) : null);
        foreach (var (act, back, planned) in acts)
            report.Says(Acts[act].Sentence, Acts[act].Cameo, Acts[act].Plover, Acts[act].Who, back is { } b ? Iso(First.AddDays((day ?? 5) - b)) : null,
                planned ? Status.Planned : Status.Occurred);
        return report.Counts($"The port said {dead} sailors died.", dead, "PER", "port").Quotes("Ada Nordli", "The harbour stays open, whatever the weather may bring").Make();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Json(IEnumerable<CodedArticle> articles, DateOnly? day)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RecordJson.Indented)) DossierJson.Write(json, DossierMaker.Make(articles, day));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void As_of_a_day_is_the_dossier_of_what_was_published_by_then() =>
        Prop.ForAll(Batches.ToArbitrary(), Gen.Choose(-1, 10).ToArbitrary(), (batch, d) =>
        {
            var day = First.AddDays(d);
            return Json(batch, day) == Json(batch.Where(a => a.Article.Published.Date <= day), day);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_report_of_a_later_day_appears_and_none_that_was_known_is_lost_later() =>
        Prop.ForAll(Batches.ToArbitrary(), Gen.Choose(-1, 10).ToArbitrary(), (batch, d) =>
        {
            var (before, after) = (DossierMaker.Make(batch, First.AddDays(d)), DossierMaker.Make(batch, First.AddDays(d + 1)));
            return before.Stories.SelectMany(s => s.Events).All(e => before.Reported(e).Last <= First.AddDays(d))
                && Told(before).IsSubsetOf(Told(after));
        }).QuickCheckThrowOnFailure();

    private static HashSet<string> Told(Dossier dossier) =>
        [.. dossier.Stories.SelectMany(s => s.Events).SelectMany(e => e.Reports).Select(r => r.Article + " " + r.Observation)];

    [Fact]
    public void Report_time_stands_beside_the_time_of_the_event()
    {
        CodedArticle Telling(string outlet, string published) =>
            new CodedReport(outlet, published).Says("Chile shelled the harbour of Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05").Make();
        using var json = JsonDocument.Parse(Json([Telling("A", "2031-05-07"), Telling("B", "2031-05-06"), Telling("C", "2031-05-09")], new DateOnly(2031, 5, 8)));
        var e = json.RootElement.GetProperty("stories")[0].GetProperty("events")[0];
        Assert.Equal(("2031-05-05", "2031-05-06", "2031-05-07"), (e.GetProperty("date").GetProperty("start").GetString(),
            e.GetProperty("first_reported").GetString(), e.GetProperty("last_reported").GetString()));
    }

    [Fact]
    public void What_was_planned_stays_planned_and_an_older_figure_and_position_stand()
    {
        var batch = new[]
        {
            new CodedReport("A", "2031-05-06").Says("Peru will meet Chile in Oslo on Friday.", "040", "CONSULT", "Peru > Chile", "2031-05-09", Status.Planned)
                .Says("Peru accepted the offer of Norway.", "038", "AGREE", "Peru > Norway", "2031-05-06").Counts("The port said 9 sailors died.", 9, "PER", "port").Make(),
            new CodedReport("B", "2031-05-10").Says("Peru met Chile in Oslo on Friday.", "040", "CONSULT", "Peru > Chile", "2031-05-09")
                .Says("Peru rejected the offer of Norway.", "126", "REJECT", "Peru > Norway", "2031-05-10").Counts("The port said 14 sailors died.", 14, "PER", "port").Make(),
        };
        var then = DossierMaker.Make(batch, new DateOnly(2031, 5, 9)).Stories.Single();
        Assert.Equal(Status.Planned, Assert.Single(then.Events, e => e.Plover == "CONSULT").Status);
        Assert.Equal(9, Assert.Single(Assert.Single(then.Figures).Entries).Value);
        Assert.DoesNotContain(then.Events, e => e.Plover == "REJECT");
    }

    [Fact]
    public void A_report_of_unknown_day_is_left_out_unless_asked_for_and_told_of_nothing_later()
    {
        CodedArticle Undated(string sentence) => new CodedReport("A", null).Says(sentence, "194", "ASSAULT", "Chile > Peru").Make();
        var horizon = new Horizon(new DateOnly(2031, 5, 6));
        var (open, later) = (Undated("Chile shelled the harbour of Peru.").Article, Undated("Chile shelled the harbour of Peru on May 9, 2031.").Article);
        Assert.False(horizon.Holds(open));
        Assert.True((horizon with { UndatedToo = true }).Holds(open));
        Assert.False((horizon with { UndatedToo = true }).Holds(later));
        Assert.Equal(new DateOnly(2031, 5, 9), Horizon.NotBefore(later));
    }
}
