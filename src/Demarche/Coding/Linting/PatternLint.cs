using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Linting;

/// <summary>Looks through data/patterns and data/coding for what cannot work: docs/patterns.md, Linter.</summary>
public sealed class PatternLint
{
    private const string ClassFile = "patterns/classes.txt";

    private static readonly string[] ContentWords = ["NOUN", "VERB", "ADJ", "ADV", "ADP", "AUX", "PRON", "NUM", "PART", "DET", "PROPN"];

    private readonly DataFiles _data;
    private readonly EventOntology _ontology;
    private readonly Analyzer _analyzer;
    private readonly ImmutableArray<EventPattern> _patterns;
    private readonly ImmutableArray<WordClass> _classes;
    private readonly IReadOnlySet<string> _used;
    private readonly List<DataException> _faults = [];

    private PatternLint(DataFiles data, Analyzer analyzer)
    {
        _data = data;
        _analyzer = analyzer;
        _ontology = EventOntology.Load(data);
        (_patterns, _classes, _used) = PatternReader.ReadAll(data, _ontology, _faults);
        Coverage = Coverage.Of(_patterns, Composition.Load(data, _ontology), _ontology);
    }

    /// <summary>What the patterns that can be read cover.</summary>
    public Coverage Coverage { get; }

    /// <summary>Reads the patterns; lines that cannot be read become findings.</summary>
    /// <param name="data">The data files.</param>
    /// <param name="analyzer">Knows which lemmas there can be.</param>
    /// <exception cref="DataException">The ontology, data/coding or the file of word classes cannot be used.</exception>
    public static PatternLint Read(DataFiles data, Analyzer analyzer) => new(data, analyzer);

    /// <summary>All findings that need no coding, sorted.</summary>
    public ImmutableArray<Finding> Findings() =>
    [
        .. Finding.Sorted(_faults.Select(Finding.Of)
            .Concat(_classes.SelectMany(ClassFindings))
            .Concat(_patterns.SelectMany(Unreachable))
            .Concat(Untested())
            .Concat(Contests())
            .Concat(Uncovered())),
    ];

    /// <summary>The sentences that are not coded as their patterns say, sorted.</summary>
    /// <param name="code">Codes one sentence as an article of its own; called by several threads.</param>
    public ImmutableArray<Finding> ExampleFindings(Func<string, ImmutableArray<Observation>> code) =>
    [
        .. Finding.Sorted(_patterns.SelectMany(p => p.Examples.Select(s => (Pattern: p, Sentence: s, Wanted: true)).Concat(p.Counterexamples.Select(s => (Pattern: p, Sentence: s, Wanted: false))))
            .AsParallel().Select(x => Example(x.Pattern, x.Sentence, x.Wanted, code(x.Sentence))).OfType<Finding>()),
    ];

    private static Finding? Example(EventPattern pattern, string sentence, bool wanted, ImmutableArray<Observation> found)
    {
        var own = found.Any(o => o.Coder == pattern.Place);
        if (wanted && (own || found.Any(o => o.Cameo.StartsWith(pattern.Code, StringComparison.Ordinal)))) return null;
        if (!wanted && !own) return null;
        var got = found.IsEmpty ? "nothing" : string.Join(", ", found.Select(o => $"{o.Cameo} ({o.Coder})"));
        return new Finding(pattern.File, pattern.Line, wanted ? "example" : "counterexample", $"\"{sentence}\" gives {got}, {(wanted ? "not " + pattern.Code : "by this very pattern")}",
            "mend the pattern or the sentence; 'demarche explain --text' shows the tree");
    }

    private IEnumerable<Finding> ClassFindings(WordClass c)
    {
        if (c.Words.IsEmpty) yield return new Finding(ClassFile, c.Line, "unreachable", $"{c.Name} is empty", "give it words or take it out");
        if (!_used.Contains(c.Name)) yield return new Finding(ClassFile, c.Line, "unused", $"no pattern uses {c.Name}", "take it out");
        foreach (var word in Repeated(c.Words)) yield return new Finding(ClassFile, c.Line, "duplicate", $"{word} is in {c.Name} twice", "take one out");
        foreach (var word in c.Words.Distinct().Where(w => !CanStand(w)))
            yield return new Finding(ClassFile, c.Line, "unreachable", $"no word has the lemma of {word} in {c.Name}", "write the lemma as 'demarche parse' shows it");
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> words) =>
        words.GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private IEnumerable<Finding> Unreachable(EventPattern p)
    {
        foreach (var trigger in p.Triggers.Distinct().Where(t => !CanCall(t, p.Kind)))
            yield return Of(p, "unreachable", $"no {p.Kind.ToString().ToLowerInvariant()} has the lemma {trigger}", "write the lemma as 'demarche parse' shows it");
        foreach (var trigger in Repeated(p.Triggers)) yield return Of(p, "duplicate", $"the trigger {trigger} is there twice", "take one out");
        if (Implication.Impossible(p) is { } never)
            yield return Of(p, "unreachable", $"an exclusion rules out all of {never.Written}", "take one of the two out");
        foreach (var e in p.Elements.Where(e => e.Written.Length > 0))
        {
            if (e.Words.IsEmpty && e.Written.Contains('@')) yield return Of(p, "unreachable", $"the class of {e.Written} is empty", "give it words");
            foreach (var word in Inline(e).Where(w => !CanStand(w)))
                yield return Of(p, "unreachable", $"no word has the lemma of {word} in {e.Written}", "write the lemma as 'demarche parse' shows it");
        }
    }

