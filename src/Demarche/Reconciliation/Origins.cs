using Demarche.Coding;
using Demarche.Figures;
using Demarche.Text;

namespace Demarche.Reconciliation;

/// <summary>Where reports have their word from: which of them lean on each other.</summary>
/// <remarks>A report of an agency printed by three papers is one word. What an article quotes of a speaker is not copied: two reporters may have stood before him.</remarks>
internal sealed class Origins
{
    private const int CreditWithin = 160;
    private const int LeastWords = 8;
    private const double CopiedShare = 0.85;

    private readonly Dictionary<string, string[]> _articles;

    /// <param name="articles">Those that report.</param>
    public Origins(IReadOnlyList<CodedArticle> articles) =>
        _articles = articles.DistinctBy(a => a.Article.Id).ToDictionary(a => a.Article.Id.Value, Keys, StringComparer.Ordinal);

    /// <summary>How many reports of an event are left when those that lean on each other count once.</summary>
    public int Independent(List<Sighting> members)
    {
        var home = Enumerable.Range(0, members.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < members.Count; i++)
            foreach (var key in _articles[members[i].Coded.Article.Id.Value].Concat(Cited(members[i])))
                if (!first.TryAdd(key, i)) Unite(home, first[key], i);
        if (Enumerable.Range(0, members.Count).All(i => Root(home, i) == 0)) return 1;
        var told = members.ConvertAll(OwnWords);
        for (var i = 0; i < members.Count; i++)
            for (var j = 0; j < i; j++)
                if (Root(home, i) != Root(home, j) && IsCopy(told[i], told[j])) Unite(home, i, j);
        return Enumerable.Range(0, members.Count).Select(i => Root(home, i)).Distinct().Count();
    }

    /// <summary>The outlet under its name and its initials, and the agency that the article credits at its head: "GENEVA, May 8 (Lake Wire) -".</summary>
    private static string[] Keys(CodedArticle coded)
    {
        var keys = new List<string> { "article " + coded.Article.Id };
        if (coded.Article.Outlet is { Length: > 0 } outlet) keys.AddRange(Names(outlet));
        if (Credit(coded.Article.Text) is { } credit) keys.AddRange(Names(credit));
        return [.. keys];
    }

    private static IEnumerable<string> Names(string name)
    {
        yield return name;
        var initials = string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));
        if (initials.Length > 1) yield return initials;
    }

    private static string? Credit(string text)
    {
        var head = text.AsSpan(0, Math.Min(CreditWithin, text.Length));
        var open = head.IndexOf('(');
        if (open < 0) return null;
        var close = head[open..].IndexOf(')');
        if (close is < 3 or > 40) return null;
        var rest = head[(open + close + 1)..].TrimStart();
        return rest.Length > 0 && rest[0] is '-' or '–' or '—' ? head.Slice(open + 1, close - 1).Trim().ToString() : null;
    }

    private static IEnumerable<string> Cited(Sighting s) =>
        s.Observation.Attribution.Where(a => a.Kind is AttributionKind.Agency or AttributionKind.Outlet).SelectMany(a => Names(a.Name));

    /// <summary>The words of the sentence that stand outside quotation marks.</summary>
    private static string[] OwnWords(Sighting s)
    {
        var sentence = s.Observation.Sentence;
        var text = sentence.Of(s.Coded.Article.Text).ToCharArray();
        foreach (var quote in s.Coded.Quotes)
        {
            if (quote.Kind == Quotes.QuoteKind.Indirect) continue;
            for (var i = Math.Max(quote.Span.Start, sentence.Start); i < Math.Min(quote.Span.End, sentence.End); i++) text[i - sentence.Start] = ' ';
        }
        return QuoteWords.Of(new string(text));
    }

    private static bool IsCopy(string[] a, string[] b) =>
        Math.Min(a.Length, b.Length) >= LeastWords && QuoteWords.Containment(a, b) >= CopiedShare && QuoteWords.SharedPairs(a, b) >= CopiedShare * (Math.Min(a.Length, b.Length) - 1) * 0.8;

    private static void Unite(int[] home, int a, int b)
    {
        var (x, y) = (Root(home, a), Root(home, b));
        home[Math.Max(x, y)] = Math.Min(x, y);
    }

    private static int Root(int[] home, int i)
    {
        while (home[i] != i) i = home[i];
        return i;
    }
}
