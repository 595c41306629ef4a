namespace Demarche.Quotes;

/// <summary>A word of saying in a frame, with the speaker it leads to.</summary>
/// <param name="Position">Its place among the frame's items.</param>
/// <param name="Token">Its token.</param>
/// <param name="Kind">How it leads there.</param>
/// <param name="Speaker">Who speaks; null if the text does not tell.</param>
internal sealed record Cue(int Position, int Token, CueKind Kind, Speaker? Speaker);
