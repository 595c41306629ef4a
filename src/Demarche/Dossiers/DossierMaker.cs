using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Stories;

namespace Demarche.Dossiers;

/// <summary>Makes the dossier of a set of coded articles.</summary>
public static class DossierMaker
{
    /// <summary>Groups, reconciles and reads off contacts, mediation and positions.</summary>
    /// <param name="articles">In any order; of articles with one id the first by source counts.</param>
    /// <param name="asOf">Leaves out articles known to be published after this day; null for all.</param>
    public static Dossier Make(IEnumerable<CodedArticle> articles, DateOnly? asOf = null)
    {
        var kept = articles.Where(a => asOf is null || a.Article.Published.Date is not { } day || day <= asOf)
            .OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).ThenBy(a => a.Article.Source, StringComparer.Ordinal)
            .DistinctBy(a => a.Article.Id).ToImmutableArray();
        var (stories, links) = new StoryGrouper().Group(kept);
        var reconciler = new Reconciler();
        var made = stories.Select(s => MakeStory(s, reconciler)).ToList();
        return new Dossier(asOf, kept, [.. made.Select(s => s with { Linked = StoryLinks.Of(s, made, links) })]);
    }

    private static DossierStory MakeStory(Story story, Reconciler reconciler)
    {
        var (events, others) = Disputes.Add(reconciler.Reconcile(story.Articles), story.Articles);
        var contacts = Contacts.Of(events, story.Articles);
        var initiatives = Initiatives.Of(events, story.Articles, contacts);
        var span = story.Published ?? Dated(events);
        return new DossierStory(
            story,
            StoryTitle.Of(events, initiatives, story, span),
            span,
            [],
            events,
            contacts,
            initiatives,
            Positions.Of(events, initiatives),
            Utterances.Of(story.Articles),
            FigureSeries.Of(story.Articles),
            Coverage.Of(story, events),
            WireCopies.Of(story.Articles))
        {
            OtherDiscrepancies = others,
        };
    }

    private static Days? Dated(ImmutableArray<Event> events)
    {
        Days? all = null;
        foreach (var e in events)
            if (e.Status is Status.Occurred or Status.Ongoing && e.Date is { Length: <= 31 }) all = all?.Union(e.Date.Value) ?? e.Date;
        return all;
    }
}
