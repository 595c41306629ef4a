using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Reconciliation;

namespace Demarche.Mediation;

/// <summary>One report's word for a contact, with parties that compare across articles.</summary>
internal sealed record Sighted(ImmutableArray<Party> People, ContactSighting Told, CodedArticle Article)
{
    public Days? Date { get; } = Told.Date is { } d ? new Days(d.Start, d.End) : null;

    public ArticleId Id => Article.Article.Id;

    public static Sighted Of(ContactSighting told, CodedArticle article) => new([.. told.Participants.Select(p => Party.Of(article.Actors[p]))], told, article);

    public Party? PartyOf(ActorId? id) => id is { } known ? Party.Of(Article.Actors[known]) : null;

    /// <summary>The report: the observation of the same contact, if the sentence has one.</summary>
    public Report Report() => new(Id, Observation(), Told.Sentence);

    /// <summary>True if one word names both, or may: "spoke" and "talks" leave open how.</summary>
    public bool MayBe(Sighted other) =>
        Told.Mode == other.Told.Mode || Group(Told.Mode) == Group(other.Told.Mode) && Group(Told.Mode) != 0
        || (!Told.IsStated || !other.Told.IsStated) && Group(Told.Mode) != 2 && Group(other.Told.Mode) != 2;

    public bool SamePeople(Sighted other) => People.Length == other.People.Length && IsPartOf(other);

    /// <summary>True if both name the same persons, or one of them fewer and both stand in one article.</summary>
    public bool Names(Sighted other) =>
        Persons().SetEquals(other.Persons()) || (Id == other.Id && (Persons().IsSubsetOf(other.Persons()) || other.Persons().IsSubsetOf(Persons())));

    private HashSet<string> Persons() => [.. People.Where(p => p.Kind == ActorKind.Person).Select(p => p.Name)];

    /// <summary>True if all of its people are among those of the other.</summary>
    public bool IsPartOf(Sighted other)
    {
        var left = other.People.ToList();
        foreach (var p in People.OrderBy(p => p.Kind != ActorKind.Person))
        {
            var i = left.FindIndex(q => p.Likeness(q) >= 0.99);
            if (i < 0) i = left.FindIndex(q => p.Likeness(q) >= 0.8);
            if (i < 0) return false;
            left.RemoveAt(i);
        }
        return true;
    }

    private ObservationId? Observation()
    {
        var told = Article.Observations.Where(o => o.Sentence == Told.Sentence && o.Cameo.StartsWith("04", StringComparison.Ordinal)).ToList();
        return told.Where(o => o.Trigger.Contains(Told.Trigger)).Concat(told.Where(o => o.Sources.Concat(o.Targets).Intersect(Told.Participants).Count() > 1)).FirstOrDefault()?.Id;
    }

    private static int Group(ContactMode mode) => mode switch
    {
        ContactMode.Meeting or ContactMode.Visit => 1,
        ContactMode.Message or ContactMode.Letter => 2,
        _ => 0,
    };
}
