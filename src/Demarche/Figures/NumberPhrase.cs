namespace Demarche.Figures;

/// <summary>A number in the text.</summary>
/// <param name="First">Index of its first token, bounds not included.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Value">The number, or null for vague words ("hundreds of").</param>
internal readonly record struct NumberPhrase(int First, int End, long? Value);
