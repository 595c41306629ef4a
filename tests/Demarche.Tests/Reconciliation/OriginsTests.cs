using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Tests.Reconciliation;

public sealed class OriginsTests
{
    private const string Wire = "LIMA, May 5 (Lake Wire) - Chile shelled a fishing harbour in Peru on Monday, officials said.";
    private const string Plain = "Chile shelled a fishing harbour in Peru on Monday, officials in the capital told reporters.";

    private static Event Shelling(params (string Outlet, string Sentence)[] reports) => Assert.Single(new Reconciler().Reconcile([.. reports.Select(r =>
        new CodedReport(r.Outlet, "2031-05-06").Says(r.Sentence, "194", "ASSAULT", "Chile > Peru", "2031-05-05").Make())]));

    [Fact]
    public void Two_papers_with_words_of_their_own_are_two_sources()
    {
        var e = Shelling(("Fog Gazette", Plain), ("Rain Herald", "Chilean guns shelled Peru and its fishing harbour on Monday, a harbour pilot said."));
        Assert.Equal((2, 2), (e.Outlets, e.IndependentSources));
    }

    [Fact]
    public void Papers_that_print_one_agency_are_one_source()
    {
        var e = Shelling(("Fog Gazette", Wire), ("Rain Herald", "LIMA (Lake Wire) — Shells from Chile hit Peru on Monday: they shelled a fishing harbour."));
        Assert.Equal((2, 1), (e.Outlets, e.IndependentSources));
    }

    [Fact]
    public void The_agency_itself_counts_with_those_that_credit_it_by_its_initials() =>
        Assert.Equal(1, Shelling(("Lake Wire", Plain), ("Rain Herald", "LIMA (LW) - Chile shelled Peru: a fishing harbour burnt on Monday.")).IndependentSources);

    [Fact]
    public void A_sentence_copied_with_small_changes_is_one_source() =>
        Assert.Equal(1, Shelling(("Fog Gazette", Plain), ("Rain Herald", "On Monday Chile shelled a fishing harbour in Peru, officials in the capital told reporters.")).IndependentSources);

    [Fact]
    public void Sources_are_never_more_than_outlets_nor_fewer_than_one()
    {
        var e = Shelling(("Fog Gazette", Plain), ("Fog Gazette", "Chilean guns shelled Peru and its fishing harbour on Monday, a harbour pilot said."));
        Assert.Equal((1, 1), (e.Outlets, e.IndependentSources));
    }
}
