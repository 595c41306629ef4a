using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Corrections;

/// <summary>Lets a log of corrections hold for articles that were coded anew. The same whatever the order of the articles.</summary>
public sealed class Corrector
{
    private readonly ImmutableArray<CodedArticle> _raw;
    private readonly ImmutableArray<(Correction Entry, ImmutableArray<(Anchor Anchor, Place Place)> Places)> _entries;
    private readonly List<Overruled> _overruled = [];
    private readonly Dictionary<ReportKey, Correction> _rejected = [];
    private readonly ILookup<ReportKey, int> _at;

    /// <param name="articles">As coded.</param>
    /// <param name="log">What was corrected.</param>
    public Corrector(IEnumerable<CodedArticle> articles, CorrectionLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _raw = [.. articles.OrderBy(a => a.Article.Id.Value, StringComparer.Ordinal).ThenBy(a => a.Article.Source, StringComparer.Ordinal)];
        var finder = log.Holding.IsEmpty ? null : new Reanchoring(_raw);
        _entries = [.. log.Holding.Select(e => (e, e.Reports.Select(a => (a, finder!.Find(a))).ToImmutableArray()))];
        _at = _entries.SelectMany((e, i) => Keys(e.Places).Distinct().Select(k => (Key: k, Entry: i))).ToLookup(x => x.Key, x => x.Entry);
        Judge();
        Joins = Join<ReportKey>(CorrectionSubject.Event, p => p.Observation is { } o ? new ReportKey(p.Article!.Article.Id, o.Id) : null);
        StoryJoins = Join<ArticleId>(CorrectionSubject.Story, p => p.Article?.Article.Id);
        Articles = [.. _raw.Select(a => Correct(a, withEvents: false))];
        Report = new(
            [.. _entries.Where(e => e.Places.Any(p => p.Place.Trouble is null)).Select(e => new Applied(e.Entry, [.. Keys(e.Places).Distinct()]))],
            [.. from e in _entries from p in e.Places where p.Place.Trouble is not null select new Unanchored(e.Entry, p.Anchor, p.Place.Trouble!)],
            [.. _overruled.Distinct()]);
    }

    /// <summary>The articles without what was rejected, with what was edited, by id; events as such are not touched.</summary>
    public ImmutableArray<CodedArticle> Articles { get; }

    /// <summary>Which reports somebody said to be one event, or not.</summary>
    public JoinConstraints<ReportKey> Joins { get; }

    /// <summary>Which articles somebody said to be one story, or not.</summary>
    public JoinConstraints<ArticleId> StoryJoins { get; }

    /// <summary>What became of the corrections.</summary>
    public CorrectionReport Report { get; }

    /// <summary>An article for those who read reports and not events: what was said of an event holds for each of its reports.</summary>
    public CodedArticle AsReports(CodedArticle article) => Correct(article, withEvents: true);

    /// <summary>Sets the fields of events as the corrections say.</summary>
    /// <returns>In the order of <see cref="Reconciler"/>.</returns>
    public ImmutableArray<Event> Amend(ImmutableArray<Event> events)
    {
        if (!_entries.Any(e => e.Entry is { Act: CorrectionAct.Edit, About: CorrectionSubject.Event })) return events;
        return Reconciler.InOrder(events.Select(e => Touching(KeysOf(e)).Select(i => _entries[i].Entry)
            .Where(x => x is { Act: CorrectionAct.Edit, About: CorrectionSubject.Event, Set: not null }).Aggregate(e, (now, x) => Amendment.Apply(now, x.Set!))));
    }

    /// <summary>The corrections that show in an event, the earlier first.</summary>
    /// <param name="e">As amended.</param>
    public ImmutableArray<EventMark> Marks(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var keys = KeysOf(e);
        var marks = ImmutableArray.CreateBuilder<EventMark>();
        foreach (var i in Touching(keys))
        {
            var (entry, places) = _entries[i];
            if (entry.About == CorrectionSubject.Event) marks.Add(new EventMark(entry, null, Changed(entry, entry.Was, null)));
            else
                foreach (var (anchor, place) in places)
                    if (KeyOf(place) is { } key && keys.Contains(key)) marks.Add(new EventMark(entry, key, Changed(entry, anchor.Then, place)));
        }
        return marks.ToImmutable();
    }

    /// <summary>Who has checked an event last; null if nobody has, or not every report of it.</summary>
    /// <param name="e">As amended.</param>
    public Review? ReviewOf(Event e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var keys = KeysOf(e);
        var accepted = Touching(keys).Where(i => _entries[i].Entry.Act == CorrectionAct.Accept).ToList();
        var last = accepted.FindLastIndex(i => _entries[i].Entry.About == CorrectionSubject.Event);
        if (last >= 0)
        {
            var (whole, places) = _entries[accepted[last]];
            var changed = whole.Was is { } was ? Amendment.Differences(was, Amendment.Values(e)).Select(d => d.Field) : [];
            return new Review(whole, [.. changed, .. keys.IsSubsetOf(Keys(places)) ? Array.Empty<string>() : ["reports"]]);
        }
        return accepted.Count > 0 && keys.IsSubsetOf(accepted.SelectMany(i => Keys(_entries[i].Places))) ? new Review(_entries[accepted[^1]].Entry, []) : null;
    }

    /// <summary>The entries that are about one of the reports, or about the event that has it, the earlier first.</summary>
    private IEnumerable<int> Touching(HashSet<ReportKey> keys) => keys.SelectMany(k => _at[k]).Distinct().Order();