    /// <summary>The words that stand in the pattern itself; those of classes are looked at in their own file.</summary>
    private IEnumerable<string> Inline(PatternElement e) => e.Words.Lemmas.Order(StringComparer.Ordinal)
        .Concat(e.Words.Compounds.Select(c => c.Modifier + "_" + c.Head))
        .Concat(e.Words.Particles.Select(c => c.Verb + "+" + c.Particle))
        .Where(w => !_classes.Any(c => e.Written.Contains(c.Name, StringComparison.Ordinal) && c.Words.Contains(w)));

    private bool CanCall(string trigger, TriggerKind kind) =>
        trigger.Split('+') is [var word, .. var particle] && particle.All(p => _analyzer.CanGive(p, "ADP", "ADV"))
        && _analyzer.CanGive(word, kind switch { TriggerKind.Verb => "VERB", TriggerKind.Noun => "NOUN", _ => "ADJ" });

    private bool CanStand(string written) => written.Split('_', '+').All(w => _analyzer.CanGive(w, ContentWords));

    private IEnumerable<Finding> Untested()
    {
        foreach (var p in _patterns.Where(p => p.Examples.IsEmpty)) yield return Of(p, "untested", "no sentence shows what it matches", "add one");
        foreach (var file in _patterns.GroupBy(p => p.File).Where(f => f.All(p => p.Counterexamples.IsEmpty)))
            yield return new Finding(file.Key, 1, "untested", "no sentence of this file shows what must not match", "add one behind '!'");
    }

    private IEnumerable<Finding> Contests()
    {
        var lost = new SortedDictionary<(int Loser, int Winner), (string Kind, List<string> Lemmas)>();
        var number = _patterns.Select((p, i) => (p.Place, i)).ToDictionary(x => x.Place, x => x.i, StringComparer.Ordinal);
        foreach (var (trigger, tried) in new PatternSet(_patterns).ByTrigger)
        {
            for (var loser = 1; loser < tried.Length; loser++)
            {
                var winner = 0;
                while (winner < loser && !Beats(tried[winner], tried[loser], trigger.Lemma)) winner++;
                if (winner == loser) continue;
                var same = Implication.Holds(tried[winner], tried[loser], trigger.Lemma);
                var kind = !same ? "shadowed" : tried[winner].Code == tried[loser].Code ? "duplicate" : "ambiguous";
                var key = (number[tried[loser].Place], number[tried[winner].Place]);
                if (!lost.TryGetValue(key, out var known)) lost[key] = known = (kind, []);
                known.Lemmas.Add(trigger.Lemma);
            }
        }
        return lost.Select(l => Lost(_patterns[l.Key.Loser], _patterns[l.Key.Winner], l.Value.Kind, l.Value.Lemmas));
    }

    /// <summary>True if the one holds whenever the other does and is no less specific where the bare lemma calls them.</summary>
    private static bool Beats(EventPattern winner, EventPattern loser, string lemma) =>
        Implication.Holds(loser, winner, lemma) && SpecificityAt(winner, lemma) >= SpecificityAt(loser, lemma);

    private static int SpecificityAt(EventPattern p, string lemma) => p.Triggers.Contains(lemma) ? p.SpecificityAt(lemma) : p.GreatestSpecificity;

    private static Finding Lost(EventPattern loser, EventPattern winner, string kind, List<string> lemmas)
    {
        lemmas.Sort(StringComparer.Ordinal);
        var at = lemmas.Count == loser.Triggers.Distinct().Count() ? "all its triggers" : string.Join(", ", lemmas);
        var rival = $"data/{winner.Place} ({winner.Code})";
        return kind switch
        {
            "shadowed" => Of(loser, kind, $"at {at} {rival} holds whenever this holds, and wins", "narrow that one, or take these words out here"),
            "duplicate" => Of(loser, kind, $"at {at} {rival} says the same", "take these words out in one of the two"),
            _ => Of(loser, kind, $"at {at} {rival} has the same conditions and another code than {loser.Code}", "tell them apart by a condition, or keep one"),
        };
    }

    private IEnumerable<Finding> Uncovered()
    {
        foreach (var (line, text) in _data.Lines("ontology/cameo.txt"))
            if (text.Split('|', StringSplitOptions.TrimEntries) is [var code, var name, ..] && Coverage.Missing.Contains(code))
                yield return new Finding("ontology/cameo.txt", line, "uncovered", $"no pattern or composition gives {code} ({name})", "write one");
        foreach (var finding in Coverage.Unreached(_data, _ontology)) yield return finding;
    }

    private static Finding Of(EventPattern p, string kind, string what, string remedy) => new(p.File, p.Line, kind, what, remedy);
}
