using Demarche.Text;

namespace Demarche.Language;

/// <summary>One word of a CoNLL-U file.</summary>
internal sealed record ConlluWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Relation, string Misc)
{
    /// <summary>The enhanced relations, "head:relation" joined by "|".</summary>
    public string Deps { get; init; } = "_";
}

/// <summary>A surface token: its words [First, End) within the sentence, its form, and whether white space follows.</summary>
internal readonly record struct ConlluToken(int First, int End, string Form, bool SpaceAfter);

/// <summary>One sentence of a CoNLL-U file. Empty nodes are left out; heads count words from 0, the root has -1.</summary>
internal sealed record ConlluSentence(string? Id, string? Text, bool NewParagraph, List<ConlluWord> Words, List<ConlluToken> Tokens);

/// <summary>Reads CoNLL-U (ten columns, UD v2).</summary>
internal static class Conllu
{
    /// <exception cref="DataException">A line has not ten columns, or an id or head is out of place.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string name)
    {
        var rows = new List<(int Line, string[] Columns)>();
        string? id = null, text = null;
        var fresh = false;
        var number = 0;
        while (true)
        {
            var line = reader.ReadLine()?.TrimEnd('\r');
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                if (rows.Count > 0) yield return Build(id, text, fresh, rows, name);
                rows.Clear();
                if (rows.Count == 0) (id, text, fresh) = (null, null, false);
                if (line is null) yield break;
            }
            else if (line[0] != '#')
            {
                var columns = line.Split('\t');
                if (columns.Length != 10) throw new DataException(name, number, $"{columns.Length} columns, expected 10");
                if (!columns[0].Contains('.')) rows.Add((number, columns));
            }
            else if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
            else fresh |= line is "# newpar" or "# newdoc" || line.StartsWith("# newpar id", StringComparison.Ordinal) || line.StartsWith("# newdoc id", StringComparison.Ordinal);
        }
    }

    private static ConlluSentence Build(string? id, string? text, bool fresh, List<(int Line, string[] Columns)> rows, string name)
    {
        var words = new List<ConlluWord>();
        var tokens = new List<ConlluToken>();
        var inside = 0;
        foreach (var (line, c) in rows)
        {
            var space = !c[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
            var dash = c[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                inside = Number(c[0].AsSpan(dash + 1), name, line);
                tokens.Add(new ConlluToken(words.Count, inside, c[1], space));
                continue;
            }
            if (Number(c[0], name, line) != words.Count + 1) throw new DataException(name, line, $"word id {c[0]}, expected {words.Count + 1}");
            var head = c[6] == "_" ? -1 : Number(c[6], name, line) - 1;
            words.Add(new ConlluWord(c[1], c[2], c[3], c[4], c[5], head, c[7], c[9]) { Deps = c[8] });
            if (words.Count > inside) tokens.Add(new ConlluToken(words.Count - 1, words.Count, c[1], space));
        }
        if (inside > words.Count || words.Exists(w => w.Head >= words.Count))
            throw new DataException(name, rows[^1].Line, "an id or head lies beyond the end of its sentence");
        return new ConlluSentence(id, text, fresh, words, tokens);
    }

    private static int Number(ReadOnlySpan<char> text, string name, int line) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value : throw new DataException(name, line, $"\"{text}\" is no number");
}
