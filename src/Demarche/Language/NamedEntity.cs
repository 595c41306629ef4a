using Demarche.Text;

namespace Demarche.Language;

/// <summary>What a name names.</summary>
public enum EntityKind
{
    /// <summary>A human being; a title is not part of the name.</summary>
    Person,

    /// <summary>A body of people: ministry, company, party, team, alliance.</summary>
    Organisation,

    /// <summary>A place: country, city, region, river, building.</summary>
    Location,
}

/// <summary>A name in running text.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Span">Its characters.</param>
/// <param name="First">Index of its first token in <see cref="Analysis.Tokens"/>.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Score">The tagger's own probability, 0 to 1, that exactly these words are a name of this kind.</param>
public sealed record NamedEntity(EntityKind Kind, TextSpan Span, int First, int End, float Score);
