using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Stories;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>Something that a user named.</summary>
/// <param name="About">What kind of thing.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Was">Its values as the user sees them; null where it has none.</param>
/// <param name="Anchors">Where its reports stand, or the articles of a story.</param>
/// <param name="Home">The story it stands in.</param>
public sealed record Target(CorrectionSubject About, string Name, ClaimValues? Was, ImmutableArray<Anchor> Anchors, StoryId? Home)
{
    /// <summary>Its reports; empty for a story, a quotation or a figure.</summary>
    public ImmutableArray<ReportKey> Reports { get; init; } = [];
}

/// <summary>The answer to a name: what it names, or what it may have meant.</summary>
/// <param name="Target">Null if nothing, or more than one thing, is called so.</param>
/// <param name="Nearest">Names that are like it, the likest first.</param>
public sealed record Named(Target? Target, ImmutableArray<string> Nearest);

/// <summary>Everything in a dossier that can be corrected, by the names that the program prints.</summary>
/// <remarks>What the dossier shows goes before what it would show without corrections, so that names hold in both.</remarks>
public sealed class Catalog
{
    private const int MostNear = 3;

    private readonly ImmutableArray<CodedArticle> _raw;
    private readonly ImmutableArray<CodedArticle> _seen;
    private readonly Dictionary<string, (Event Event, StoryId Home)> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Story> _stories = new(StringComparer.Ordinal);

    /// <param name="raw">The articles as coded.</param>
    /// <param name="seen">The articles as the dossier has them.</param>
    /// <param name="views">Stories with their events: as the dossier has them, then without corrections.</param>
    public Catalog(ImmutableArray<CodedArticle> raw, ImmutableArray<CodedArticle> seen, params IEnumerable<(Story Story, ImmutableArray<Event> Events)>[] views)
    {
        _raw = raw;
        _seen = seen;
        foreach (var (story, events) in views.SelectMany(v => v))
        {
            _stories.TryAdd(story.Id.Value, story);
            foreach (var e in events) _events.TryAdd(e.Id.Value, (e, story.Id));
        }
    }

