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

    /// <summary>A fast parser; the weights must not change any more.</summary>
    public Parser ToReader()
    {
        foreach (var weights in Weights) weights.Freeze();
        return ToParser();
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

    public static ParserModel Get(ModelFile file) =>
        new(TagSet.Get(file), file.Get(WordsSection, ModelFile.GetStrings), WordVectors.Get(file), NetworkWeights.Get(file));
}
