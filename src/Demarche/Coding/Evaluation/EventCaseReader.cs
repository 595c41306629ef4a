using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Articles;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Evaluation;

/// <summary>Reads annotated sentences and reports; the format is described in tests/corpus/events/README.md.</summary>
public sealed class EventCaseReader
{
    private static readonly ImmutableArray<string> Kinds =
        ["art", "business", "crime", "denied", "history", "hypothetical", "metaphor", "name", "saying", "sport", "weather"];

    private readonly EventOntology _ontology;
    private readonly string _file;
    private readonly List<EventCase> _cases = [];
    private readonly StringBuilder _text = new();
    private readonly List<Entry> _entries = [];
    private DateOnly? _published;
    private bool _report;

    private EventCaseReader(EventOntology ontology, string file)
    {
        _ontology = ontology;
        _file = file;
    }

    /// <summary>The cases of one file. Its name begins with "dev-" or "test-"; a first line "report" makes all of it one case.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="file">Its name, without folders.</param>
    /// <param name="ontology">What the codes mean.</param>
    /// <exception cref="DataException">A line is not in the format.</exception>
    public static ImmutableArray<EventCase> Read(IEnumerable<string> lines, string file, EventOntology ontology)
    {
        var reader = new EventCaseReader(ontology, file);
        var number = 0;
        foreach (var line in lines) reader.Line(line.TrimEnd(), ++number);
        reader.Close();
        return [.. reader._cases];
    }

    private void Line(string line, int number)
    {
        if (line.StartsWith('#')) return;
        if (line == "report") _report = true;
        else if (line.StartsWith("published: ", StringComparison.Ordinal)) Publish(Day(line["published: ".Length..], number));
        else if (line.Length == 0) Break();
        else if (line.StartsWith("< ", StringComparison.Ordinal)) Sentence(line[2..], number, scored: false);
        else if (line.StartsWith("  = ", StringComparison.Ordinal)) Last(number).Events.Add(Event(line[4..], core: true, number));
        else if (line.StartsWith("  ~ ", StringComparison.Ordinal)) Last(number).Events.Add(Event(line[4..], core: false, number));
        else if (line.StartsWith("  ! ", StringComparison.Ordinal)) Last(number).Negative = Kind(line[4..], number);
        else if (char.IsWhiteSpace(line[0])) throw Bad(number, "an indented line begins with \"  = \", \"  ~ \" or \"  ! \"");
        else Sentence(line, number, scored: true);
    }

    private void Publish(DateOnly day)
    {
        Close();
        _published = day;
    }

    /// <summary>An empty line ends a paragraph of a report; between sentences it means nothing.</summary>
    private void Break()
    {
        if (_report && _text.Length > 0) _text.Append("\n\n");
    }

    private void Sentence(string words, int number, bool scored)
    {
        if (!_report && _entries is [.., { Scored: true }]) Close();
        if (_text.Length > 0 && _text[^1] != '\n') _text.Append(' ');
        _entries.Add(new Entry(new TextSpan(_text.Length, _text.Length + words.Length), number, scored));
        _text.Append(words);
    }

    private Entry Last(int number) => _entries is [.., { Scored: true } last] ? last : throw Bad(number, "there is no sentence above it");

    private void Close()
    {
        if (_entries.Count == 0) return;
        var half = _file.StartsWith("dev-", StringComparison.Ordinal) ? "dev" : _file.StartsWith("test-", StringComparison.Ordinal) ? "test" : throw Bad(0, "its name begins with neither \"dev-\" nor \"test-\"");
        if (_published is not { } day) throw Bad(_entries[0].Line, "there is no \"published:\" above it");
        if (!_entries[^1].Scored) throw Bad(_entries[^1].Line, "a sentence for context stands before the one it belongs to");
        var id = string.Create(CultureInfo.InvariantCulture, $"{_file}:{_entries[0].Line}");
        var article = new Article(new ArticleId(id), _file, id, null, null, null, [], "en", new PublicationDate(day, DateBasis.Metadata), _text.ToString().TrimEnd(), []);
        var sentences = _entries.Where(e => e.Scored).Select(e => new AnnotatedSentence(e.Span, e.Negative, [.. e.Events], e.Line));
        _cases.Add(new EventCase(_file, half, _report, article, [.. sentences]));
        _entries.Clear();
        _text.Clear();
    }

    /// <summary>"codes | sources | targets | statuses | dates"; without the last two, it occurred, and its date is not annotated.</summary>
    private AnnotatedEvent Event(string line, bool core, int number)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length is < 3 or > 5) throw Bad(number, $"there must be three to five cells, not {cells.Length}");
        var codes = cells[0].Split('/', StringSplitOptions.TrimEntries);
        foreach (var code in codes)
            if (!_ontology.TryFind(code, out var known) || known.Plover is null) throw Bad(number, $"\"{code}\" is no CAMEO code from 02 to 20");
        var sources = Actors(cells[1], number);
        if (sources.IsEmpty) throw Bad(number, "an event has a source");
        return new AnnotatedEvent(
            [.. codes], [.. codes.Select(c => _ontology[c].Plover!).Distinct(StringComparer.Ordinal)], _ontology[codes[0]].Symmetric,
            sources, Actors(cells[2], number), cells.Length > 3 ? Statuses(cells[3], number) : [Status.Occurred],
            cells.Length > 4 ? [.. cells[4].Split('/', StringSplitOptions.TrimEntries).Select(d => Days(d, number))] : [], core, number);
    }

    private ImmutableArray<AnnotatedActor> Actors(string cell, int number) =>
        cell == "-" ? [] : [.. cell.Split(';', StringSplitOptions.TrimEntries).Select(a => Actor(a, number))];

    private AnnotatedActor Actor(string words, int number)
    {
        var space = words.LastIndexOf(' ');
        var code = words[(space + 1)..];
        if (code.Length is not (3 or 6) || !code.All(char.IsAsciiLetterUpper)) throw Bad(number, $"\"{words}\" must end in a code of three or six capital letters");
        return new AnnotatedActor(space < 0 ? null : words[..space], code[..3], code.Length == 6 ? code[3..] : null);
    }

    private ImmutableArray<Status> Statuses(string cell, int number) => [.. cell.Split('/', StringSplitOptions.TrimEntries).Select(word =>
        Enum.GetValues<Status>().Where(s => s.Word() == word).Select(s => (Status?)s).FirstOrDefault() ?? throw Bad(number, $"\"{word}\" is no status"))];

    private DayRange? Days(string words, int number)
    {
        if (words == "?") return null;
        var dots = words.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? new DayRange(Day(words, number), Day(words, number)) : new DayRange(Day(words[..dots], number), Day(words[(dots + 2)..], number));
    }

    private DateOnly Day(string words, int number) =>
        DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Bad(number, $"\"{words}\" is no day");

    private string Kind(string word, int number) => Kinds.Contains(word) ? word : throw Bad(number, $"\"{word}\" is none of {string.Join(", ", Kinds)}");

    private DataException Bad(int line, string reason) => new(_file, line, reason);

    private sealed class Entry(TextSpan span, int line, bool scored)
    {
        public TextSpan Span { get; } = span;

        public int Line { get; } = line;

        public bool Scored { get; } = scored;

        public string? Negative { get; set; }

        public List<AnnotatedEvent> Events { get; } = [];
    }
}
