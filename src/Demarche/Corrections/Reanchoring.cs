using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>Where an anchor is found again, or why it is not.</summary>
/// <param name="Article">The article, or null.</param>
/// <param name="Words">The sentence or the words, or null.</param>
/// <param name="Observation">The observation, or null.</param>
/// <param name="Trouble">Why it is not found; null if it is.</param>
internal sealed record Place(CodedArticle? Article, TextSpan? Words, Observation? Observation, string? Trouble);

/// <summary>Finds what corrections are about in articles that were coded anew, by another version of the program, or changed.</summary>
/// <remarks>
/// The article by its id, else by address, headline or file; the sentence by its words, else as the likest one; of the observations there the one that agrees
/// in two of three: place of the trigger, act, actors. What else stood in the sentence competes for its own, so that nothing is mistaken for its neighbour.
/// </remarks>
internal sealed class Reanchoring
{
    private readonly ImmutableArray<CodedArticle> _all;
    private readonly ILookup<ArticleId, CodedArticle> _byId;
    private readonly ILookup<string, CodedArticle> _byUrl;
    private readonly ILookup<(string?, string), CodedArticle> _byTitle;
    private readonly ILookup<(string?, string, string?), CodedArticle> _byFile;
    private readonly Dictionary<ArticleId, FoldedText> _folded = [];

    /// <param name="articles">As coded, without corrections; by id.</param>
    public Reanchoring(ImmutableArray<CodedArticle> articles)
    {
        _all = articles;
        _byId = articles.ToLookup(a => a.Article.Id);
        _byUrl = articles.Where(a => a.Article.Url is not null).ToLookup(a => a.Article.Url!, StringComparer.Ordinal);
        _byTitle = articles.Where(a => a.Article.Title is not null).ToLookup(a => (a.Article.Outlet, FoldedText.Fold(a.Article.Title!)));
        _byFile = articles.ToLookup(a => (a.Article.Outlet, ArticleAnchor.NameOf(a.Article.Source), a.Article.InputId));
    }

    /// <summary>Finds one anchor.</summary>
    public Place Find(Anchor anchor)
    {
        var articles = Candidates(anchor.Article);
        if (articles.Count == 0 && anchor.Sentence is { } sentence)
            articles = [.. _all.Where(a => a.Article.Outlet == anchor.Article.Outlet && Folded(a).Find(sentence) is not null)];
        if (articles.Count == 0) return new(null, null, null, "its article is not among those given");
        var found = articles.Select(a => In(a, anchor)).ToList();
        return found.Find(p => p.Trouble is null) ?? found[0];
    }

    private List<CodedArticle> Candidates(ArticleAnchor a)
    {
        if (_byId.Contains(a.Id)) return [.. _byId[a.Id]];
        if (a.Url is { } url && _byUrl.Contains(url)) return [.. _byUrl[url]];
        if (a.Title is { } title && _byTitle[(a.Outlet, FoldedText.Fold(title))].ToList() is { Count: > 0 } titled) return titled;
        return [.. _byFile[(a.Outlet, a.FileName, a.InputId)]];
    }

    private Place In(CodedArticle article, Anchor anchor)
    {
        if (anchor.Sentence is not { } sought) return new(article, null, null, null);
        if ((Folded(article).Find(sought) ?? SentenceFinder.Find(article.Analysis, sought.Quote.Exact)) is not { } words)
            return new(article, null, null, "its sentence is no longer in the article");
        if (anchor.Then is null) return new(article, words, null, null);
        var there = article.Observations.Where(o => Shared(o.Sentence, words) * 2 >= Math.Min(o.Sentence.Length, words.Length)).ToList();
        if (there.Count == 0) return new(article, words, null, "nothing is coded in its sentence any more");
        return Assign(article, words, anchor, there) is { } o ? new(article, words, o, null)
            : new(article, words, null, "none of what is coded in its sentence now is what was corrected");
    }

    /// <summary>The anchor and its neighbours each take the observation that is likest, the likest pair first.</summary>
    private Observation? Assign(CodedArticle article, TextSpan words, Anchor anchor, List<Observation> there)
    {
        var claims = anchor.Beside.Prepend(new Neighbour(anchor.Trigger, anchor.Then!)).ToList();
        var values = there.Select(o => Anchor.Values(article, o)).ToList();
        var pairs = new List<(double Score, int Claim, int Observation)>();
        for (var c = 0; c < claims.Count; c++)
        {
            var triggers = claims[c].Trigger.Select(t => Folded(article).Find(t, words)).Where(t => t is not null).Select(t => t!.Value).ToList();
            for (var o = 0; o < there.Count; o++)
                if (Likeness(claims[c].Then, values[o], triggers.Exists(t => there[o].Trigger.Any(t.Overlaps))) is { } score) pairs.Add((score, c, o));
        }
        var (takenClaims, taken) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, c, o) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Claim).ThenBy(p => p.Observation))
        {
            if (takenClaims.Contains(c) || taken.Contains(o)) continue;
            if (c == 0) return there[o];
            takenClaims.Add(c);
            taken.Add(o);
        }
        return null;
    }

    /// <summary>How like two claims are; null unless two of place, act and actors agree.</summary>
    private static double? Likeness(ClaimValues then, ClaimValues now, bool samePlace)
    {
        var act = then.Cameo == now.Cameo ? 1 : then.Plover == now.Plover ? 0.8 : then.Cameo.AsSpan(0, 2).SequenceEqual(now.Cameo.AsSpan(0, 2)) ? 0.5 : 0;
        var (source, target) = (Side(then.Sources, now.Sources), Side(then.Targets, now.Targets));
        var agreeing = (samePlace ? 1 : 0) + (act >= 0.8 ? 1 : 0) + (source > 0 && target > 0 ? 1 : 0);
        return agreeing < 2 ? null : (samePlace ? 4 : 0) + 2 * act + source + target + (then.Status == now.Status ? 0.1 : 0) + (then.Date == now.Date ? 0.1 : 0);
    }

    private static double Side(ImmutableArray<Party> a, ImmutableArray<Party> b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length == b.Length ? 1 : 0.3;
        return (a.Sum(p => b.Max(p.Likeness)) + b.Sum(p => a.Max(p.Likeness))) / (a.Length + b.Length);
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private FoldedText Folded(CodedArticle a) =>
        _folded.TryGetValue(a.Article.Id, out var known) ? known : _folded[a.Article.Id] = new FoldedText(a.Article.Text);
}
