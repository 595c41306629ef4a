using Demarche.Language;

namespace Demarche.Actors;

/// <summary>How far the link from a name in the text to an entry of data/actors can be trusted.</summary>
/// <remarks>What the name could mean by its spelling, times what the tagger of names says of its kind. Names that could as well mean another,
/// and surnames that the tagger takes for something else, were left without a link before this.</remarks>
internal sealed class LinkScores(ActorDictionary dictionary, Analysis analysis, IEnumerable<Reference> references)
{
    /// <summary>For a shorter name of a person whom the article names in full.</summary>
    private const float NamedInFull = 0.95f;

    /// <summary>For a surname that several persons of the dictionary bear: office, day and country chose among them.</summary>
    private const float Chosen = 0.5f;

    private readonly HashSet<CastMember> _inFull = new(
        references.Where(r => r is { Chunk.Kind: ChunkKind.KnownPerson, Members: [_] }).Select(r => r.Members[0]), ReferenceEqualityComparer.Instance);

    private readonly TaggedNames _tagged = new(analysis);

    /// <summary>From 0 to 1; null for what is no name or was linked to no entry.</summary>
    public float? Of(Reference reference)
    {
        if (reference is not { Kind: MentionKind.Name, Members: [{ Known: not null } member] }) return null;
        var first = reference.Chunk.NameFirst < 0 ? reference.Chunk.First : reference.Chunk.NameFirst;
        return SpellingOf(member, first, reference.Chunk.End) * (1f + _tagged.Agreement(first, reference.Chunk.End, KindOf(member))) / 2f;
    }

    private float SpellingOf(CastMember member, int first, int end)
    {
        var words = analysis.Text[analysis.Tokens[first].Span.Start..analysis.Tokens[end - 1].Span.End];
        var entries = dictionary.Names.Find(words).Select(s => s.Key).Distinct(StringComparer.Ordinal).Count();
        if (entries > 0) return 1f / entries;
        if (_inFull.Contains(member)) return NamedInFull;
        return dictionary.OfSurname(analysis.Tokens[end - 1].Form).Length > 1 ? Chosen : NamedInFull;
    }

    private static EntityKind KindOf(CastMember member) => member.Kind switch
    {
        ActorKind.Person => EntityKind.Person,
        ActorKind.State => EntityKind.Location,
        _ => EntityKind.Organisation,
    };
}
