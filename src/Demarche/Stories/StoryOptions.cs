namespace Demarche.Stories;

/// <summary>What makes articles one story. Scores are logarithms of odds; the values are those that served best on the development halves of three sets (decision 0020).</summary>
public sealed class StoryOptions
{
    /// <summary>Least score of two groups of articles at which they are one story, -5 to 5.</summary>
    public double Threshold { get; init; } = -2;

    /// <summary>How far the mean score across two groups may be below the mean within the looser of them, in units of the score, 0 to 5.</summary>
    public double Slack { get; init; } = 1.1;

    /// <summary>What each unit below that costs, in units of the score, 0 to 10.</summary>
    public double Contrast { get; init; } = 12;

    /// <summary>The score of articles that share too little to be compared, -10 to 0; no pair counts as worse.</summary>
    public float Unlike { get; init; } = -6;

    /// <summary>No pair counts as better, 0 to 10: that two reports of one agency are the same word for word must not part them from a third.</summary>
    public float Alike { get; init; } = 4;

    /// <summary>In a dossier: greatest gap, in whole days, between the publication days of two groups of one story, 1 to 366. Longer ago is another episode.</summary>
    public int EpisodeDays { get; init; } = 30;

    /// <summary>In a dossier: what it costs, in units of the score, that of two reports one is known to be of another year than those like it, and nothing is known of the other; 0 to 5. It is rather of the time of the dated ones.</summary>
    public float Doubt { get; init; } = 1.5f;

    /// <summary>In a dossier: least mean score of two stories at which they are linked, -5 to 5.</summary>
    public double LinkThreshold { get; init; } = -0.5;

    /// <summary>In a stream: how many articles a word remembers, 16 to 100,000; it bounds what an article costs.</summary>
    public int Remembered { get; init; } = 200;

    /// <summary>In a stream: how many articles of the stories touched are grouped anew when an article comes, 10 to 10,000.</summary>
    public int Regrouped { get; init; } = 250;
}
