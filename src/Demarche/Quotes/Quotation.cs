using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>A stretch between quotation marks, before anybody asks who said it.</summary>
/// <param name="Span">The words, without the marks and outer white space; never empty.</param>
/// <param name="Outer">The words with their marks.</param>
/// <param name="Parent">Index of the quotation it stands in, or -1.</param>
/// <param name="Paragraph">Number of its line of the text, from 0.</param>
/// <param name="Continues">True if it takes up a quotation that was not closed: marks repeated at the head of a paragraph.</param>
internal sealed record Quotation(TextSpan Span, TextSpan Outer, int Parent, int Paragraph, bool Continues);
