using System.Globalization;

namespace Demarche.Reconciliation;

/// <summary>Says for people to read on what evidence reports were joined.</summary>
internal static class JoinReason
{
    private const int Quotation = 8;

    /// <summary>"the same sources and targets; codes 126, 127; 2 of 3 dated 2031-05-05; words in common: reject, offer; least log-odds of a pair 1.20".</summary>
    public static string Of(List<Sighting> members, double score)
    {
        var parts = new List<string> { "like sources" + (members.Exists(s => s.Targets.Length == 0) ? "" : " and targets") };
        var codes = members.Select(s => s.Observation.Cameo).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        parts.Add((codes.Count == 1 ? "code " : "codes ") + string.Join(", ", codes));
        parts.Add(Dates(members));
        var words = members.SelectMany(s => s.Triggers.Distinct(StringComparer.Ordinal)).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        if (words.Count > 0) parts.Add("words in common: " + string.Join(", ", words));
        if (members.Exists(a => members.Exists(b => a.Coded.Article.Id != b.Coded.Article.Id && Likeness.Run(a.Text, b.Text) >= Quotation))) parts.Add("a sentence told in the same words");
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"least log-odds of a pair {score:0.00}"));
        return string.Join("; ", parts);
    }

    private static string Dates(List<Sighting> members)
    {
        var dated = members.Where(s => s.Days is not null).ToList();
        if (dated.Count == 0) return "all undated";
        var days = dated.Select(s => s.Days!.Value.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var count = dated.Count == members.Count ? "" : string.Create(CultureInfo.InvariantCulture, $"{dated.Count} of {members.Count} ");
        return count + "dated " + string.Join(", ", days);
    }
}