    /// <summary>Decides what is rejected and which edits give way; of two that contradict each other the later holds.</summary>
    private void Judge()
    {
        var edits = new Dictionary<(CorrectionSubject, ReportKey, string Field), Correction>();
        var standing = new Dictionary<ReportKey, List<Correction>>();
        foreach (var (entry, places) in _entries.Where(e => e.Entry.About is CorrectionSubject.Event or CorrectionSubject.Observation))
        {
            foreach (var key in Keys(places))
            {
                if (entry.Act == CorrectionAct.Reject)
                {
                    foreach (var earlier in standing.GetValueOrDefault(key, [])) _overruled.Add(new(earlier.Id, entry.Id, "rejected"));
                    _rejected[key] = entry;
                    continue;
                }
                if (entry.Act is not (CorrectionAct.Accept or CorrectionAct.Edit)) continue;
                if (_rejected.Remove(key, out var rejection)) _overruled.Add(new(rejection.Id, entry.Id, entry.Act == CorrectionAct.Accept ? "accepted" : "edited"));
                (standing.TryGetValue(key, out var list) ? list : standing[key] = []).Add(entry);
                if (entry.Set is null) continue;
                foreach (var field in Amendment.Fields(entry.Set))
                {
                    if (edits.TryGetValue((entry.About, key, field), out var earlier)) _overruled.Add(new(earlier.Id, entry.Id, field));
                    edits[(entry.About, key, field)] = entry;
                }
            }
        }
    }

    /// <summary>What was said of joins, the latest first, so that it goes before what contradicts it.</summary>
    private JoinConstraints<T> Join<T>(CorrectionSubject about, Func<Place, T?> name) where T : struct
    {
        var joins = new JoinConstraints<T>();
        var later = new List<(Correction Entry, HashSet<T> Things)>();
        foreach (var (entry, places) in _entries.Reverse())
        {
            if (entry.About != about || entry.Act is not (CorrectionAct.Merge or CorrectionAct.Split)) continue;
            var things = places.Where(p => p.Place.Trouble is null).Select(p => (Group: p.Anchor.Group ?? 0, Thing: name(p.Place)))
                .Where(x => x.Thing is not null).Select(x => (x.Group, Thing: x.Thing!.Value)).Distinct().ToList();
            var contradicted = false;
            for (var i = 0; i < things.Count; i++)
                for (var j = i + 1; j < things.Count; j++)
                {
                    if (things[i].Thing.Equals(things[j].Thing)) continue;
                    if (entry.Act == CorrectionAct.Merge) contradicted |= !joins.Unite(things[i].Thing, things[j].Thing);
                    else if (things[i].Group != things[j].Group) contradicted |= !joins.Part(things[i].Thing, things[j].Thing);
                }
            var all = things.Select(t => t.Thing).ToHashSet();
            if (contradicted && later.FindLast(l => l.Things.Overlaps(all)).Entry is { } by) _overruled.Add(new(entry.Id, by.Id, "joined"));
            later.Add((entry, all));
        }
        return joins;
    }

    private CodedArticle Correct(CodedArticle article, bool withEvents)
    {
        var now = article;
        foreach (var (entry, places) in _entries)
        {
            foreach (var (_, place) in places)
            {
                if (place.Trouble is not null || place.Article!.Article.Id != article.Article.Id) continue;
                if (entry.About == CorrectionSubject.Quote) now = Amendment.ApplyToQuote(now, place.Words!.Value, entry);
                else if (entry.About == CorrectionSubject.Figure) now = Amendment.ApplyToFigure(now, place.Words!.Value, entry);
                else if (entry.About == CorrectionSubject.Contact) now = ContactAmendment.Without(now, place.Words!.Value);
                else if (entry.Act == CorrectionAct.Edit && place.Observation is { } o && (withEvents || entry.About == CorrectionSubject.Observation)) now = Amendment.Apply(now, o.Id, entry);
            }
        }
        var kept = now.Observations.Where(o => !_rejected.ContainsKey(new ReportKey(article.Article.Id, o.Id))).ToImmutableArray();
        if (kept.Length != now.Observations.Length) now = now with { Observations = kept };
        return ReferenceEquals(now, article) ? article : ContactAmendment.Follow(article, now);
    }

    /// <summary>What an edit changed: of an observation from what is coded now, of an event from what it was.</summary>
    private static ImmutableArray<FieldChange> Changed(Correction entry, ClaimValues? was, Place? place)
    {
        var before = place is { Article: { } article, Observation: { } o } ? Anchor.Values(article, o) : was;
        if (entry.Set is not { } set || before is null) return [];
        var after = before with
        {
            Cameo = set.Cameo ?? before.Cameo,
            Plover = set.Cameo is null ? before.Plover : set.Plover ?? before.Plover,
            Status = set.Status ?? before.Status,
            Date = set.Undated == true ? null : set.Date ?? before.Date,
            Sources = set.Sources ?? before.Sources,
            Targets = set.Targets ?? before.Targets,
        };
        return Amendment.Differences(before, after);
    }

    private static HashSet<ReportKey> KeysOf(Event e) =>
        [.. e.Reports.Where(r => r.Observation is not null).Select(r => new ReportKey(r.Article, r.Observation!.Value))];

    private static ReportKey? KeyOf(Place place) =>
        place is { Trouble: null, Article: { } a, Observation: { } o } ? new ReportKey(a.Article.Id, o.Id) : null;

    private static IEnumerable<ReportKey> Keys(ImmutableArray<(Anchor Anchor, Place Place)> places) =>
        places.Select(p => KeyOf(p.Place)).Where(k => k is not null).Select(k => k!.Value);
}
