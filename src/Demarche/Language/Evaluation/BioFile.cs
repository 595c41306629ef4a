using System.Globalization;
using Demarche.Text;

namespace Demarche.Language.Evaluation;

/// <summary>One sentence of a .bio file: its words and names, in UTF-16 units of its text.</summary>
internal sealed record BioSentence(string Id, string Text, List<TextSpan> Words, List<(EntityKind Kind, int First, int End)> Names);

/// <summary>Sentences that belong to one document, in order.</summary>
internal sealed record BioDocument(string Id, List<BioSentence> Sentences);

/// <summary>Reads names in running text: "form, start, end, tag" a line, offsets in code points of the sentence's "# text".</summary>
internal static class BioFile
{
    /// <exception cref="DataException">A line is not of this form.</exception>
    public static List<BioDocument> Read(TextReader reader, string name)
    {
        var documents = new List<BioDocument>();
        BioSentence? sentence = null;
        int[] starts = [];
        string document = "", id = "";
        for (var number = 1; reader.ReadLine()?.TrimEnd('\r') is { } line; number++)
        {
            if (line.Length == 0) (sentence, id) = (null, "");
            else if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal)) document = line[14..];
            else if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                sentence = new BioSentence(id, line[9..], [], []);
                starts = StartsOf(sentence.Text);
                if (documents.Count == 0 || documents[^1].Id != document || document.Length == 0) documents.Add(new BioDocument(document, []));
                documents[^1].Sentences.Add(sentence);
            }
            else if (!line.StartsWith("# ", StringComparison.Ordinal))
                AddWord(sentence ?? throw new DataException(name, number, "a word before '# text = '"), starts, line.Split('\t'), name, number);
        }
        return documents;
    }

    private static void AddWord(BioSentence sentence, int[] starts, string[] columns, string name, int number)
    {
        if (columns.Length != 4 || !TryNumber(columns[1], out var start) || !TryNumber(columns[2], out var end))
            throw new DataException(name, number, "expected form, start, end and tag");
        if (start >= end || end >= starts.Length || sentence.Words.Count > 0 && starts[start] < sentence.Words[^1].End)
            throw new DataException(name, number, "the offsets lie outside the text or before the last word");
        var at = sentence.Words.Count;
        sentence.Words.Add(new TextSpan(starts[start], starts[end]));
        if (columns[3] == "O") return;
        var kind = columns[3].Length < 3 ? -1 : EntityLabels.Names.IndexOf(columns[3][2..]);
        if (kind < 0 || columns[3][..2] is not ("B-" or "I-")) throw new DataException(name, number, $"unknown tag {columns[3]}");
        if (columns[3][0] == 'B') sentence.Names.Add(((EntityKind)kind, at, at + 1));
        else if (sentence.Names.Count == 0 || sentence.Names[^1].End != at || sentence.Names[^1].Kind != (EntityKind)kind)
            throw new DataException(name, number, $"{columns[3]} continues no name");
        else sentence.Names[^1] = sentence.Names[^1] with { End = at + 1 };
    }

    /// <summary>Where each code point begins, and the end of the text.</summary>
    private static int[] StartsOf(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) starts.Add(i);
        starts.Add(text.Length);
        return [.. starts];
    }

    private static bool TryNumber(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
