using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Contacting;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>All that the pipeline found in one article; what `demarche code` prints.</summary>
public sealed record CodedArticle(
    Analysis Analysis,
    ActorMentions Actors,
    TimeExpressions Times,
    ImmutableArray<Quote> Quotes,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Observation> Observations)
{
    /// <summary>Opinions of analysts and other outsiders, in text order; none of them is an observation.</summary>
    public ImmutableArray<Assessment> Assessments { get; init; } = [];

    /// <summary>Where it says that people were in touch, in text order.</summary>
    public ImmutableArray<ContactSighting> Contacts { get; init; } = [];

    /// <summary>Where sentences say that matters stand, in text order.</summary>
    public ImmutableArray<Stand> Stands { get; init; } = [];

    /// <summary>The article itself.</summary>
    public Articles.Article Article => Analysis.Article;
}
