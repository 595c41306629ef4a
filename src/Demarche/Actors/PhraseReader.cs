using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Reads the noun phrases of one sentence that can name actors: names with their titles, roles with their countries.</summary>
internal sealed class PhraseReader(ActorDictionary dictionary, Analysis analysis, NameHits hits)
{
    private const int MaxModifiers = 4;

    private static readonly FrozenSet<string> Linkers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "and", "or", ",", "&");

    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "this", "that", "these", "those", "his", "her", "their", "its", "my", "our", "your", "both");

    /// <summary>The chunks of a sentence, in order, without overlap; those of the dateline name no actors and are left out.</summary>
    public List<Chunk> Read(Sentence sentence, Dateline dateline)
    {
        var chunks = new List<Chunk>();
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            if (dateline.Covers(i))
            {
                i++;
                continue;
            }
            var chunk = At(i, sentence, chunks);
            if (chunk is not null) chunks.Add(chunk);
            i = chunk?.End ?? i + 1;
        }
        return chunks;
    }

    private Chunk? At(int i, Sentence sentence, List<Chunk> before)
    {
        if (hits.StartingAt(i) is { } hit)
        {
            if (hit.Sense.Kind == NameKind.Person) return new Chunk(ChunkKind.KnownPerson, i, hit.End) { Key = hit.Sense.Key, NameFirst = i };
            if (NameWords.Read(analysis, hits, dictionary, i, sentence.EndToken) is { } longer && longer > hit.End
                && NameWords.SwallowsHit(analysis, dictionary, hit, longer)) return Unknown(i, longer);
            return Owned(hit, sentence) ?? Plain(hit);
        }
        if (Owner(i, before) is { } owner && Described(i + 1, i + 1, sentence, [owner]) is { } possessed) return possessed;
        if (Described(i, i, sentence, []) is { } described) return described;
        return NameWords.Read(analysis, hits, dictionary, i, sentence.EndToken) is { } end ? Unknown(i, end) with { Role = SharedTitle(i, before) } : null;
    }

    /// <summary>"Presidents Anna Doe and Carl Roe": the title in the plural is the second's too.</summary>
    private RoleEntry? SharedTitle(int i, List<Chunk> before) => before is [.., { Kind: ChunkKind.Name or ChunkKind.KnownPerson, Role: { } role, NameFirst: > 0 } last]
        && last.NameFirst > last.First && last.End == i - 1 && Linkers.Contains(analysis.Tokens[i - 1].Form) && analysis.Tokens[last.NameFirst - 1].Xpos is "NNS" or "NNPS" ? role : null;

    private Chunk Unknown(int first, int end) => new(ChunkKind.Name, first, end) { Key = Words(first, end), NameFirst = first };

    /// <summary>The person before a possessive: "Putin" before "'s spokesman".</summary>
    private NameSense? Owner(int i, List<Chunk> before) =>
        IsPossessive(i) && before.Count > 0 && before[^1] is { Kind: ChunkKind.KnownPerson or ChunkKind.Name, Key: { } key } last && last.End == i
            ? new NameSense(NameKind.Person, key)
            : null;

    private Chunk Plain(NameHit hit) => new(hit.Sense.Kind switch
    {
        NameKind.State => ChunkKind.State,
        NameKind.Adjective => ChunkKind.Adjective,
        NameKind.People => ChunkKind.People,
        NameKind.Metonym => ChunkKind.Metonym,
        NameKind.Organisation => ChunkKind.Organisation,
        _ => ChunkKind.Place,
    }, hit.First, hit.End)
    {
        Key = hit.Sense.Key,
        Sector = hit.Sense.Sector,
        People = hit.Sense.People,
        NameFirst = hit.First,
        Definite = IsDefinite(hit.First),
        Plural = hit.Sense.Kind == NameKind.People && IsPluralToken(hit.End - 1),
        Locative = Locations.IsLocative(analysis, hits, hit),
    };

    /// <summary>A role after one or more names of countries or bodies: "Russian and Turkish presidents", "NATO's secretary-general".</summary>
    private Chunk? Owned(NameHit first, Sentence sentence)
    {
        var owners = ImmutableArray.CreateBuilder<NameSense>();
        owners.Add(first.Sense);
        var end = first.End;
        if (IsPossessive(end)) return Described(first.First, end + 1, sentence, owners.ToImmutable());
        if (IsHyphen(end, sentence)) return null;
        if (Described(first.First, end, sentence, owners.ToImmutable()) is { } single) return single;
        for (var i = end; i + 1 < sentence.EndToken && Linkers.Contains(analysis.Tokens[i].Form); i = end)
        {
            var next = analysis.Tokens[i].Form == "," && Linkers.Contains(analysis.Tokens[i + 1].Form) ? i + 2 : i + 1;
            if (hits.StartingAt(next) is not { Sense.Kind: NameKind.Adjective or NameKind.State or NameKind.People } other) return null;
            if (first.As(NameKind.Adjective) is null || other.As(NameKind.Adjective) is null) return null;
            owners.Add(other.Sense);
            end = other.End;
            if (Described(first.First, end, sentence, owners.ToImmutable()) is { Plural: true } joint) return joint;
        }
        return null;
    }

    /// <summary>A chain of roles that starts at <paramref name="from"/>, with the name that may follow it.</summary>
    private Chunk? Described(int first, int from, Sentence sentence, ImmutableArray<NameSense> owners)
    {
        if (ReadChain(from, sentence.EndToken, owners.Length > 0) is not var (role, modifiers, end, inner)) return null;
        if (inner is { } sense) owners = owners.Add(sense);
        var former = owners.Length > 0 ? IsFormer(from) || IsFormer(first - 1) : IsFormer(first - 1);
        if (NameAfter(end, sentence) is var (nameFirst, nameEnd, kind, key))
            return new Chunk(kind, first, nameEnd) { Key = key, NameFirst = nameFirst, Role = role, Modifiers = modifiers, Owners = owners, Former = former };
        if (role.Kind is ActorKind.Organization or ActorKind.Group && owners.All(o => o.Kind != NameKind.Person) && hits.StartingAt(end) is { Sense.Kind: NameKind.Organisation } named)
            return Plain(named) with { First = first };
        if (role.Title && role.Offices.IsEmpty && owners.IsEmpty && !IsNoun(end - 1)) return null;
        if (!IsNoun(end - 1)) return null;
        var chunk = new Chunk(ChunkKind.Description, first, end)
        {
            Role = role,
            Modifiers = modifiers,
            Owners = owners,
            Former = former,
            Plural = IsPluralToken(HeadOf(from, end)),
            Definite = owners.Length > 0 || IsDefinite(first),
        };
        return WithComplement(chunk, sentence);
    }

    /// <summary>"of Russia", "of Iran and Turkey", "for the Iraqi army": the complement gives the country and joins the chunk.</summary>
    private Chunk WithComplement(Chunk chunk, Sentence sentence)
    {
        var i = chunk.End;
        if (i >= sentence.EndToken || analysis.Tokens[i].Form.ToLowerInvariant() is not ("of" or "for" or "in" or "from" or "at" or "with") || chunk.Owners.Length > 0) return chunk;
        var joins = analysis.Tokens[i].Form.ToLowerInvariant() is "of" or "for";
        i++;
        while (i < sentence.EndToken && hits[i] is null && analysis.Tokens[i].Upos is "DET" or "ADJ" or "PRON") i++;
        if (hits.StartingAt(i) is not { IsOwner: true } hit) return joins && chunk.Role is { Sector: null, Kind: ActorKind.Person } ? OfBody(chunk, i, sentence) : chunk;
        var inner = Owned(hit, sentence);
        var owners = ImmutableArray.CreateBuilder<NameSense>();
        owners.Add(hit.Sense);
        var end = inner?.End ?? hit.End;
        while (inner is null && chunk.Plural && end + 1 < sentence.EndToken && Linkers.Contains(analysis.Tokens[end].Form)
            && hits.StartingAt(end + 1) is { Sense.Kind: NameKind.State or NameKind.Metonym } next && Owned(next, sentence) is null)
        {
            owners.Add(next.Sense);
            end = next.End;
        }
        var sector = chunk.Role is { Sector: null } && inner?.Role is { } role ? [role] : chunk.Modifiers;
        return chunk with { Owners = owners.ToImmutable(), Modifiers = sector, End = joins ? end : chunk.End };
    }

    /// <summary>"the candidate of the opposition", "a spokesman for the rebels": what the complement is.</summary>
    private Chunk OfBody(Chunk chunk, int at, Sentence sentence) =>
        dictionary.Roles.Match(analysis.Tokens, at, sentence.EndToken) is var (role, end) && role is { Sector: not null, Kind: ActorKind.Organization or ActorKind.Group } && IsNoun(end - 1)
            ? chunk with { Modifiers = [role], End = end } : chunk;

    /// <summary>Role words one after another with modifiers between: the last is the head.</summary>
    private (RoleEntry Role, ImmutableArray<RoleEntry> Modifiers, int End, NameSense? Inner)? ReadChain(int from, int limit, bool owned)
    {
        RoleEntry? last = null;
        NameSense? inner = null;
        var end = from;
        var modifiers = ImmutableArray.CreateBuilder<RoleEntry>();
        for (int i = from, skipped = 0; i < limit && skipped <= MaxModifiers;)
        {
            if (dictionary.Roles.Match(analysis.Tokens, i, limit) is var (longer, longEnd) && hits.StartingAt(i) is { } covered && longEnd > covered.End)
                (last, end, i) = (longer, longEnd, longEnd);
            else if (hits.StartingAt(i) is { } hit)
            {
                if (!owned || last is not null || hit.Sense.Kind is not (NameKind.Organisation or NameKind.Metonym)) break;
                inner = hit.Sense;
                i = hit.End;
            }
            else if (dictionary.Roles.Match(analysis.Tokens, i, limit) is var (role, roleEnd) && IsRoleWord(i, roleEnd))
            {
                if (last is not null) modifiers.Add(last);
                (last, end, i) = (role, roleEnd, roleEnd);
            }
            else if ((owned || last is not null) && IsModifier(i))
            {
                i++;
                skipped++;
            }
            else break;
        }
        return last is null ? null : (last, modifiers.ToImmutable(), end, inner);
    }

    private (int First, int End, ChunkKind Kind, string Key)? NameAfter(int end, Sentence sentence)
    {
        if (end >= sentence.EndToken) return null;
        if (hits.StartingAt(end) is { } hit)
            return hit.Sense.Kind == NameKind.Person ? (end, hit.End, ChunkKind.KnownPerson, hit.Sense.Key) : null;
        return NameWords.Read(analysis, hits, dictionary, end, sentence.EndToken) is { } nameEnd
            ? (end, nameEnd, ChunkKind.Name, Words(end, nameEnd))
            : null;
    }

    private bool IsRoleWord(int first, int end) => end - first > 1 || analysis.Tokens[first].Upos is "NOUN" or "PROPN"
        || (analysis.Tokens[first].Upos is "ADJ" or "X" && char.IsUpper(analysis.Tokens[first].Form[0]));

    private bool IsNoun(int token) => analysis.Tokens[token].Upos is "NOUN" or "PROPN";

    private bool IsModifier(int i)
    {
        var t = analysis.Tokens[i];
        return NameHits.IsNominal(t) && (t.Upos != "PROPN" || !NameWords.IsCalendarWord(t.Form)) || t.Upos == "ADV" && t.Relation == "advmod" && t.Form.Length > 2;
    }

    private bool IsPossessive(int i) => i < analysis.Tokens.Length && analysis.Tokens[i].Form is "'s" or "’s" or "'" or "’" or "‘s";

    private bool IsHyphen(int i, Sentence sentence) =>
        i < sentence.EndToken && analysis.Tokens[i].Form is "-" or "–" && analysis.Tokens[i].Span.Start == analysis.Tokens[i - 1].Span.End;

    private bool IsDefinite(int first) =>
        first > 0 && (Determiners.Contains(analysis.Tokens[first - 1].Form)
            || (first > 1 && (analysis.Tokens[first - 1].Upos == "ADJ" || analysis.Tokens[first - 1] is { Xpos: "VBN", Relation: "amod" }) && Determiners.Contains(analysis.Tokens[first - 2].Form)));

    private bool IsFormer(int i) => i >= 0 && i < analysis.Tokens.Length
        && analysis.Tokens[i].Form.ToLowerInvariant() is "former" or "ex" or "late" or "then" or "ousted" or "deposed" or "one-time" or "retired";

    private bool IsPluralToken(int i)
    {
        var t = analysis.Tokens[i];
        return t.Xpos is "NNS" or "NNPS" || RoleLexicon.Singular(t.Form) is var singular
            && (!string.Equals(singular, t.Form, StringComparison.OrdinalIgnoreCase) || singular is "police" or "people" or "personnel");
    }

    /// <summary>The token that tells number: of "ministers of foreign affairs" the first.</summary>
    private int HeadOf(int from, int end)
    {
        for (var i = end - 2; i > from; i--)
            if (analysis.Tokens[i].Form.Equals("of", StringComparison.OrdinalIgnoreCase)) end = i;
        return end - 1;
    }

    private string Words(int first, int end) => analysis.Text[analysis.Tokens[first].Span.Start..analysis.Tokens[end - 1].Span.End];
}
