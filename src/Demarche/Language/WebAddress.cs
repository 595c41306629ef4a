using System.Buffers;
using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>Finds web and mail addresses, file names and handles ("@name", "#name") in a run of characters: nothing is cut inside them.</summary>
internal static class WebAddress
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = new[]
    {
        "ai", "asp", "biz", "ca", "ch", "cn", "co", "com", "csv", "de", "doc", "docx", "edu", "es", "eu", "exe", "fr", "gif", "gov", "htm",
        "html", "info", "int", "io", "jp", "jpeg", "jpg", "mil", "mp3", "mp4", "net", "org", "pdf", "php", "png", "ppt", "pptx", "ps", "ru",
        "rtf", "tv", "txt", "uk", "wav", "xls", "xlsx", "xml", "za", "zip",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create("<>\"”“»«|)]}");

    /// <summary>The address in [start, end), or an empty range at its end.</summary>
    public static (int Start, int End) Find(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        if (run.IndexOfAny('.', '@', '#') < 0) return (end, end);
        var (from, to) = Link(run) is { End: > 0 } link ? link : Mail(run) is { End: > 0 } mail ? mail : Handle(run) is { End: > 0 } handle ? handle : Name(run);
        return to > from ? (start + from, start + to) : (end, end);
    }

    private static (int Start, int End) Link(ReadOnlySpan<char> run)
    {
        var from = run.IndexOf("://");
        if (from > 0)
            while (from > 0 && char.IsAsciiLetter(run[from - 1])) from--;
        else if ((from = run.IndexOf("www.", StringComparison.OrdinalIgnoreCase)) < 0) return default;
        var to = run[from..].IndexOfAny(LinkEnds);
        to = to < 0 ? run.Length : from + to;
        while (to > from && (run[to - 1] is ',' or ';' or ':' or '!' or '?' or '\'' or '’' || (run[to - 1] == '.' && !run[from..to].EndsWith("..")))) to--;
        return (from, to);
    }

    private static (int Start, int End) Mail(ReadOnlySpan<char> run)
    {
        var at = run.IndexOf('@');
        if (at < 1 || at + 1 >= run.Length) return default;
        int from = at, to = at + 1;
        while (from > 0 && (char.IsAsciiLetterOrDigit(run[from - 1]) || run[from - 1] is '.' or '_' or '%' or '+' or '-')) from--;
        if (run[..from].EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)) from -= "mailto:".Length;
        while (to < run.Length && (char.IsAsciiLetterOrDigit(run[to]) || run[to] is '.' or '-' or '_')) to++;
        while (to > at && run[to - 1] is '.' or '-') to--;
        return from < at && run[at..to].Contains('.') ? (from, to) : default;
    }

    private static (int Start, int End) Handle(ReadOnlySpan<char> run)
    {
        if (run[0] is not ('@' or '#') || run.Length < 2 || !char.IsLetter(run[1])) return default;
        var to = 2;
        while (to < run.Length && (char.IsLetterOrDigit(run[to]) || run[to] == '_')) to++;
        return (0, to);
    }

    /// <summary>"example.org", "report-2.pdf": dotted, with one of the known endings.</summary>
    private static (int Start, int End) Name(ReadOnlySpan<char> run)
    {
        for (var dot = run.LastIndexOf('.'); dot > 1; dot = run[..dot].LastIndexOf('.'))
        {
            var to = dot + 1;
            while (to < run.Length && char.IsAsciiLetterOrDigit(run[to])) to++;
            if (!IsNamePart(run[dot - 1]) || !(IsNamePart(run[dot - 2]) || run[dot - 2] == '-') || !Endings.Contains(run[(dot + 1)..to])) continue;
            var from = dot;
            while (from > 0 && (IsNamePart(run[from - 1]) || run[from - 1] is '.' or '-')) from--;
            while (run[from] is '.' or '-') from++;
            return from < dot - 1 ? (from, to) : default;
        }
        return default;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
