using Demarche.Coding;
using Demarche.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private static readonly CodedArticle[] Fog =
    [
        new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Chile shelled a fishing harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Ada Nordli called Pilar Quispe on Monday evening.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-05")
            .Says("Peru condemned the shelling of the harbour.", "111", "ACCUSE", "Peru > Chile").Make(),
        new CodedReport("Rain Herald", "2031-05-07")
            .Says("Chilean guns shelled the fishing harbour on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Pilar Quispe called Ada Nordli on Wednesday.", "041", "CONSULT", "Pilar Quispe > Ada Nordli", "2031-05-07")
            .Says("Peru thanked Ghana for blankets.", "050", "SUPPORT", "Peru > Ghana", "2031-05-07").Make(),
        new CodedReport("Hail Times", "2031-05-07")
            .Says("Peru denounced Chile for the shelling.", "111", "ACCUSE", "Peru > Chile", "2031-05-06")
            .Says("Pilar Quispe called Ada Nordli on Monday evening.", "041", "CONSULT", "Pilar Quispe > Ada Nordli", "2031-05-05").Make(),
    ];

    private static string Shown(IEnumerable<CodedArticle> articles) => string.Join('\n', new Reconciler().Reconcile([.. articles]).Select(e =>
        $"{e.Id} {e.Date} {e.Cameo} {e.Status} {string.Join('+', e.Sources.Select(p => p.Name))} {string.Join('+', e.Targets.Select(p => p.Name))} "
        + string.Join(' ', e.Reports.Select(r => r.Article + "/" + r.Observation)) + string.Join(' ', e.Discrepancies.Select(d => d.Field))));

    [Fact]
    public void One_act_in_two_outlets_is_one_event()
    {
        var shelling = Assert.Single(new Reconciler().Reconcile(Fog), e => e.Plover == "ASSAULT");
        Assert.Equal(2, shelling.Reports.Length);
        Assert.Equal(2, shelling.Outlets);
        Assert.NotNull(shelling.Reason);
    }

    [Fact]
    public void Every_observation_stands_in_exactly_one_event()
    {
        var told = new Reconciler().Reconcile(Fog).SelectMany(e => e.Reports).Select(r => (r.Article, r.Observation)).ToList();
        Assert.Equal(Fog.Sum(a => a.Observations.Length), told.Count);
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Fact]
    public void Calls_on_two_days_stay_two_and_the_doubt_is_shown()
    {
        var calls = new Reconciler().Reconcile(Fog).Where(e => e.Cameo == "041").ToList();
        Assert.Equal(2, calls.Count);
        var doubt = Assert.Single(calls[0].Discrepancies, d => d.Field == DiscrepancyField.Date);
        Assert.Equal(["2031-05-05", "2031-05-07"], doubt.Values.Select(v => v.Value));
    }

    [Fact]
    public void Who_called_whom_is_a_difference()
    {
        var call = new Reconciler().Reconcile(Fog).First(e => e.Cameo == "041");
        var doubt = Assert.Single(call.Discrepancies, d => d.Field == DiscrepancyField.Actor);
        Assert.Equal(["NOR called PER", "PER called NOR"], doubt.Values.Select(v => v.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_undated_report_joins_the_dated_one() =>
        Assert.Equal(2, Assert.Single(new Reconciler().Reconcile(Fog), e => e.Plover == "ACCUSE").Reports.Length);

    [Fact]
    public void Acts_of_other_actors_stay_apart() =>
        Assert.Single(Assert.Single(new Reconciler().Reconcile(Fog), e => e.Plover == "SUPPORT").Reports);

    [Fact]
    public void The_order_of_the_articles_changes_nothing() =>
        Prop.ForAll(Gen.Shuffle(Fog).ToArbitrary(), shuffled => Shown(shuffled) == Shown(Fog)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(new Reconciler().Reconcile([]));

    [Fact]
    public void An_unrelated_article_changes_no_other_event()
    {
        var stranger = new CodedReport("Sleet Post", "2031-05-06")
            .Says("Ghana praised a fishing treaty with Norway on Monday evening.", "051", "SUPPORT", "Ghana > Norway", "2031-05-05")
            .Says("Norway shelled nobody on Monday, an admiral told the Post.", "194", "ASSAULT", "Norway > Ghana", "2031-05-05", Status.Denied).Make();
        var before = new Reconciler().Reconcile(Fog).Select(Line).ToHashSet(StringComparer.Ordinal);
        var after = new Reconciler().Reconcile([.. Fog, stranger]).Where(e => e.Reports[0].Article != stranger.Article.Id).Select(Line).ToHashSet(StringComparer.Ordinal);
        Assert.True(before.SetEquals(after));
    }

    [Fact]
    public void An_event_keeps_its_id_when_a_later_report_comes_and_when_one_is_coded_otherwise()
    {
        var id = new Reconciler().Reconcile(Fog[..1]).Single(e => e.Plover == "ACCUSE").Id;
        var recoded = Fog[0] with { Observations = [.. Fog[0].Observations.Select(o => o.Cameo == "111" ? o with { Cameo = "112" } : o)] };
        Assert.Equal(id, new Reconciler().Reconcile(Fog).Single(e => e.Plover == "ACCUSE").Id);
        Assert.Equal(id, new Reconciler().Reconcile([recoded, .. Fog[1..]]).Single(e => e.Plover == "ACCUSE").Id);
    }

    [Fact]
    public void No_two_events_share_an_id()
    {
        var events = new Reconciler().Reconcile(Fog);
        Assert.Equal(events.Length, events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void An_offer_is_one_whether_coded_as_offer_or_as_promise()
    {
        var offer = new Reconciler().Reconcile([
            new CodedReport("Fog Gazette", "2031-05-06").Says("Norway offered mediation between the neighbours on Monday.", "039", "AGREE", "Norway > Peru", "2031-05-05").Make(),
            new CodedReport("Rain Herald", "2031-05-06").Says("Norway made an offer of mediation between neighbours on Monday.", "030", "AGREE", "Norway > Peru", "2031-05-05").Make(),
        ]);
        Assert.Equal(2, Assert.Single(offer).Reports.Length);
    }

    [Fact]
    public void A_visit_is_no_call()
    {
        var contacts = new Reconciler().Reconcile([
            new CodedReport("Fog Gazette", "2031-05-06").Says("Ada Nordli called Pilar Quispe on Monday evening.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-05")
                .Says("Ada Nordli visited Pilar Quispe on Monday evening.", "042", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-05").Make(),
        ]);
        Assert.Equal(2, contacts.Length);
    }

    [Fact]
    public void The_reason_names_the_evidence()
    {
        var reason = new Reconciler().Reconcile(Fog).Single(e => e.Plover == "ASSAULT").Reason;
        Assert.Contains("code 194", reason, StringComparison.Ordinal);
        Assert.Contains("dated 2031-05-05", reason, StringComparison.Ordinal);
        Assert.Contains("shelled", reason, StringComparison.Ordinal);
    }

    private static string Line(Event e) => $"{e.Id} {e.Date} {e.Cameo} {e.Outlets} {e.IndependentSources} {e.Reason} " + string.Join(' ', e.Reports.Select(r => r.Article + "/" + r.Observation));
}
