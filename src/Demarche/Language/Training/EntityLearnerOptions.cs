namespace Demarche.Language.Training;

/// <summary>How the tagger of names is trained; the values are the best of the trials on the development file, docs/decisions/0005-entities.md.</summary>
internal sealed record EntityLearnerOptions
{
    public int Bits { get; init; } = 17;

    public int Hidden { get; init; } = 64;

    /// <summary>Groups of word vectors.</summary>
    public int Groups { get; init; } = 256;

    public int Epochs { get; init; } = 3;

    public int WordsOfBatch { get; init; } = 400;

    public float SparseRate { get; init; } = 0.05f;

    public float DenseRate { get; init; } = 0.001f;

    /// <summary>Pace of the weights of one corpus, against 1 of those shared by all.</summary>
    public float DomainRate { get; init; } = 0.5f;

    public float Decay { get; init; } = 0.01f;

    public float DomainDecay { get; init; } = 0.01f;

    public float SparseDecay { get; init; } = 1e-4f;

    /// <summary>Taken off the score of words outside names: likelihood favours leaving names out, F1 does not.</summary>
    public float OutsideShift { get; init; }

    public float FeatureDropout { get; init; } = 0.5f;

    public float InputDropout { get; init; } = 0.3f;

    public float HiddenDropout { get; init; } = 0.3f;

    /// <summary>Weight of each corpus, in the order given; further ones have that of the last.</summary>
    public float[] Weights { get; init; } = [1f, 1f, 1f];
}
