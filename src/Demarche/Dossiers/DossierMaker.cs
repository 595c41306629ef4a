using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Stories;
using Demarche.Times;

namespace Demarche.Dossiers;

/// <summary>Makes the dossier of a set of coded articles.</summary>
public static class DossierMaker
{
    /// <summary>The same with no other wishes than a day.</summary>
    /// <param name="articles">In any order; of articles with one id the first by source counts.</param>
    /// <param name="asOf">Only articles published by the end of that day, by the rule of <see cref="Horizon"/>; null for all.</param>
    public static Dossier Make(IEnumerable<CodedArticle> articles, DateOnly? asOf = null) =>
        Make(articles, new DossierOptions { Horizon = asOf is { } day ? new Horizon(day) : null });

    /// <summary>Groups, reconciles and reads off contacts, mediation and positions.</summary>
    /// <param name="articles">In any order; of articles with one id the first by source counts. Their days must have been settled by what was known
    /// (<see cref="Horizon.Date"/>).</param>
    /// <param name="options">What is asked for.</param>
    public static Dossier Make(IEnumerable<CodedArticle> articles, DossierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var kept = articles.Where(a => options.Horizon?.Holds(a.Article) ?? true)
            .OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).ThenBy(a => a.Article.Source, StringComparer.Ordinal)
            .DistinctBy(a => a.Article.Id).ToImmutableArray();
        var corrector = new Corrector(kept, options.Holding);
        var (stories, links) = new StoryGrouper().Group(kept, corrector.StoryJoins);    // of what was coded: a corrected event moves no article
        var corrected = corrector.Articles.ToDictionary(a => a.Article.Id);
        var told = kept.ToDictionary(a => a.Article.Id, corrector.AsReports);
        var reconciler = new Reconciler();
        var made = stories.Select(s => MakeStory(s with { Articles = [.. s.Articles.Select(a => corrected[a.Article.Id])] },
            [.. s.Articles.Select(a => told[a.Article.Id])], reconciler, corrector)).ToList();
        return new Dossier(options.Horizon?.Day, corrector.Articles, [.. made.Select(s => s with { Linked = StoryLinks.Of(s, made, links) })])
        {
            Corrections = DossierCorrections.Of(corrector, [.. made.SelectMany(s => s.Events)]),
        };
    }

    /// <param name="story">Its articles with what was said of their reports.</param>
    /// <param name="told">The same with what was said of events too, for what is read off single reports.</param>
    /// <param name="reconciler">Joins reports into events.</param>
    /// <param name="corrector">What people said.</param>
    private static DossierStory MakeStory(Story story, ImmutableArray<CodedArticle> told, Reconciler reconciler, Corrector corrector)
    {
        var figures = FigureSeries.Of(story.Articles);
        var (events, others) = Disputes.Add(corrector.Amend(reconciler.Reconcile(story.Articles, corrector.Joins)), story.Articles, figures);
        var contacts = Contacts.Of(events, told);
        var initiatives = Initiatives.Of(events, told, contacts);
        var span = story.Published ?? Dated(events);
        return new DossierStory(
            story,
            StoryTitle.Of(events, initiatives, story, span),
            span,
            [],
            events,
            contacts,
            initiatives,
            Positions.Of(initiatives),
            Utterances.Of(story.Articles),
            figures,
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
