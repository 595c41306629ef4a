using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>All that a parser is made of, as the model file holds it.</summary>
/// <param name="Tags">Tags and relations, the network's columns.</param>
/// <param name="Words">Words with an embedding of their own, in ordinal order; the first has row 1.</param>
/// <param name="Vectors">Vectors learnt from unlabelled text.</param>
/// <param name="Weights">Of the networks, one or more, of the same shape: they see the same words and vote.</param>
internal sealed record ParserModel(TagSet Tags, string[] Words, WordVectors Vectors, ImmutableArray<NetworkWeights> Weights)
{
    private const string WordsSection = "words";

    /// <summary>A parser for training, which sees every change of the weights.</summary>
    public Parser ToParser() => new([.. Weights.Select(w => new Network(w, Vectors.Rows))], new WordFeatures(Words, Vectors), Tags);

    /// <summary>The parser of a model file, fast and small; it cannot be trained.</summary>
    public static Parser GetReader(ModelFile file)
    {
        var model = Get(file, forReading: true);
        foreach (var weights in model.Weights) weights.Freeze();
        return model.ToParser();
    }

    public void Put(ModelFile file)
    {
        Tags.Put(file);
        Vectors.Put(file);
        NetworkWeights.Put(file, Weights);
        file.Put(WordsSection, w => ModelFile.PutStrings(w, Words));
    }

    /// <summary>Whether the file holds a parser, and not word vectors alone.</summary>
    public static bool IsIn(ModelFile file) => file.Has(WordsSection);

    /// <summary>The parts of a model file, to be trained further.</summary>
    public static ParserModel Get(ModelFile file) => Get(file, forReading: false);

    private static ParserModel Get(ModelFile file, bool forReading) =>
        new(TagSet.Get(file), file.Get(WordsSection, ModelFile.GetStrings), WordVectors.Get(file), NetworkWeights.Get(file, forReading));
}
