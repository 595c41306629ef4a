using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Cli.Rendering;

/// <summary>Sentences for people: trees with notes, patterns cut short, and what was tried in vain.</summary>
internal static class SentenceText
{
    private const string Margin = "  ";
    private const string Deep = "      ";
    private const int MostAlternatives = 3;
    private const int RelationColumns = 13;

    /// <summary>The tree beside its words, each with its relation and what it did.</summary>
    public static void WriteTree(Paint paint, Analysis analysis, (int First, int End) range, IReadOnlyDictionary<int, (string Note, Func<string, string> Colour)> notes)
    {
        var edges = TreeDrawing.Draw(analysis, range.First, range.End);
        var widest = edges.Select((e, i) => e.Length + Paint.Columns(Form(analysis, range.First + i))).DefaultIfEmpty().Max();
        var column = Math.Min(widest, paint.Width / 2) + 2;
        paint.Line();
        for (var i = range.First; i < range.End; i++)
        {
            var edge = edges[i - range.First];
            var word = Paint.Pad(Form(analysis, i), column - edge.Length);
            var relation = analysis.Tokens[i].Relation;
            paint.Line(notes.TryGetValue(i, out var n)
                ? $"{Margin}{paint.Soft(edge)}{n.Colour(word)}{paint.Soft(relation.PadRight(RelationColumns))}{n.Colour(n.Note)}"
                : $"{Margin}{paint.Soft(edge)}{word}{paint.Soft(relation)}");
        }
    }

    /// <summary>A sentence of which nothing was coded: its tree, and the patterns that came nearest.</summary>
    public static void WriteSilence(Paint paint, Analysis analysis, Silence silence)
    {
        var sentence = analysis.Sentences[silence.Sentence];
        paint.Paragraph("", "    ", "nothing coded", paint.Bold);
        paint.Paragraph("    ", "     ", $"“{Messages.Visible(string.Join(' ', sentence.Span.Of(analysis.Text).Split('\n', StringSplitOptions.TrimEntries)))}”");
        WriteTree(paint, analysis, (sentence.FirstToken, sentence.EndToken),
            silence.Misses.Select(m => m.Trigger).Distinct().ToDictionary(t => t, _ => ("called patterns", (Func<string, string>)paint.Head)));
        paint.Line();
        if (silence.Misses.IsEmpty) paint.Line($"{Margin}{paint.Soft("no word of it calls a pattern")}");
        foreach (var m in silence.Misses)
        {
            paint.Paragraph(Margin, Deep, $"{Form(analysis, m.Trigger)}: {m.Pattern.Code} {Shortened(m.Pattern.Pattern)}");
            paint.Paragraph(Deep, Deep + Margin, $"{Shortened(m.Pattern.Reason)} (data/{m.Pattern.Place})", paint.Soft);
        }
        paint.Line();
    }

    /// <summary>A pattern with its long lists of alternatives cut short.</summary>
    public static string Shortened(string pattern)
    {
        var text = new StringBuilder();
        foreach (var part in pattern.Split('('))
        {
            if (text.Length > 0 || pattern[0] == '(') text.Append(text.Length == 0 && part.Length == 0 ? "" : "(");
            var close = part.IndexOf(')', StringComparison.Ordinal);
            var words = close < 0 ? [] : part[..close].Split('|');
            if (words.Length <= MostAlternatives + 1) text.Append(part);
            else text.Append(CultureInfo.InvariantCulture, $"{string.Join('|', words.Take(MostAlternatives))}|… {words.Length - MostAlternatives} more").Append(part.AsSpan(close));
        }
        return text.ToString();
    }

    private static string Form(Analysis analysis, int token) => Messages.Visible(analysis.Tokens[token].Form);
}
