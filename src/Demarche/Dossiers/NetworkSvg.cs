using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Mediation;

namespace Demarche.Dossiers;

/// <summary>Draws who was in touch with whom: the participants on a circle, a line for each pair, the thicker the more contacts.</summary>
/// <remarks>The table of contacts lists the same; the drawing is for the eye alone.</remarks>
internal static class NetworkSvg
{
    private const int Width = 900;
    private const int Height = 440;
    private const int MostNodes = 18;
    private const double Radius = 165;
    private const int WidestLine = 7;

    /// <summary>The drawing, or null where fewer than three people were in touch.</summary>
    /// <param name="contacts">Of the story, in the order of its table.</param>
    /// <param name="anchor">The page's anchor of the contact of an index.</param>
    public static string? Draw(ImmutableArray<Contact> contacts, Func<int, string> anchor)
    {
        var pairs = Pairs(contacts);
        var names = Circle(pairs);
        if (names.Count < 3) return null;
        var drawing = new StringBuilder();
        drawing.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawing\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\" focusable=\"false\">\n");
        foreach (var ((a, b), found) in pairs)
        {
            var (i, j) = (names.IndexOf(a), names.IndexOf(b));
            if (i < 0 || j < 0) continue;
            var (x, y) = Place(i, names.Count);
            var (u, v) = Place(j, names.Count);
            var modes = string.Join(", ", found.Select(k => contacts[k].Mode.Word()).Distinct(StringComparer.Ordinal));
            drawing.Append(CultureInfo.InvariantCulture,
                $"<a href=\"#{anchor(found[0])}\" tabindex=\"-1\"><title>{HtmlPage.Encode($"{a} – {b}: {found.Count} ({modes})")}</title><path class=\"tie\" stroke-width=\"{Math.Min(WidestLine, 1 + found.Count)}\" d=\"M{x} {y}Q{(x + u + Width) / 4} {(y + v + Height) / 4} {u} {v}\"/></a>\n");
        }
        for (var i = 0; i < names.Count; i++) drawing.Append(Node(names[i], i, names.Count));
        return drawing.Append("</svg>\n").ToString();
    }

    /// <summary>Every two participants of a contact that took place, with the contacts' indices.</summary>
    private static SortedDictionary<(string A, string B), List<int>> Pairs(ImmutableArray<Contact> contacts)
    {
        var pairs = new SortedDictionary<(string A, string B), List<int>>(
            Comparer<(string A, string B)>.Create((x, y) => string.CompareOrdinal(x.A, y.A) is var c and not 0 ? c : string.CompareOrdinal(x.B, y.B)));
        for (var k = 0; k < contacts.Length; k++)
        {
            var names = contacts[k].Participants.Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < names.Count; i++)
            {
                for (var j = i + 1; j < names.Count; j++)
                {
                    if (!pairs.TryGetValue((names[i], names[j]), out var found)) pairs.Add((names[i], names[j]), found = []);
                    found.Add(k);
                }
            }
        }
        return pairs;
    }

    /// <summary>Participants in the order of the circle: the busiest first, then always the one with most ties to the last.</summary>
    private static List<string> Circle(SortedDictionary<(string A, string B), List<int>> pairs)
    {
        int Ties(string a, string b) => pairs.GetValueOrDefault(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a))?.Count ?? 0;
        var degree = pairs.SelectMany(p => new[] { (Name: p.Key.A, p.Value.Count), (Name: p.Key.B, p.Value.Count) })
            .GroupBy(x => x.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(x => x.Count), StringComparer.Ordinal);
        var left = degree.OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).Take(MostNodes).Select(d => d.Key).ToList();
        var circle = new List<string>();
        while (left.Count > 0)
        {
            var next = circle.Count == 0 ? left[0] : left.OrderByDescending(n => Ties(n, circle[^1])).ThenByDescending(n => degree[n]).ThenBy(n => n, StringComparer.Ordinal).First();
            left.Remove(next);
            circle.Add(next);
        }
        return circle;
    }

    private static string Node(string name, int i, int all)
    {
        var (x, y) = Place(i, all);
        var anchor = Math.Abs(x - Width / 2) < 30 ? "middle" : x < Width / 2 ? "end" : "start";
        var (dx, dy) = anchor switch { "middle" => (0, y < Height / 2 ? -12 : 24), "end" => (-12, 5), _ => (12, 5) };
        return string.Create(CultureInfo.InvariantCulture,
            $"<circle class=\"node\" cx=\"{x}\" cy=\"{y}\" r=\"6\"/><text x=\"{x + dx}\" y=\"{y + dy}\" text-anchor=\"{anchor}\" unicode-bidi=\"isolate\">{HtmlPage.Encode(name)}</text>\n");
    }

    /// <summary>Whole units, so that the last bit of a sine does not show.</summary>
    private static (int X, int Y) Place(int i, int all)
    {
        var angle = 2 * Math.PI * i / all - Math.PI / 2;
        return ((int)Math.Round(Width / 2.0 + 1.25 * Radius * Math.Cos(angle)), (int)Math.Round(Height / 2.0 + Radius * Math.Sin(angle)));
    }
}
