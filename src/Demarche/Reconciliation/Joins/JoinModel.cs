using Demarche.Language;
using Demarche.Text;

namespace Demarche.Reconciliation.Joins;

/// <summary>What was learnt from annotated mentions: how likely two of them are one act.</summary>
internal sealed class JoinModel(WordMemory memory, BoostedTrees trees)
{
    /// <summary>Where the model lies among the data files.</summary>
    public const string Name = "models/joins.model";

    /// <summary>Least mean probability over all pairs at which two groups are joined. Best on topics that were not learnt from, docs/accuracy.md.</summary>
    public const double Bound = 0.45;

    public WordMemory Memory => memory;

    /// <summary>Probability that two are one act, for each pair of the set's mentions.</summary>
    public double[][] Score(MentionSet set)
    {
        var features = PairFeatures.Matrix(set, memory, null);
        var n = features.Length;
        var all = new double[n][];
        for (var i = 0; i < n; i++) all[i] = new double[n];
        Parallel.For(0, n, a =>
        {
            for (var b = 0; b < a; b++) all[a][b] = 1 / (1 + Math.Exp(-trees.Score(features[a][b])));
        });
        for (var a = 0; a < n; a++)
            for (var b = 0; b < a; b++) all[b][a] = all[a][b];
        return all;
    }

    public void Put(ModelFile file, uint fingerprint)
    {
        file.Put("joins", w => w.Write(fingerprint));
        memory.Put(file, "words");
        trees.Put(file, "trees");
    }

    /// <summary>Reads the model.</summary>
    /// <exception cref="DataException">The model is missing or damaged, or of another language model.</exception>
    public static JoinModel Load(DataFiles data, uint fingerprint)
    {
        using var stream = data.Open(Name);
        var file = ModelFile.Read(stream, Name);
        if (file.Get("joins", r => r.ReadUInt32()) != fingerprint) throw file.Bad($"it was trained for another {Analyzer.ModelName}; train it anew with 'demarche train joins'");
        var trees = BoostedTrees.Get(file, "trees");
        if (trees.Features != PairFeatures.Names.Length) throw file.Bad("it was trained for other features; train it anew with 'demarche train joins'");
        return new JoinModel(WordMemory.Get(file, "words"), trees);
    }
}
