using System.Collections.Immutable;
using System.Globalization;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>One event that a reader found in a sentence.</summary>
/// <param name="IsCore">False if leaving it out is no fault.</param>
/// <param name="Codes">CAMEO codes any of which is right, the best first.</param>
/// <param name="Trigger">The word that carries it, in code points of the article's text.</param>
/// <param name="Sources">Places of the words that name who did it.</param>
/// <param name="Targets">Places of the words that name to whom.</param>
/// <param name="ImpliedSources">Names of sources that only the context gives.</param>
/// <param name="ImpliedTargets">Names of targets that only the context gives.</param>
/// <param name="Status">Whether it took place.</param>
internal sealed record AnnotatedEvent(
    bool IsCore,
    ImmutableArray<string> Codes,
    TextSpan Trigger,
    ImmutableArray<TextSpan> Sources,
    ImmutableArray<TextSpan> Targets,
    ImmutableArray<string> ImpliedSources,
    ImmutableArray<string> ImpliedTargets,
    Status Status);

/// <summary>A sentence that was read for events; most have none.</summary>
/// <param name="IsTest">True if it is kept for measuring.</param>
/// <param name="Article">Id of its article in the corpus.</param>
/// <param name="Span">Its place, in code points of the article's text.</param>
/// <param name="Events">In the order in which they were written down.</param>
internal sealed record AnnotatedSentence(bool IsTest, string Article, TextSpan Span, ImmutableArray<AnnotatedEvent> Events)
{
    /// <summary>Reads stand-off annotations: docs/models.md gives the format.</summary>
    /// <exception cref="DataException">A line is malformed.</exception>
    public static IReadOnlyList<AnnotatedSentence> Read(TextReader reader, string name)
    {
        var sentences = new List<AnnotatedSentence>();
        var events = ImmutableArray.CreateBuilder<AnnotatedEvent>();
        for (var n = 1; reader.ReadLine() is { } line; n++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            try
            {
                if (cells is ["S", "train" or "test", _, _, _])
                {
                    Close(sentences, events);
                    sentences.Add(new AnnotatedSentence(cells[1] == "test", cells[2], SpanOf(cells[3], cells[4]), []));
                }
                else if (cells is ["E", "core" or "optional", _, _, _, _, _, _] && sentences.Count > 0)
                {
                    events.Add(new AnnotatedEvent(
                        cells[1] == "core", [.. cells[2].Split('/')], SpanOf(cells[3], cells[4]),
                        Places(cells[5]), Places(cells[6]), Names(cells[5]), Names(cells[6]), StatusOf(cells[7])));
                }
                else throw new FormatException("neither a sentence nor an event");
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new DataException(name, n, e.Message);
            }
        }
        Close(sentences, events);
        return sentences;
    }

    private static void Close(List<AnnotatedSentence> sentences, ImmutableArray<AnnotatedEvent>.Builder events)
    {
        if (sentences.Count > 0) sentences[^1] = sentences[^1] with { Events = events.ToImmutable() };
        events.Clear();
    }

    private static TextSpan SpanOf(string start, string end) => new(int.Parse(start, CultureInfo.InvariantCulture), int.Parse(end, CultureInfo.InvariantCulture));

    private static ImmutableArray<TextSpan> Places(string cell) =>
        [.. Parts(cell).Where(p => p[0] != '*').Select(p => p.Split('-')).Select(p => SpanOf(p[0], p[1]))];

    private static ImmutableArray<string> Names(string cell) => [.. Parts(cell).Where(p => p[0] == '*').Select(p => p[1..])];

    private static string[] Parts(string cell) => cell == "-" ? [] : cell.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Status StatusOf(string letter) => letter switch
    {
        "o" => Status.Occurred,
        "g" => Status.Ongoing,
        "p" => Status.Planned,
        "s" => Status.Possible,
        "d" => Status.Denied,
        _ => throw new FormatException($"'{letter}' is no status"),
    };
}
