using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>One word of an annotated sentence as an example.</summary>
internal sealed record TriggerExample(bool IsTest, int Sentence, Token Token, SlotExample Example, ImmutableArray<string> Types, string? PatternType);

/// <summary>Learns from annotated sentences which words are triggers of which events, and who takes part.</summary>
public static class EventTrainer
{
    /// <summary>Writes a model of events.</summary>
    /// <param name="data">The data files, with the language model it is for.</param>
    /// <param name="annotations">Stand-off annotations.</param>
    /// <param name="name">Their file's name, for errors.</param>
    /// <param name="textOf">The text of an article of the corpus, or null.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="say">Told of the progress.</param>
    /// <exception cref="DataException">The annotations do not fit the corpus.</exception>
    public static void Train(DataFiles data, TextReader annotations, string name, Func<string, string?> textOf, Stream output, ulong seed, Action<string> say)
    {
        var pipeline = Pipeline.Load(data);
        var sentences = AnnotatedSentence.Read(annotations, name);
        var ontology = EventOntology.Load(data);
        var meanings = new WordMeanings(pipeline.Analyzer.Parser);
        var classes = CodeClasses.Of(sentences, ontology);
        say($"{sentences.Count} sentences, {classes.Codes.Length} classes");
        var examples = new List<TriggerExample>();
        var roles = new List<RoleExample>();
        var (lost, number) = (0, 0);
        foreach (var group in sentences.GroupBy(s => s.Article))
        {
            var text = textOf(group.Key) ?? throw new DataException(name, 0, $"the corpus has no article {group.Key}");
            var article = new Article(new ArticleId(group.Key), group.Key, null, null, null, null, [], "en", PublicationDate.Unknown, text, []);
            var read = pipeline.Read(article);
            var analysis = read.Analysis;
            var reading = pipeline.Coder.Read(analysis, read.Actors, read.Quotes);
            var coder = pipeline.Coder.Sentences(reading);
            var view = new TriggerView(reading, meanings);
            var arguments = new ArgumentExamples(reading, meanings, ontology);
            var units = Units(text);
            foreach (var annotated in group)
            {
                number++;
                var (first, end) = analysis.TokensIn(new TextSpan(units[annotated.Span.Start], units[annotated.Span.End]));
                var matches = new Dictionary<int, PatternMatch>();
                foreach (var s in Enumerable.Range(first, end - first).Select(i => analysis.Tokens[i].Sentence).Distinct())
                    foreach (var m in coder.Matches(analysis.Sentences[s])) matches[m.Trigger.Index] = m;
                foreach (var e in annotated.Events)
                    if (analysis.TokenAt(units[e.Trigger.Start]) is { } trigger)
                        roles.AddRange(arguments.Of(trigger, e, matches.GetValueOrDefault(trigger.Index), units, annotated.IsTest, roles.Count == 0 ? 0 : roles[^1].Event + 1));
                var at = annotated.Events.ToLookup(e => analysis.TokenAt(units[e.Trigger.Start])?.Index ?? -1);
                for (var i = first; i < end; i++)
                {
                    var token = analysis.Tokens[i];
                    if (!TriggerView.IsCandidate(token))
                    {
                        lost += at[i].Count(e => e.IsCore);
                        continue;
                    }
                    var events = at[i].ToList();
                    var core = events.Where(e => e.IsCore).ToList();
                    var right = (core.Count > 0 ? core : events).SelectMany(e => e.Codes).Select(classes.IndexOf).Distinct().Order().ToArray();
                    if (right.Length == 0) right = [0];
                    else if (core.Count == 0) right = [0, .. right];
                    var match = matches.GetValueOrDefault(i);
                    view.Describe(token, match);
                    var types = (core.Count > 0 ? core : events).SelectMany(e => e.Codes).Select(c => ontology[c].Plover!).Distinct().ToImmutableArray();
                    examples.Add(new TriggerExample(annotated.IsTest, number, token,
                        new SlotExample(view.Vectors.ToArray(), [.. view.Features], right, 1f), core.Count > 0 ? types : events.Count > 0 ? ["~", .. types] : [],
                        match is null ? null : ontology[match.Pattern.Code].Plover));
                }
            }
        }
        if (Environment.GetEnvironmentVariable("LOST") is not null) { foreach (var l in ArgumentExamples.Lost) say(l); return; }
        say($"{examples.Count} words, {lost} triggers that are no candidates");
        var triggers = new SlotTrainer(TriggerView.Inputs(meanings), 1 + classes.Codes.Length, seed, new SlotTraining());
        triggers.Train([.. examples.Where(e => !e.IsTest).Select(e => e.Example)], (epoch, loss) => say(string.Create(CultureInfo.InvariantCulture, $"triggers, pass {epoch + 1}: loss {loss:0.0000}")));
        Measure(examples.Where(e => e.IsTest).ToList(), triggers, classes, ontology, meanings.Width, say);
        var sides = new SlotTrainer(ArgumentView.Inputs(meanings), EventModel.RoleOutcomes, seed, new SlotTraining());
        sides.Train([.. roles.Where(e => !e.IsTest).Select(e => e.Example)], (epoch, loss) => say(string.Create(CultureInfo.InvariantCulture, $"roles, pass {epoch + 1}: loss {loss:0.0000}")));
        MeasureRoles(roles.Where(r => r.IsTest && r.IsCore).ToList(), sides, meanings.Width, say);
        var file = new ModelFile(EventModel.Name);
        EventModel.Put(file, classes.Codes, (triggers.Network, triggers.Rows), (sides.Network, sides.Rows), meanings);
        file.Write(output);
    }

