using System.Collections.Immutable;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Reads data/patterns: the language is specified in docs/patterns.md.</summary>
internal sealed class PatternReader
{
    private const string ClassFile = "patterns/classes.txt";

    private readonly Dictionary<string, WordClass> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly EventOntology _ontology;
    private readonly List<DataException>? _faults;

    private PatternReader(EventOntology ontology, List<DataException>? faults)
    {
        _ontology = ontology;
        _faults = faults;
    }

    /// <summary>All patterns, in order of file and line.</summary>
    /// <exception cref="DataException">A line cannot be read, names an unknown class or code, or has no example.</exception>
    public static ImmutableArray<EventPattern> Read(DataFiles data, EventOntology ontology) => ReadAll(data, ontology, null).Patterns;

    /// <summary>The same with the word classes and the names of those in use, for the linter: bad lines are collected and left out.</summary>
    public static (ImmutableArray<EventPattern> Patterns, ImmutableArray<WordClass> Classes, IReadOnlySet<string> Used) ReadAll(
        DataFiles data, EventOntology ontology, List<DataException>? faults)
    {
        var reader = new PatternReader(ontology, faults);
        foreach (var (line, text) in data.Lines(ClassFile)) reader.Attempt(() => reader.ReadClass(line, text));
        var patterns = ImmutableArray.CreateBuilder<EventPattern>();
        foreach (var file in data.Under("patterns/", ".txt").Where(f => f != ClassFile))
            foreach (var (line, text) in data.Lines(file)) reader.Attempt(() => patterns.Add(reader.ReadPattern(file, line, text)));
        return (patterns.ToImmutable(), [.. reader._classes.Values.OrderBy(c => c.Line)], reader._used);
    }

    private void Attempt(Action read)
    {
        try
        {
            read();
        }
        catch (DataException e) when (_faults is not null)
        {
            _faults.Add(e);
        }
    }

    private void ReadClass(int line, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 2 || text[0] != '@') throw new DataException(ClassFile, line, "expected '@name = lemma lemma …'");
        var name = text[..equals].Trim();
        var words = text[(equals + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => w[0] == '@' ? Class(w, ClassFile, line) : [w]);
        if (!_classes.TryAdd(name, new WordClass(name, line, [.. words])))
            throw new DataException(ClassFile, line, $"{name} is defined twice");
    }

    private ImmutableArray<string> Class(string name, string file, int line)
    {
        _used.Add(name);
        return _classes.TryGetValue(name, out var known) ? known.Words : throw new DataException(file, line, $"the class {name} is not defined");
    }

    private EventPattern ReadPattern(string file, int line, string text)
    {
        var cells = text.Split(" | ", StringSplitOptions.TrimEntries);
        if (cells.Length < 3) throw new DataException(file, line, "expected 'code | pattern | example sentence'");
        var code = cells[0];
        if (!_ontology.TryFind(code, out var known) || known.Plover is null) throw new DataException(file, line, $"{code} is no CAMEO code with a PLOVER type");
        var parts = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = KindOf(ref parts[0]);
        var triggers = Words(parts[0], file, line);
        if (triggers.Any(t => t.Contains('_'))) throw new DataException(file, line, "a trigger is a single lemma");
        var elements = parts.Skip(1).Select(p => ReadElement(p, kind, file, line) with { Written = p }).ToImmutableArray();
        return new EventPattern(
            code, cells[1], file, line, kind, [.. triggers], elements,
            [.. cells.Skip(2).Where(c => c.Length > 0 && c[0] != '!')],
            [.. cells.Skip(2).Where(c => c.Length > 1 && c[0] == '!').Select(c => c[1..].Trim())]);
    }

    private static TriggerKind KindOf(ref string trigger)
    {
        var kind = trigger.EndsWith(".n", StringComparison.Ordinal) ? TriggerKind.Noun
            : trigger.EndsWith(".a", StringComparison.Ordinal) ? TriggerKind.Adjective
            : TriggerKind.Verb;
        if (kind != TriggerKind.Verb) trigger = trigger[..^2];
        else if (trigger.EndsWith(".v", StringComparison.Ordinal)) trigger = trigger[..^2];
        return kind;
    }

    private PatternElement ReadElement(string written, TriggerKind kind, string file, int line)
    {
        var part = written;
        if (part is ".neg" or "!.neg") return new(Slot.Negation, [], WordSet.Of([]), false, false, part[0] == '!');
        if (part == "{speaker}") return new(Slot.Speaker, [], WordSet.Of([]), false, false, false);
        var forbidden = part[0] == '!';
        if (forbidden) part = part[1..];
        var optional = part.EndsWith('?');
        if (optional) part = part[..^1];
        var (slot, rest, prepositions) = Place(part, kind, file, line);
        if (rest == "{target}") return new(slot, prepositions, WordSet.Of([]), true, optional, forbidden);
        if (rest.Contains('{')) throw new DataException(file, line, $"'{written}': only {{target}} can stand in braces");
        return new(slot, prepositions, WordSet.Of(rest.Length == 0 ? [] : Words(rest, file, line)), false, optional, forbidden);
    }

    private (Slot Slot, string Words, ImmutableHashSet<string> Prepositions) Place(string part, TriggerKind kind, string file, int line)
    {
        if (part.StartsWith(">>", StringComparison.Ordinal)) return (Slot.Clause, part[2..], []);
        if (part.StartsWith('>')) return (Slot.OpenComplement, part[1..], []);
        if (part.StartsWith('~')) return (Slot.Dependent, part[1..], []);
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return (Slot.Oblique, part[(colon + 1)..], [.. Words(part[..colon], file, line).Select(p => p.Replace('_', ' '))]);
        return (kind == TriggerKind.Verb ? Slot.Object : Slot.Dependent, part, []);
    }

    private IEnumerable<string> Words(string part, string file, int line)
    {
        if (part.Length == 0) throw new DataException(file, line, "a word is missing");
        if (part[0] == '@') return Class(part, file, line);
        if (part[0] != '(') return [part];
        if (part[^1] != ')') throw new DataException(file, line, $"'{part}' has no closing parenthesis");
        return part[1..^1].Split('|').SelectMany(p => Words(p, file, line));
    }
}

/// <summary>A line of data/patterns/classes.txt.</summary>
/// <param name="Name">With its "@".</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Words">As written, those of classes it names included; may repeat.</param>
internal sealed record WordClass(string Name, int Line, ImmutableArray<string> Words);
