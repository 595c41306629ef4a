using System.Globalization;
using Demarche.Language.Evaluation;
using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Trains the tagger of names on corpora in the .bio form.</summary>
public static class EntityTrainer
{
    /// <summary>Trains and writes a model for the parser of some data files.</summary>
    /// <param name="data">Holds the language model and the actors.</param>
    /// <param name="train">Corpora with names: the first one's guidelines are those kept.</param>
    /// <param name="dev">Names to watch progress on; never learnt from.</param>
    /// <param name="model">Receives the model.</param>
    /// <param name="seed">The same seed and data give the same model.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <exception cref="DataException">A file cannot be read.</exception>
    public static void Train(DataFiles data, IReadOnlyList<(string Name, TextReader Text)> train, TextReader dev, Stream model, ulong seed, Action<string> say)
    {
        var corpora = train.Select(t => BioFile.Read(t.Text, t.Name)).ToList();
        var file = Train(Analyzer.LoadParser(data), NameListReader.Read(data), corpora, BioFile.Read(dev, "dev"), new EntityLearnerOptions(), seed, say);
        file.Write(model);
    }

    internal static ModelFile Train(
        Analyzer analyzer, List<(NameList List, string Name)> known, List<List<BioDocument>> corpora, List<BioDocument> dev, EntityLearnerOptions options, ulong seed, Action<string> say)
    {
        var random = new Xoshiro(seed);
        var lists = NameListReader.Index(known);
        var variants = new EntityVariants(corpora.SelectMany(c => c), known, options, random);
        var network = analyzer.Parser.Network;
        var groups = VectorGroups.Make(network.Vectors, network.Weights.Shape.VectorWidth, options.Groups, random);
        var reader = new EntityReader(lists, groups, analyzer.Parser.Tags);
        var examples = corpora.SelectMany((c, i) => EntityExample.Make(analyzer, reader, options.Bits, [.. c, .. c.Select(variants.Of).OfType<BioDocument>()], i)).ToArray();
        say(string.Create(CultureInfo.InvariantCulture, $"{examples.Length} sentences of {corpora.Count} corpora with variants, {lists.Count} known names"));
        var weights = new float[corpora.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = options.Weights[Math.Min(i, options.Weights.Length - 1)];
        var file = new ModelFile("entities");
        lists.Put(file);
        var members = new List<TrainedEntities>();
        for (var member = 1; member <= options.Members; member++)
        {
            var shared = new EntityWeights(EntityInput.Width(network), options.Hidden, groups, EntityInput.Fingerprint(network));
            var learner = new EntityLearner(shared, corpora.Count, network, options with { Weights = weights }, random);
            for (var epoch = 1; epoch <= options.Epochs; epoch++)
            {
                var loss = Pass(learner, examples, epoch, options, random);
                learner.Finished(0).Put(file);
                say(string.Create(CultureInfo.InvariantCulture, $"tagger {member} of {options.Members}, pass {epoch} of {options.Epochs}: loss {loss:f4}; dev {Evaluate(analyzer, file, dev)}"));
            }
            members.Add(learner.Finished(0));
        }
        TrainedEntities.Mean(members).Put(file);
        say($"their mean: dev {Evaluate(analyzer, file, dev)}");
        return file;
    }

    /// <summary>Learns from all sentences once; returns the mean loss a word.</summary>
    private static double Pass(EntityLearner learner, EntityExample[] examples, int epoch, EntityLearnerOptions options, Xoshiro random)
    {
        var batches = Batches(examples, options.WordsOfBatch, random);
        var loss = 0.0;
        for (var i = 0; i < batches.Count; i++)
            loss += learner.Learn(batches[i], 1f - (((epoch - 1f) + ((float)i / batches.Count)) / options.Epochs));
        return loss / Math.Max(1, batches.Count);
    }

    /// <summary>Sentences of one corpus each, in an order drawn anew for each pass.</summary>
    internal static List<List<EntityExample>> Batches(EntityExample[] examples, int words, Xoshiro random)
    {
        var order = Enumerable.Range(0, examples.Length).ToArray();
        random.Shuffle(order);
        var open = new Dictionary<int, (List<EntityExample> Batch, int Words)>();
        var all = new List<List<EntityExample>>();
        foreach (var i in order)
        {
            var e = examples[i];
            if (!open.TryGetValue(e.Domain, out var current)) all.Add((current = ([], 0)).Batch);
            current.Batch.Add(e);
            open[e.Domain] = (current.Batch, current.Words + e.Labels.Length);
            if (current.Words + e.Labels.Length >= words) open.Remove(e.Domain);
        }
        return all;
    }

    /// <summary>Names found exactly, with words and sentences given.</summary>
    internal static string Evaluate(Analyzer analyzer, ModelFile file, List<BioDocument> dev)
    {
        var tagger = EntityTagger.Get(file, analyzer.Parser);
        var space = new EntityTagger.Workspace(tagger);
        int right = 0, found = 0, gold = 0;
        foreach (var document in dev)
        {
            var (article, cut) = EntityExample.TextOf(document);
            var names = new List<NamedEntity>();
            var cases = new WordCases(article.Text, cut);
            analyzer.Annotate(article, cut, (state, result, offset) =>
                tagger.Find(state, result, article.Text, cases, cut.Words.GetRange(offset, state.Count).ToArray(), offset, space, names));
            var truth = new HashSet<(EntityKind, int, int)>();
            var at = 0;
            foreach (var s in document.Sentences)
            {
                foreach (var (kind, first, end) in s.Names) truth.Add((kind, at + first, at + end));
                at += s.Words.Count;
            }
            right += names.Count(n => truth.Contains((n.Kind, n.First, n.End)));
            found += names.Count;
            gold += truth.Count;
        }
        return string.Create(CultureInfo.InvariantCulture, $"P {100.0 * right / Math.Max(1, found):f2} R {100.0 * right / Math.Max(1, gold):f2} F1 {200.0 * right / Math.Max(1, found + gold):f2}");
    }
}
