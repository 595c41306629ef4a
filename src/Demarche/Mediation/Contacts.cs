using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Joins what many reports say of who was in touch with whom into contacts.</summary>
/// <remarks>
/// Sightings of the same people join where their modes may be one and their days agree. One without a day is the echo of a dated one: of that in
/// its own article, else of the only one there is. Only what took place is a contact; what was planned, denied or thought of is none.
/// </remarks>
public static class Contacts
{
    /// <summary>By first day (unknown last), then participants.</summary>
    public static ImmutableArray<Contact> Of(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles)
    {
        var sighted = articles.SelectMany(a => a.Contacts.Select(c => Sighted.Of(c, a)))
            .OrderBy(s => s.Date is null).ThenBy(s => s.Date?.Length ?? 0).ThenBy(s => s.Date?.Start).ThenBy(s => s.Told.TimeWords is null).ThenBy(s => s.Id.Value, StringComparer.Ordinal)
            .ThenBy(s => s.Told.Trigger.Start).ToList();
        var groups = new List<List<Sighted>>();
        foreach (var s in sighted)
            if (Home(s, groups) is { } home) home.Add(s);
            else groups.Add([s]);
        WithoutLegs(groups);
        var known = events.SelectMany(e => e.Reports.Where(r => r.Observation is not null).Select(r => ((r.Article, r.Observation), e.Id)))
            .DistinctBy(x => x.Item1).ToDictionary(x => x.Item1, x => x.Id);
        return [.. groups.Select(g => Make(g, known)).OrderBy(c => c.Date?.Start ?? DateOnly.MaxValue).ThenBy(c => c.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(c => string.Join('|', c.Participants.Select(p => p.Name)), StringComparer.Ordinal).ThenBy(c => c.Mode)];
    }

    private static List<Sighted>? Home(Sighted s, List<List<Sighted>> groups)
    {
        var same = groups.Where(g => g[0].SamePeople(s) && g[0].MayBe(s) && Agree(g[0], s) && (s.Date is not null || g.Exists(o => o.Names(s)))).ToList();
        if (s.Date is not null) return same.FirstOrDefault();
        return same.LastOrDefault(g => g.Exists(o => o.Id == s.Id)) ?? (same.Count == 1 || same.Exists(g => g[0].Date is null) ? same[^1] : same.LastOrDefault(g => g[0].Date is not null));
    }

    /// <summary>Days agree if one holds the other; one without a day agrees with all but what it says itself.</summary>
    private static bool Agree(Sighted known, Sighted other)
    {
        if (other.Date is { } wide) return known.Date is { } narrow && wide.Start <= narrow.Start && narrow.End <= wide.End;
        if (other.Told.TimeWords is { } words && (known.Id != other.Id || known.Told.TimeWords != words)) return false;
        return known.Id == other.Id ? known.Date is not null || known.Told.TimeWords == other.Told.TimeWords || IsWeekday(known.Told.TimeWords) : IsPlaced(known) == IsPlaced(other);
    }

    // What is told as news, of a day that cannot be resolved: "on Friday", not "last October".
    private static bool IsWeekday(string? words) => words is not null && words.EndsWith("day", StringComparison.Ordinal);

    // Of an article whose own day is not known, nothing says that its call is the one that others report.
    private static bool IsPlaced(Sighted s) => s.Article.Article.Published.Date is not null;

    /// <summary>One leg of a message's way, told by itself, is no contact beside the whole way.</summary>
    private static void WithoutLegs(List<List<Sighted>> groups)
    {
        foreach (var leg in groups.Where(g => g[0].Told.Way is not null && g[0].People.Length == 2).ToList())
        {
            var whole = groups.Find(g => g[0].Told.Way is { Carrier: not null } && g[0].People.Length > 2 && leg[0].IsPartOf(g[0]) && (g[0].Date is null || leg[0].Date is null || g[0].Date == leg[0].Date)
                && g.Exists(o => o.Id == leg[0].Id) && g[0].Told.TimeWords == leg[0].Told.TimeWords);
            if (whole is null) continue;
            whole.AddRange(leg);
            groups.Remove(leg);
        }
    }

    private static Contact Make(List<Sighted> group, Dictionary<(Articles.ArticleId, ObservationId?), EventId> events)
    {
        var first = group[0];
        var stated = group.Find(s => s.Told.IsStated) ?? first;
        var relay = group.Select(s => s.Told.Way is { } w ? new Relay(s.PartyOf(w.Sender), s.PartyOf(w.Carrier), s.PartyOf(w.Addressee)) : null).FirstOrDefault(r => r is not null);
        var reports = group.OrderBy(s => s.Id.Value, StringComparer.Ordinal).ThenBy(s => s.Told.Sentence.Start).Select(s => s.Report()).Distinct().ToImmutableArray();
        var callers = Party.Distinct(group.Select(s => s.PartyOf(s.Told.Initiator)).OfType<Party>());
        return new Contact(People(group), stated.Told.Mode, first.Date, first.Told.Status, reports,
            [.. reports.Where(r => r.Observation is not null && events.ContainsKey((r.Article, r.Observation))).Select(r => events[(r.Article, r.Observation)]).Distinct()])
        {
            Initiator = callers.Length == 1 ? callers[0] : null,
            Relay = relay,
            Place = group.Select(s => s.Told.Place).FirstOrDefault(p => p is not null),
            Topics = [.. group.SelectMany(s => s.Told.Topics.Select(t => t.Of(s.Article.Analysis.Text))).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Of each side the person, if any report names one.</summary>
    private static ImmutableArray<Party> People(List<Sighted> group)
    {
        var people = group[0].People.ToList();
        foreach (var s in group.Where(s => s.People.Length == people.Count))
            for (var i = 0; i < people.Count; i++)
                if (people[i].Kind != ActorKind.Person && s.People.FirstOrDefault(p => p.Kind == ActorKind.Person && p.SameCountry(people[i])) is { } person && !people.Contains(person))
                    people[i] = person;
        return [.. people.OrderBy(p => p.Name, StringComparer.Ordinal)];
    }
}