    private static void Measure(List<TriggerExample> test, SlotTrainer trainer, CodeClasses classes, EventOntology ontology, int width, Action<string> say)
    {
        var file = new ModelFile("x");
        trainer.Network.Put(file, "t", trainer.Rows);
        var network = SlotNetwork.Get(file, "t");
        var p = new float[network.Columns];
        var typeOf = classes.Codes.Select(c => ontology[c].Plover!).ToArray();
        var judged = new List<(TriggerExample E, float P, string Type)>();
        foreach (var e in test)
        {
            network.Judge(e.Example.Slots, width, e.Example.Features, p);
            var best = Enumerable.Range(0, typeOf.Length).GroupBy(k => typeOf[k]).Select(g => (g.Key, Sum: g.Sum(k => p[k + 1]))).MaxBy(x => x.Sum);
            judged.Add((e, 1 - p[0], best.Key));
        }
        foreach (var threshold in new[] { 0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.4f })
            say($"  {threshold}: " + Score(test, judged.Where(j => j.P > threshold).Select(j => (j.E, j.Type)).ToList()));
        say("  patterns: " + Score(test, test.Where(e => e.PatternType is not null).Select(e => (e, e.PatternType!)).ToList()));
    }

    private static void MeasureRoles(List<RoleExample> test, SlotTrainer trainer, int width, Action<string> say)
    {
        var file = new ModelFile("x");
        trainer.Network.Put(file, "t", trainer.Rows);
        var network = SlotNetwork.Get(file, "t");
        var p = new float[network.Columns];
        foreach (var side in new[] { 1, 2 })
        {
            var (n, learned, grammar) = (0, 0, 0);
            foreach (var g in test.GroupBy(r => r.Event).Where(g => g.Any(x => x.Gold == side)))
            {
                n++;
                var best = g.MaxBy(x =>
                {
                    network.Judge(x.Example.Slots, width, x.Example.Features, p);
                    return p[side];
                })!;
                if (best.Gold == side || (best.SameAs & side) != 0) learned++;
                if (g.Any(x => (x.Proposed & side) != 0 && (x.Gold == side || (x.SameAs & side) != 0))) grammar++;
            }
            say(string.Create(CultureInfo.InvariantCulture, $"  {(side == 1 ? "sources" : "targets")} of {n} events: {(double)learned / n:0.000} right; by grammar alone {(double)grammar / n:0.000}"));
        }
    }

    private static string Score(List<TriggerExample> test, List<(TriggerExample E, string Type)> found)
    {
        var (hit, falseAlarm, missed) = (0, 0, 0);
        var bySentence = found.ToLookup(f => f.E.Sentence);
        foreach (var s in test.GroupBy(e => e.Sentence))
        {
            var gold = s.Where(e => e.Types.Length > 0 && e.Types[0] != "~").ToList();
            var optional = s.Where(e => e.Types.Length > 0 && e.Types[0] == "~").ToList();
            foreach (var f in bySentence[s.Key].OrderBy(f => gold.Contains(f.E) ? 0 : 1))
            {
                var g = gold.FirstOrDefault(x => x == f.E && x.Types.Contains(f.Type)) ?? gold.FirstOrDefault(x => x.Types.Contains(f.Type));
                if (g is not null)
                {
                    hit++;
                    gold.Remove(g);
                }
                else if (!optional.Exists(o => o.Types.Contains(f.Type))) falseAlarm++;
            }
            missed += gold.Count;
        }
        var (precision, recall) = ((double)hit / (hit + falseAlarm), (double)hit / (hit + missed));
        return string.Create(CultureInfo.InvariantCulture, $"P {precision:0.000} R {recall:0.000} F1 {2 * precision * recall / (precision + recall):0.000}");
    }

    /// <summary>For each code point of a text, and its end, the index of its first UTF-16 unit.</summary>
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}

/// <summary>The codes that are learnt apart; rarer ones count as what they are a kind of. Outcome 0 is "no event".</summary>
internal sealed class CodeClasses
{
    private const int Fewest = 10;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public CodeClasses(ImmutableArray<string> codes)
    {
        Codes = codes;
        for (var i = 0; i < codes.Length; i++) _index[codes[i]] = i + 1;
    }

    /// <summary>In ordinal order.</summary>
    public ImmutableArray<string> Codes { get; }

    public static CodeClasses Of(IEnumerable<AnnotatedSentence> sentences, EventOntology ontology)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var e in sentences.Where(s => !s.IsTest).SelectMany(s => s.Events))
            counts[e.Codes[0]] = counts.GetValueOrDefault(e.Codes[0]) + 1;
        var kept = counts.Where(c => c.Value >= Fewest).Select(c => c.Key).ToList();
        foreach (var type in ontology.Types)
            if (!kept.Exists(k => ontology[k].Plover == type.Word)) kept.Add(counts.Where(c => ontology[c.Key].Plover == type.Word).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault() ?? ontology.Codes.First(c => c.Plover == type.Word && c.Code.Length == 3).Code);
        return new CodeClasses([.. kept.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The outcome of a code.</summary>
    public int IndexOf(string code)
    {
        for (var length = code.Length; length > 2; length--)
            if (_index.TryGetValue(code[..length], out var found)) return found;
        if (_index.TryGetValue(code[..2] + "0", out var root)) return root;
        foreach (var c in Codes)
            if (c.StartsWith(code[..2], StringComparison.Ordinal)) return _index[c];
        return 0;
    }
}
