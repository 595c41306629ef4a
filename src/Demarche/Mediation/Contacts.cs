using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>Reads the contacts off a story's events.</summary>
/// <remarks>
/// Calls, visits and messages with several at the other end are one contact with each; talks and meetings are one contact of all.
/// Events with the same people, mode and days are one contact.
/// </remarks>
public static class Contacts
{
    /// <summary>By first day (unknown last), then participants.</summary>
    public static ImmutableArray<Contact> Of(ImmutableArray<Event> events, IReadOnlyList<CodedArticle> articles)
    {
        var text = new EventText(articles);
        var all = new List<Contact>();
        foreach (var e in events)
        {
            if (!e.Cameo.StartsWith("04", StringComparison.Ordinal) || e.Status is Status.Denied or Status.Possible) continue;
            var mode = Mode(e, text);
            if (e.Cameo == "045" && mode != ContactMode.Message) continue;
            foreach (var participants in Groups(e, mode)) Add(all, new Contact(participants, mode, e.Date, e.Status, e.Reports, [e.Id]));
        }
        return [.. WithoutEchoes(all).OrderBy(c => c.Date?.Start ?? DateOnly.MaxValue).ThenBy(c => c.Date?.End ?? DateOnly.MaxValue)
            .ThenBy(c => string.Join('|', c.Participants.Select(p => p.Name)), StringComparer.Ordinal).ThenBy(c => c.Mode)];
    }

    private static ContactMode Mode(Event e, EventText text)
    {
        if (e.Cameo == "041") return ContactMode.Phone;
        if (e.Cameo is "042" or "043") return ContactMode.Visit;
        if (text.Has(e, "letter")) return ContactMode.Letter;
        if (e.Cameo is "040" or "045" && text.Has(e, "message", "convey", "relay", "pass", "communicate", "hotline")) return ContactMode.Message;
        return text.Has(e, "phone", "call", "telephone") && !text.Has(e, "meet", "meeting") ? ContactMode.Phone : ContactMode.Meeting;
    }

    private static IEnumerable<ImmutableArray<Party>> Groups(Event e, ContactMode mode)
    {
        var sources = People(e.Sources);
        var targets = People(e.Targets.Where(t => !sources.Exists(s => s.Likeness(t) >= 0.6)));
        if (mode is ContactMode.Phone or ContactMode.Visit && sources.Count == 1 && targets.Count > 1)
        {
            foreach (var t in targets) yield return Ordered([sources[0], t]);
            yield break;
        }
        var all = People(sources.Concat(targets));
        if (all.Count > 1) yield return Ordered(all);
    }

    /// <summary>One entry a country: its person if one is named.</summary>
    private static List<Party> People(IEnumerable<Party> parties)
    {
        var people = new List<Party>();
        foreach (var p in parties.OrderBy(p => p.Kind != ActorKind.Person))
            if (!people.Exists(q => q.Likeness(p) >= 0.6)) people.Add(p);
        return people;
    }

    private static ImmutableArray<Party> Ordered(IEnumerable<Party> people) => [.. people.OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static void Add(List<Contact> all, Contact contact)
    {
        var i = all.FindIndex(c => c.Mode == contact.Mode && c.Date == contact.Date && SamePeople(c, contact));
        if (i < 0) all.Add(contact);
        else all[i] = all[i] with { Reports = Joined(all[i].Reports, contact.Reports), Events = [.. all[i].Events, .. contact.Events] };
    }

    /// <summary>
    /// A contact without a day, or with a wide stretch of days, is an echo of the only narrower one of the same people within it; of the same
    /// mode, save that talks of no stated kind may have been of any.
    /// </summary>
    private static List<Contact> WithoutEchoes(List<Contact> all)
    {
        var kept = new List<Contact>(all);
        foreach (var wide in all)
        {
            var narrower = kept.Where(c => c != wide && (c.Mode == wide.Mode || wide.Mode == ContactMode.Meeting) && c.Status == wide.Status && SamePeople(c, wide) && IsWithin(c.Date, wide.Date)).ToList();
            if (narrower.Count != 1 || !kept.Remove(wide)) continue;
            kept[kept.IndexOf(narrower[0])] = narrower[0] with
            {
                Participants = Persons(wide) > Persons(narrower[0]) ? wide.Participants : narrower[0].Participants,
                Reports = Joined(narrower[0].Reports, wide.Reports),
                Events = [.. narrower[0].Events.Concat(wide.Events).Distinct()],
            };
        }
        return kept;
    }

    private static int Persons(Contact c) => c.Participants.Count(p => p.Kind == ActorKind.Person);

    private static bool IsWithin(Days? narrow, Days? wide) =>
        narrow is { } n && (wide is not { } w || w.Start <= n.Start && n.End <= w.End && w.Length > n.Length);

    private static bool SamePeople(Contact a, Contact b) =>
        a.Participants.Length == b.Participants.Length && a.Participants.All(p => b.Participants.Any(q => p.Likeness(q) >= 0.8));

    private static ImmutableArray<Report> Joined(ImmutableArray<Report> a, ImmutableArray<Report> b) => [.. a.Concat(b).Distinct()];
}
