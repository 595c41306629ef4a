using System.Collections.Immutable;
using System.Globalization;
using Demarche.Text;

namespace Demarche.Quotes.Training;

/// <summary>An attribution as a reader marked it, in code points of the article.</summary>
/// <param name="Attitude">What the source does.</param>
/// <param name="Cue">The word that ascribes; null where a quotation only goes on.</param>
/// <param name="Source">The word that names the source, if this sentence has it.</param>
/// <param name="IsNamed">False if the text tells nobody.</param>
/// <param name="Content">What is ascribed.</param>
internal sealed record AnnotatedAttribution(Attitude Attitude, TextSpan? Cue, TextSpan? Source, bool IsNamed, ImmutableArray<TextSpan> Content);

/// <summary>A sentence that was read whole, with its attributions.</summary>
internal sealed record AnnotatedSpeech(string Article, bool IsTest, TextSpan Span, ImmutableArray<AnnotatedAttribution> Attributions)
{
    /// <summary>Reads stand-off annotations: docs/models.md gives the format.</summary>
    /// <exception cref="DataException">A line cannot be read.</exception>
    public static List<AnnotatedSpeech> Read(TextReader lines, string name)
    {
        var all = new List<AnnotatedSpeech>();
        var open = ImmutableArray.CreateBuilder<AnnotatedAttribution>();
        (string Article, bool IsTest, TextSpan Span)? sentence = null;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            var cells = line.Split('\t');
            try
            {
                if (cells is ["S", "train" or "test", var article, var span])
                {
                    Close();
                    sentence = (article, cells[1] == "test", Place(span));
                }
                else if (cells is ["A", var attitude, var cue, var source, var content] && sentence is not null)
                {
                    var named = source.StartsWith('*') || source != "-";
                    open.Add(new(Enum.Parse<Attitude>(attitude, ignoreCase: true), cue == "-" ? null : Place(cue), source == "-" || source[0] == '*' ? null : Place(source), named,
                        [.. content.Split(',').Select(Place)]));
                }
                else throw new FormatException();
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new DataException(name, number, "expected S, half, article, start-end, or A, attitude, cue, source, content");
            }
        }
        Close();
        return all;

        void Close()
        {
            if (sentence is { } s) all.Add(new AnnotatedSpeech(s.Article, s.IsTest, s.Span, open.ToImmutable()));
            open.Clear();
        }
    }

    private static TextSpan Place(string cell)
    {
        var dash = cell.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1) throw new FormatException();
        return new TextSpan(int.Parse(cell.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(cell.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
