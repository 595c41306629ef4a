using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>Brings the renderings of one utterance together, over outlets, translations and cuts.</summary>
/// <remarks>
/// Quotations are compared sentence by sentence (<see cref="SameUtterance"/>), the likest first, and put together again where all their
/// reports print the sentences one after the other. A quotation of which others print one sentence is so cut there; one that is broken
/// off and taken up again ("…," he said. "…") is one with the rendering that has it in one piece.
/// </remarks>
public static class Utterances
{
    /// <summary>Every direct or partial quotation of the articles, each of its sentences in exactly one utterance; by first article and place.</summary>
    public static ImmutableArray<Utterance> Of(IReadOnlyList<CodedArticle> articles)
    {
        var pieces = Rendering.Of(articles);
        var home = Join(pieces);
        var after = pieces.Zip(pieces.Skip(1)).Where(p => p.First.Coded == p.Second.Coded).ToList();
        foreach (var (one, next) in after)
            if (one.Quote == next.Quote && home[one] != home[next] && AreNeighbours(home[one], home[next])) Merge(home, home[one], home[next]);
        return [.. home.Values.Distinct().Select(g => g.OrderBy(r => r.Coded.Article.Id.Value, StringComparer.Ordinal).ThenBy(r => r.Span).ToList())
            .OrderBy(g => g[0].Coded.Article.Id.Value, StringComparer.Ordinal).ThenBy(g => g[0].Span).Select(Make)];
    }

    private static Dictionary<Rendering, List<Rendering>> Join(List<Rendering> pieces)
    {
        var home = pieces.ToDictionary(r => r, r => new List<Rendering> { r });
        var pairs = new List<(double Score, int A, int B)>();
        var voices = pieces.GroupBy(r => (r.Speaker, r.Party)).Select(g => g.First()).ToList();
        var voice = pieces.ConvertAll(r => voices.FindIndex(v => (v.Speaker, v.Party) == (r.Speaker, r.Party)));
        var one = voices.ConvertAll(v => voices.ConvertAll(w => SameUtterance.OneVoice(v, w)));
        for (var a = 0; a < pieces.Count; a++)
            for (var b = a + 1; b < pieces.Count; b++)
                if (one[voice[a]][voice[b]] && SameUtterance.Score(pieces[a], pieces[b]) is var s && s > 0) pairs.Add((s, a, b));
        pairs.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        foreach (var (_, a, b) in pairs)
        {
            var (left, right) = (home[pieces[a]], home[pieces[b]]);
            if (left != right && left.TrueForAll(r => right.TrueForAll(q => MayShare(r, q)))) Merge(home, left, right);
        }
        return home;
    }

    /// <summary>Two pieces of one article are one utterance if they stand side by side in one quotation, or if it repeats its very words further on.</summary>
    private static bool MayShare(Rendering a, Rendering b) =>
        a.Coded != b.Coded || a.Quote == b.Quote && Math.Abs(a.Order - b.Order) == 1 || Math.Abs(a.Order - b.Order) > 1 && SameUtterance.Dice(a, b) >= 0.75;

    /// <summary>True if all reports of the two have both, one after the other, and none breaks between them what is word for word the same in all.</summary>
    private static bool AreNeighbours(List<Rendering> first, List<Rendering> second)
    {
        if (!first.Select(r => r.Coded).ToHashSet().SetEquals(second.Select(r => r.Coded))) return false;
        foreach (var group in first.Concat(second).GroupBy(r => r.Coded))
        {
            var orders = group.Select(r => r.Order).Order().ToList();
            if (orders[^1] - orders[0] != orders.Count - 1 || first.Where(r => r.Coded == group.Key).Max(r => r.Order) > second.Where(r => r.Coded == group.Key).Min(r => r.Order)) return false;
        }
        var broken = first.Concat(second).GroupBy(r => r.Coded).Any(g => g.Select(r => r.Quote).Distinct().Skip(1).Any());
        return !broken || Differ(first) || Differ(second);
    }

    private static bool Differ(List<Rendering> group) =>
        group.GroupBy(r => r.Coded).Select(g => string.Join(' ', g.OrderBy(r => r.Order).Select(r => QuoteWords.Plain(r.Text)))).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static void Merge(Dictionary<Rendering, List<Rendering>> home, List<Rendering> into, List<Rendering> from)
    {
        into.AddRange(from);
        foreach (var r in from) home[r] = into;
    }

    private static Utterance Make(List<Rendering> group)
    {
        var variants = new List<Variant>();
        foreach (var quote in group.GroupBy(r => (r.Coded, r.Quote)))
        {
            TextSpan? run = null;
            var last = -1;
            foreach (var r in quote)
            {
                if (run is { } open && r.Order != last + 1) variants.Add(Printed(quote.Key.Coded, open));
                run = run is { } s && r.Order == last + 1 ? s.Union(r.Span) : r.Span;
                last = r.Order;
            }
            variants.Add(Printed(quote.Key.Coded, run!.Value));
        }
        variants = [.. variants.DistinctBy(v => (v.Article, QuoteWords.Plain(v.Words)))];    // a headline that repeats the text
        var longest = variants.OrderByDescending(v => QuoteWords.Of(v.Words).Length).First();
        return new Utterance(group.Select(r => r.Speaker).FirstOrDefault(s => s is not null), longest.Words,
            [.. variants.Select(v => v with { Kind = Kind(v, longest) })], group.Select(r => r.Said).FirstOrDefault(d => d is not null))
        {
            Addressee = group.Select(r => r.Quote.Addressee).FirstOrDefault(a => a is not null),
        };
    }

    private static Variant Printed(CodedArticle coded, TextSpan span) => new(coded.Article.Id, span, span.Of(coded.Article.Text)) { Outlet = coded.Article.Outlet };

    private static RenderingKind Kind(Variant variant, Variant fullest)
    {
        string words = QuoteWords.Plain(variant.Words), full = QuoteWords.Plain(fullest.Words);
        if (words == full) return RenderingKind.SameWords;
        if ((" " + full + " ").Contains(" " + words + " ", StringComparison.Ordinal)) return RenderingKind.Cut;
        return QuoteWords.Containment(QuoteWords.Stems(words), QuoteWords.Stems(full)) < 0.6 ? RenderingKind.Translation : RenderingKind.Reworded;
    }
}
