namespace Demarche.Language.Training;

/// <summary>How the tagger of names is trained; the values are the best of the trials on the development file, docs/decisions/0005-entities.md.</summary>
internal sealed record EntityLearnerOptions
{
    public int Bits { get; init; } = 17;

    public int Hidden { get; init; } = 32;

    /// <summary>Taggers that are trained one after another; their mean is kept.</summary>
    public int Members { get; init; } = 3;

    /// <summary>Groups of word vectors.</summary>
    public int Groups { get; init; } = 256;

    public int Epochs { get; init; } = 2;

    public int WordsOfBatch { get; init; } = 400;

    public float SparseRate { get; init; } = 0.015f;

    public float DenseRate { get; init; } = 0.001f;

    /// <summary>Pace of the weights of one corpus, against 1 of those shared by all.</summary>
    public float DomainRate { get; init; } = 0.5f;

    public float Decay { get; init; } = 0.01f;

    public float DomainDecay { get; init; } = 0.01f;

    public float SparseDecay { get; init; } = 2e-3f;

    /// <summary>Copies with other names that are made of each sentence with names; a fraction is a chance.</summary>
    public float Renamings { get; init; } = 1f;

    /// <summary>Share of sentences of which a copy in small letters is made.</summary>
    public float Lowered { get; init; } = 0.05f;

    /// <summary>Share of sentences of which a copy with capitals as in headlines is made.</summary>
    public float Titled { get; init; } = 0.08f;

    /// <summary>Share of sentences of which a copy in capitals is made.</summary>
    public float Shouted { get; init; } = 0.02f;

    public float FeatureDropout { get; init; } = 0.5f;

    public float InputDropout { get; init; } = 0.3f;

    public float HiddenDropout { get; init; } = 0.3f;

    /// <summary>Weight of each corpus, in the order given; further ones have that of the last.</summary>
    public float[] Weights { get; init; } = [1f, 1f, 1f];
}
