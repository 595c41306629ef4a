using System.Globalization;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>Learns from annotated sentences which words are triggers of which events, and who takes part in them.</summary>
public static class EventTrainer
{
    /// <summary>Networks of each panel, of seeds one after another.</summary>
    private const int Networks = 2;

    /// <summary>Writes a model of events.</summary>
    /// <param name="data">The data files, with the language model it is for.</param>
    /// <param name="annotations">Stand-off annotations; docs/models.md gives the format.</param>
    /// <param name="name">Their file's name, for errors.</param>
    /// <param name="negatives">Sentences, one a line, that report no event.</param>
    /// <param name="textOf">The text of an article of the corpus, or null.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="say">Told of the progress and of the scores on the sentences kept for measuring.</param>
    /// <exception cref="DataException">The annotations do not fit the corpus.</exception>
    public static void Train(DataFiles data, TextReader annotations, string name, TextReader negatives, Func<string, string?> textOf, Stream output, ulong seed, Action<string> say)
    {
        var sentences = AnnotatedSentence.Read(annotations, name);
        var ontology = EventOntology.Load(data);
        var classes = CodeClasses.Of(sentences, ontology);
        var examples = new EventExamples(Pipeline.LoadPatternsOnly(data), classes, ontology);
        examples.AddProofs(PatternSet.Load(data, ontology));
        while (negatives.ReadLine() is { } sentence)
            if (sentence.Length > 0 && sentence[0] != '#') examples.AddNegative(sentence);
        foreach (var article in sentences.GroupBy(s => s.Article))
            examples.Add(article.Key, textOf(article.Key) ?? throw new DataException(name, 0, $"the corpus has no article {article.Key}"), article);
        say(string.Create(CultureInfo.InvariantCulture, $"{sentences.Count:N0} sentences, {examples.Triggers.Count:N0} words, {examples.Roles.Count:N0} roles, {classes.Codes.Length} codes"));

        var triggers = Panel("triggers", TriggerView.Inputs(examples.Meanings), 1 + classes.Codes.Length, [.. examples.Triggers.Where(e => !e.IsTest).Select(e => e.Example)], seed, say);
        var roles = Panel("roles", ArgumentView.Inputs(examples.Meanings), EventModel.RoleOutcomes, [.. examples.Roles.Where(e => !e.IsTest).Select(e => e.Example)], seed, say);

        var file = new ModelFile(EventModel.Name);
        EventModel.Put(file, classes.Codes, examples.Idle(), triggers, roles, examples.Meanings.Fingerprint);
        new EventMeasure(EventModel.Get(file, examples.Meanings), ontology, say).Of(examples);
        file.Write(output);
    }

    private static List<SlotTrainer> Panel(string what, int inputs, int outcomes, List<SlotExample> lessons, ulong seed, Action<string> say)
    {
        var trained = new List<SlotTrainer>();
        for (var n = 0; n < Networks; n++)
        {
            trained.Add(new SlotTrainer(inputs, outcomes, seed + (ulong)n, new SlotTraining()));
            trained[^1].Train(lessons, Progress(what, say));
        }
        return trained;
    }

    private static Action<int, double> Progress(string what, Action<string> say) =>
        (pass, loss) => say(string.Create(CultureInfo.InvariantCulture, $"{what}, pass {pass + 1}: loss {loss:0.0000}"));
}
