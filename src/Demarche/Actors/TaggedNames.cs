using Demarche.Language;

namespace Demarche.Actors;

/// <summary>What the tagger of names says of the runs of words that may name a person.</summary>
internal sealed class TaggedNames
{
    /// <summary>Least score at which words are believed to be a person's name.</summary>
    private const float Person = 0.8f;

    /// <summary>Least score at which words are believed to name a body or a place and so no person.</summary>
    private const float Other = 0.9f;

    private readonly NamedEntity?[] _at;

    public TaggedNames(Analysis analysis)
    {
        _at = new NamedEntity?[analysis.Tokens.Length];
        foreach (var name in analysis.Entities)
            for (var i = name.First; i < name.End; i++) _at[i] = name;
    }

    /// <summary>True if just these tokens are surely a person's name.</summary>
    public bool IsPerson(int first, int end) => _at[end - 1] is { Kind: EntityKind.Person, Score: >= Person } name && name.First == first && name.End == end;

    /// <summary>True if these tokens lie in one name that is surely that of a body or a place.</summary>
    public bool IsOther(int first, int end) => _at[end - 1] is { Kind: not EntityKind.Person, Score: >= Other } name && name.First <= first && name.End >= end;

    /// <summary>True if these tokens are surely the name of a place, or stand within that of a body before them: "Liberation" in "National Liberation Front".</summary>
    public bool IsPartOfOther(int first, int end) => _at[first] is { Score: >= Person } name
        && (name.Kind == EntityKind.Location || name.Kind == EntityKind.Organisation && name.First < first && name.End > end);

    /// <summary>The tagger's probability that these tokens name something of a kind; a half where it found no name.</summary>
    public float Agreement(int first, int end, EntityKind kind)
    {
        for (var i = end - 1; i >= first; i--)
            if (_at[i] is { } name) return name.Kind == kind ? name.Score : 1f - name.Score;
        return 0.5f;
    }
}
