using System.Globalization;
using System.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>Whether two full names are of one person or body: titles, accents and particles set aside.</summary>
internal static class NameAgreement
{
    private static readonly HashSet<string> Titles = new(
        ["the", "mr", "mrs", "ms", "dr", "sir", "sheikh", "president", "prime", "minister", "king", "prince", "ayatollah", "general", "secretary", "chancellor", "us", "u.s"],
        StringComparer.Ordinal);

    /// <summary>Equal, or two words in common and one within the other.</summary>
    public static bool Same(string? a, string? b)
    {
        var left = Words(a);
        var right = Words(b);
        if (left.Count == 0 || right.Count == 0) return false;
        if (left.SequenceEqual(right)) return true;
        var (x, y) = (left.ToHashSet(StringComparer.Ordinal), right.ToHashSet(StringComparer.Ordinal));
        return x.Count(y.Contains) >= 2 && (x.IsSubsetOf(y) || y.IsSubsetOf(x));
    }

    private static List<string> Words(string? name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in (name ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant() + " ")
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c) || c is '_' or '.')
            {
                word.Append(c);
                continue;
            }
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
        var kept = words.Where(w => !Titles.Contains(w)).ToList();
        return kept.Count > 0 ? kept : words;
    }
}
