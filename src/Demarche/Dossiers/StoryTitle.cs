using System.Collections.Immutable;
using System.Globalization;
using Demarche.Actors;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Stories;

namespace Demarche.Dossiers;

/// <summary>Names a story in our own words.</summary>
internal static class StoryTitle
{
    /// <summary>"RUS mediates between IRN and ISR, June 2031"; else the most reported act; else the first headline.</summary>
    public static string Of(ImmutableArray<Event> events, ImmutableArray<Initiative> initiatives, Story story, Days? span)
    {
        var names = Names(events);
        var when = span is { } s ? ", " + s.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : "";
        if (initiatives.FirstOrDefault(i => i.Mediator is not null) is { } m)
            return $"{Name(names, m.Mediator!)} between {string.Join(" and ", m.Parties.Select(p => Name(names, p)))}{when}";
        if (initiatives.FirstOrDefault() is { } direct) return string.Join(" and ", direct.Parties.Select(p => Name(names, p))) + when;
        var actors = events.SelectMany(e => e.Sources.Concat(e.Targets).Select(p => (Key: Conflict.Key(p), e.Reports.Length)))
            .GroupBy(x => x.Key).OrderByDescending(g => g.Sum(x => x.Length)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(3).Select(g => Name(names, g.Key)).ToList();
        return actors.Count > 0 ? string.Join(", ", actors) + when
            : story.Articles.Select(a => a.Article.Title).FirstOrDefault(t => t is not null) ?? story.Articles[0].Article.Source;
    }

    /// <summary>The names of the states that events mention, by code.</summary>
    public static Dictionary<string, string> Names(ImmutableArray<Event> events)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var p in events.SelectMany(e => e.Sources.Concat(e.Targets)))
            if (p.Kind == ActorKind.State && p.Country is { } c) names.TryAdd(c, p.Name);
        return names;
    }

    private static string Name(Dictionary<string, string> names, string key) => names.GetValueOrDefault(key, key);
}
