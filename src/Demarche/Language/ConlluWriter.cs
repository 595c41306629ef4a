using System.Globalization;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>Prints analyses as CoNLL-U: comments <c># sent_id</c> and <c># text</c>, range lines for tokens of several words.</summary>
public static class ConlluWriter
{
    /// <summary>Writes all sentences of one analysis, each followed by an empty line.</summary>
    /// <param name="analysis">What to print.</param>
    /// <param name="document">Prefix of the sentence ids, such as the file's name.</param>
    /// <param name="points">Code points of the analysed text: MISC holds <c>TokenRange=start:end</c>.</param>
    /// <param name="to">Receives the lines, ended by "\n".</param>
    /// <param name="note">Further MISC entries of a token ("NER=B-PER"), or null.</param>
    public static void Write(Analysis analysis, string document, CodePoints points, TextWriter to, Func<Token, string?>? note = null)
    {
        var paragraph = -1;
        foreach (var s in analysis.Sentences)
        {
            if (s.Index == 0) to.Write($"# newdoc id = {OneLine(document)}\n");
            if (s.Paragraph != paragraph) to.Write("# newpar\n");
            paragraph = s.Paragraph;
            to.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(document)}-{s.Index + 1}\n"));
            to.Write($"# text = {OneLine(s.Span.Of(analysis.Text))}\n");
            for (var i = s.FirstToken; i < s.EndToken; i++) WriteToken(analysis, s, i, points, to, note);
            to.Write('\n');
        }
    }

    private static void WriteToken(Analysis analysis, Sentence s, int i, CodePoints points, TextWriter to, Func<Token, string?>? note)
    {
        var token = analysis.Tokens[i];
        var starts = token.Span.Start == token.Surface.Start && token.Span.End < token.Surface.End;
        var id = i - s.FirstToken + 1;
        var spaceAfter = SpaceAfter(analysis.Text, token.Surface.End);
        if (starts)
        {
            var last = i;
            while (last + 1 < s.EndToken && analysis.Tokens[last + 1].Span.End <= token.Surface.End) last++;
            to.Write(string.Create(CultureInfo.InvariantCulture,
                $"{id}-{id + last - i}\t{token.Surface.Of(analysis.Text)}\t_\t_\t_\t_\t_\t_\t_\t{Misc(token.Surface, points, spaceAfter, null)}\n"));
        }
        var head = token.Head < 0 ? 0 : token.Head - s.FirstToken + 1;
        var misc = Misc(token.Span, points, token.Span != token.Surface || spaceAfter, note?.Invoke(token));
        to.Write(string.Create(CultureInfo.InvariantCulture,
            $"{id}\t{token.Form}\t{token.Lemma}\t{token.Upos}\t{token.Xpos}\t{token.Feats}\t{head}\t{token.Relation}\t{Deps(analysis, s, token)}\t{misc}\n"));
    }

    /// <summary>Column 9: the tree's relation, save that of a relative word, and what the tree implies, by head.</summary>
    private static string Deps(Analysis analysis, Sentence s, Token token)
    {
        var edges = analysis.Enhanced.HeadsOf(token.Index).Select(e => (e.Head, e.Relation)).ToList();
        if (analysis.Enhanced.Antecedent(token) is null) edges.Add((token.Head, token.Relation));
        return string.Join('|', edges.OrderBy(e => e.Head).ThenBy(e => e.Relation, StringComparer.Ordinal)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{(e.Head < 0 ? 0 : e.Head - s.FirstToken + 1)}:{e.Relation}")));
    }

    private static bool SpaceAfter(string text, int end) => end >= text.Length || char.IsWhiteSpace(text[end]);

    private static string Misc(TextSpan span, CodePoints points, bool spaceAfter, string? note)
    {
        var (start, end) = points.Of(span);
        var range = string.Create(CultureInfo.InvariantCulture, $"TokenRange={start}:{end}");
        if (!spaceAfter) range = "SpaceAfter=No|" + range;
        return note is null ? range : note + "|" + range;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
