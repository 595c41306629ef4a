using System.Text.RegularExpressions;

namespace Demarche.Articles;

/// <summary>Furniture that its place and shape give away: menus, by-lines, repeated headlines, links between paragraphs.</summary>
internal sealed partial class LayoutRules(OutletRegistry outlets)
{
    private const int HeadLines = 6;
    private const int TailLines = 4;
    private const int LongestRun = 3;

    /// <summary>Adds reasons to lines that have none yet.</summary>
    /// <param name="lines">Tidy paragraphs.</param>
    /// <param name="reasons">One a line; null: part of the report.</param>
    /// <param name="title">By metadata, or null.</param>
    /// <param name="authors">By metadata.</param>
    public void Judge(IReadOnlyList<string> lines, string?[] reasons, string? title, IReadOnlyCollection<string> authors)
    {
        var shapes = lines.Select(l => new Shape(l)).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            if (reasons[i] is null && !shapes[i].HasLetters) reasons[i] = "boilerplate";
        }
        JudgeRepeated(shapes, reasons, title);
        JudgeMenus(shapes, reasons);
        JudgeBylines(shapes, reasons, authors);
        JudgeLinks(shapes, reasons);
        JudgeLooseCaptions(shapes, reasons);
    }

    /// <summary>What the rules look at in a line.</summary>
    private sealed class Shape
    {
        public Shape(string line)
        {
            Line = line;
            Folded = FurniturePatterns.Fold(line);
            Words = 1 + line.AsSpan().Count(' ');
            Ends = TidyText.EndsSentence(line);
            Bulleted = line.Length > 1 && line[0] is '-' or '•' or '·' or '›' or '»' or '>' or '*' && line[1] == ' ';
            foreach (var c in line)
            {
                if (char.IsLetterOrDigit(c)) HasLetters = true;
                if (char.IsUpper(c)) Capitals++;
                else if (char.IsLower(c)) Small++;
            }
        }

        public string Line { get; }
        public string Folded { get; }
        public int Words { get; }
        public bool Ends { get; }
        public bool Bulleted { get; }
        public bool HasLetters { get; }
        public int Capitals { get; }
        public int Small { get; }
    }

    /// <summary>A headline stays where it stands as a line of its own for the first time; what says it again goes. A headline-like
    /// line that is there twice and is not this article's is the link to another.</summary>
    private static void JudgeRepeated(Shape[] lines, string?[] reasons, string? title)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Words < 4 || lines[i].Folded.Length == 0) continue;
            if (places.TryGetValue(lines[i].Folded, out var list)) list.Add(i);
            else places.Add(lines[i].Folded, [i]);
        }
        var own = title is null ? null : FurniturePatterns.Fold(TidyText.Line(title));
        foreach (var (folded, at) in places)
        {
            if (at.Count < 2) continue;
            var isTitle = folded == own || (own is null && at[0] < HeadLines && at[1] - at[0] <= 2);
            var isLink = !isTitle && lines[at[0]].Words is >= 6 and <= 18 && !EndsFully(lines[at[0]].Line);
            var stays = isLink ? -1 : at.Find(i => !lines[i].Bulleted);
            if (!isLink && stays < 0 && !lines[at[0]].Bulleted) stays = at[0];
            foreach (var i in at)
            {
                if (i != stays && (stays >= 0 || isLink)) reasons[i] ??= isTitle ? "repeated-title" : isLink ? "related" : "boilerplate";
            }
        }
    }

    /// <summary>True for a stop that no abbreviation explains.</summary>
    private static bool EndsFully(string line) => TidyText.EndsSentence(line) && !AbbreviationAtEnd().IsMatch(line);

    /// <summary>Short items, breadcrumbs and lists before the first sentence or behind the last.</summary>
    private static void JudgeMenus(Shape[] lines, string?[] reasons)
    {
        var first = Array.FindIndex(lines, IsSentence);
        var last = Array.FindLastIndex(lines, IsSentence);
        if (first < 0) return;
        for (var i = 0; i < lines.Length; i++)
        {
            if (reasons[i] is not null || (i > first && i < last)) continue;
            if (Breadcrumbs().IsMatch(lines[i].Line) || (lines[i].Bulleted && !lines[i].Ends && lines[i].Words <= 4)) reasons[i] = "navigation";
        }
        foreach (var (from, to) in ((int, int)[])[(0, first), (last + 1, lines.Length)])
        {
            for (var i = from; i < to; i++)
            {
                var end = i;
                while (end < to && lines[end].Words <= 3 && !lines[end].Ends) end++;
                for (var j = i; end - i >= 4 && j < end; j++) reasons[j] ??= "navigation";
                i = Math.Max(i, end);
            }
        }
    }

    private static bool IsSentence(Shape line) => line.Ends && line.Words >= 8;

    private void JudgeBylines(Shape[] lines, string?[] reasons, IReadOnlyCollection<string> authors)
    {
        var first = Array.FindIndex(lines, IsSentence);
        for (var i = 0; i < lines.Length; i++)
        {
            if (reasons[i] is not null || (i >= HeadLines && i < lines.Length - TailLines) || lines[i].Words > 12) continue;
            var line = lines[i].Line;
            var known = authors.Contains(line, StringComparer.OrdinalIgnoreCase);
            if (known || ByLine().IsMatch(line) || (lines[i].Words <= 5 && outlets.Find(line.TrimStart('-', '—', ' ')) is { Kind: not "official" })) reasons[i] = "byline";
        }
        // A name alone, right above an outlet's or another by-line.
        for (var i = Math.Min(first, HeadLines) - 2; i >= 0; i--)
        {
            if (reasons[i] is null && reasons[i + 1] == "byline" && lines[i].Words <= 9 && NamesOnly().IsMatch(lines[i].Line)) reasons[i] = "byline";
        }
    }

    /// <summary>Headlines of other articles in capitals; a heading of the article's own is shorter.</summary>
    private static void JudgeLinks(Shape[] lines, string?[] reasons)
    {
        var body = lines.Sum(l => (long)l.Small) > 4 * lines.Sum(l => (long)l.Capitals);
        for (var i = 1; body && i < lines.Length; i++)
        {
            var l = lines[i];
            if (reasons[i] is null && l.Words >= 6 && l.Words <= 30 && l.Capitals >= 20 && l.Small * 20 < l.Capitals && !l.Line.EndsWith('.')
                && !l.Line.StartsWith('"') && !l.Line.StartsWith('“')) reasons[i] = "related";
        }
    }

    /// <summary>A long line without a stop between paragraphs that all have one is a caption, unless it quotes, cites or reports.</summary>
    private static void JudgeLooseCaptions(Shape[] lines, string?[] reasons)
    {
        var kept = Enumerable.Range(0, lines.Length).Where(i => reasons[i] is null).ToList();
        var longLines = kept.Where(i => lines[i].Words >= 13).ToList();
        if (longLines.Count(i => lines[i].Ends) * 10 < longLines.Count * 8) return;
        for (var k = 1; k < kept.Count; k++)
        {
            var end = k;
            while (end < kept.Count && end - k < LongestRun && IsLoose(lines[kept[end]])) end++;
            if (end == k || end == kept.Count || !lines[kept[k - 1]].Ends || !lines[kept[end]].Ends) continue;
            for (; k < end; k++) reasons[kept[k]] = "caption";
        }
    }

    private static bool IsLoose(Shape line) =>
        line.Words is >= 13 and <= 60 && !line.Ends && !line.Bulleted && char.IsUpper(line.Line[0]) && char.IsLetterOrDigit(line.Line[^1])
        && !Spoken().IsMatch(line.Line);

    [GeneratedRegex(@"(?:^|[ .])(?:\p{L}\.)+$|(?: |^)(?:Mr|Dr|Jr|Sr|Inc|Corp|Co|vs|etc|St)\.$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AbbreviationAtEnd();

    [GeneratedRegex(@"^[\p{Lu}][\p{L}& '’]{1,30}(?: [>»›|/] [\p{Lu}][^.!?]{1,80}){2,6}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breadcrumbs();

    [GeneratedRegex(@"^(?:By|BY|by) \p{Lu}[\p{L}.'’\-]*(?: (?:and|y|de|van|von|bin|al|in|for|of|\p{Lu}[\p{L}.'’\-]*),?){1,11}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ByLine();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’\-]*(?:,? (?:and|de|van|von|bin|al|\p{Lu}[\p{L}.'’\-]*)){1,8}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesOnly();

    [GeneratedRegex(@"[""“”@]|https?:|pic\.twitter|(?: |^)(?:say|says|said|tell|tells|told|according|reported|reports|wrote|announced|added|tweeted|claimed)(?: |,|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();
}