    /// <summary>"ev-…", "story-…", "ARTICLE:e4", "ARTICLE:120-160"; ids may be cut short, an article may be named by its file.</summary>
    public Named Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith("ev-", StringComparison.Ordinal)) return Pick(name, _events.Keys, k => EventTarget(_events[k].Event, _events[k].Home));
        if (name.StartsWith("story-", StringComparison.Ordinal)) return Pick(name, _stories.Keys, k => StoryTarget(_stories[k]));
        var colon = name.LastIndexOf(':');
        return colon < 0 ? Article(name) : Part(name, Articles(name[..colon]), name[(colon + 1)..]);
    }

    /// <summary>The party of a name: as the articles have it, or as "NAME/CODE" says; null if neither helps.</summary>
    public Party? FindParty(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var slash = words.LastIndexOf('/');
        var (name, code) = slash > 0 ? (words[..slash], words[(slash + 1)..]) : (words, null);
        var known = _raw.SelectMany(a => a.Actors.Actors).Where(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)).GroupBy(Party.Of)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault();
        if (code is null) return known;
        if (code.Length < 3 || code.Length % 3 != 0 || !code.All(char.IsAsciiLetterUpper)) return null;
        return new Party(known?.Name ?? name, known?.Kind ?? (code.Length == 3 ? Actors.ActorKind.State : Actors.ActorKind.Organization), code, code[..3]);
    }

    /// <summary>Names of actors that are like the one given.</summary>
    public ImmutableArray<string> PartiesLike(string name) => Nearest(name, _raw.SelectMany(a => a.Actors.Actors).Select(a => a.Name).Distinct(StringComparer.Ordinal));

    private static Named Pick(string name, IEnumerable<string> all, Func<string, Target> make)
    {
        var keys = all.Order(StringComparer.Ordinal).ToList();
        var meant = keys.Contains(name) ? [name] : keys.Where(k => k.StartsWith(name, StringComparison.Ordinal)).ToList();
        return meant.Count == 1 ? new(make(meant[0]), []) : new(null, meant.Count > 1 ? [.. meant.Take(MostNear)] : Nearest(name, keys));
    }

    private Target EventTarget(Event e, StoryId home)
    {
        var keys = e.Reports.Where(r => r.Observation is not null).Select(r => new ReportKey(r.Article, r.Observation!.Value)).Distinct().ToImmutableArray();
        return new(CorrectionSubject.Event, e.Id.Value, Amendment.Values(e), [.. keys.Select(Anchored)], home) { Reports = keys };
    }

    private static Target StoryTarget(Story s) =>
        new(CorrectionSubject.Story, s.Id.Value, null, [.. s.Articles.Select(a => new Anchor(ArticleAnchor.Of(a.Article)))], s.Id);

    private Named Article(string name)
    {
        var articles = Articles(name);
        if (articles.Count != 1) return new(null, Nearest(name, articles.Count > 1 ? articles.Select(a => a.Article.Id.Value) : _raw.Select(a => a.Article.Id.Value)));
        var article = articles[0].Article;
        return new(new(CorrectionSubject.Story, article.Id.Value, null, [new Anchor(ArticleAnchor.Of(article))], null), []);
    }

    private List<CodedArticle> Articles(string name) => [.. _raw.Where(a => name.Length >= 4 && a.Article.Id.Value.StartsWith(name, StringComparison.Ordinal)
        || a.Article.Source == name || ArticleAnchor.NameOf(a.Article.Source) == name)];

    private Named Part(string name, List<CodedArticle> articles, string part)
    {
        if (articles.Count == 0) return new(null, Nearest(name, _raw.Select(a => a.Article.Id.Value + ":" + part)));
        if (articles.Count > 1) return new(null, [.. articles.Take(MostNear).Select(a => a.Article.Id.Value + ":" + part)]);
        var raw = articles[0];
        var full = raw.Article.Id.Value + ":" + part;
        if (raw.Observations.FirstOrDefault(o => o.Id.Value == part) is { } o)
        {
            var key = new ReportKey(raw.Article.Id, o.Id);
            var seen = _seen.FirstOrDefault(a => a.Article.Id == raw.Article.Id);
            var shown = seen?.Observations.FirstOrDefault(x => x.Id == o.Id);
            return new(new(CorrectionSubject.Observation, full, shown is null ? Anchor.Values(raw, o) : Anchor.Values(seen!, shown), [Anchored(key)], null) { Reports = [key] }, []);
        }
        return Words(raw, part) is { } words ? new(words, []) : new(null, Nearest(full, raw.Observations.Select(x => raw.Article.Id + ":" + x.Id)));
    }

    /// <summary>A quotation, figure or contact by its code points, as the record prints them.</summary>
    private static Target? Words(CodedArticle article, string part)
    {
        var ends = part.Split('-');
        if (ends.Length != 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return null;
        var points = new CodePoints(article.Article.Text);
        var name = article.Article.Id.Value + ":" + part;
        if (article.Quotes.FirstOrDefault(q => points.Of(q.Span) == (start, end)) is { } quote)
            return new(CorrectionSubject.Quote, name, null, [Anchor.Of(article, quote.Span)], null);
        if (article.Figures.FirstOrDefault(f => points.Of(f.Span) == (start, end)) is { } figure)
            return new(CorrectionSubject.Figure, name, null, [Anchor.Of(article, figure.Span)], null);
        return article.Contacts.FirstOrDefault(c => points.Of(c.Sentence) == (start, end)) is { } contact
            ? new(CorrectionSubject.Contact, name, null, [Anchor.Of(article, contact.Sentence)], null) : null;
    }

    private Anchor Anchored(ReportKey key)
    {
        var article = _raw.First(a => a.Article.Id == key.Article);
        return Anchor.Of(article, article.Observations.First(o => o.Id == key.Observation));
    }

    private static ImmutableArray<string> Nearest(string name, IEnumerable<string> all) =>
        [.. all.Select(n => (Name: n, Distance: Distance(name, n))).OrderBy(x => x.Distance).ThenBy(x => x.Name, StringComparer.Ordinal).Take(MostNear).Select(x => x.Name)];

    /// <summary>How many characters have to be added, left out or changed.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
