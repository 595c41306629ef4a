using Demarche.Text;

namespace Demarche.Language;

/// <summary>A syntactic word and the surface token it is part of.</summary>
internal readonly record struct WordSpan(TextSpan Span, TextSpan Surface);

/// <summary>A sentence as a half-open range of words.</summary>
internal readonly record struct SentenceRange(int First, int End, int Paragraph)
{
    public int Length => End - First;
}

/// <summary>A text cut into words and sentences, in order.</summary>
internal sealed class Segmentation
{
    public List<WordSpan> Words { get; } = [];

    public List<SentenceRange> Sentences { get; } = [];
}
