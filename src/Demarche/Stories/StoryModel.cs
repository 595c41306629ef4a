using Demarche.Language;
using Demarche.Text;

namespace Demarche.Stories;

/// <summary>What comparing articles rests on: how rare words are, and what each likeness of two articles weighs. Made by `demarche train stories`.</summary>
public sealed class StoryModel
{
    /// <summary>Its name among the data.</summary>
    public const string FileName = "models/stories.model";

    private static readonly Lazy<StoryModel> TheShipped = new(() => Read(typeof(StoryModel).Assembly.GetManifestResourceStream("stories.model")!, FileName));

    private readonly float[] _weights;

    internal StoryModel(WordFrequencies words, WordFrequencies pairs, float[] weights)
    {
        if (weights.Length != PairLikeness.Count) throw new ArgumentException("as many weights as kinds of likeness are needed");
        (Words, Pairs, _weights) = (words, pairs, weights);
    }

    /// <summary>The model of this release. It is part of the library: stories are grouped where no data folder is at hand.</summary>
    public static StoryModel Shipped => TheShipped.Value;

    internal WordFrequencies Words { get; }

    internal WordFrequencies Pairs { get; }

    internal ReadOnlySpan<float> Weights => _weights;

    /// <summary>Logarithm of the odds that two articles are on one story; above 0: more likely than not.</summary>
    internal float Score(ArticleProfile a, ArticleProfile b)
    {
        Span<float> likeness = stackalloc float[PairLikeness.Count];
        PairLikeness.Describe(a, b, likeness);
        var score = 0f;
        for (var i = 0; i < likeness.Length; i++) score += _weights[i] * likeness[i];
        return score;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="DataException">It is not a model of this version.</exception>
    public static StoryModel Read(Stream stream, string name)
    {
        var file = ModelFile.Read(stream, name);
        var weights = file.Get("weights", ModelFile.GetHalves);
        if (weights.Length != PairLikeness.Count) throw file.Bad("it is of another version; train it again or take the one of this release");
        return new StoryModel(WordFrequencies.Get(file, "words"), WordFrequencies.Get(file, "pairs"), weights);
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        var file = new ModelFile(FileName);
        Words.Put(file, "words");
        Pairs.Put(file, "pairs");
        file.Put("weights", w => ModelFile.PutHalves(w, _weights));
        file.Write(stream);
    }
}
