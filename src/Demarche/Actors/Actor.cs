using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Names one actor within one article: "a1", "a2" in order of first mention.</summary>
public readonly record struct ActorId(string Value) : IComparable<ActorId>
{
    /// <summary>By number, so that a2 comes before a10.</summary>
    public int CompareTo(ActorId other) =>
        Value.Length != other.Value.Length ? Value.Length.CompareTo(other.Value.Length) : string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static bool operator <(ActorId left, ActorId right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(ActorId left, ActorId right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(ActorId left, ActorId right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(ActorId left, ActorId right) => left.CompareTo(right) >= 0;
}

/// <summary>What an actor is.</summary>
public enum ActorKind
{
    /// <summary>A human being, named or not.</summary>
    Person,

    /// <summary>A state or territory, also when a capital or a seat of government stands for it.</summary>
    State,

    /// <summary>An organisation: ministry, army, international organisation, party, agency, outlet.</summary>
    Organization,

    /// <summary>Armed or social groups, peoples, crowds.</summary>
    Group,
}

/// <summary>How a mention names its actor.</summary>
public enum MentionKind
{
    /// <summary>A name in full, or a surname.</summary>
    Name,

    /// <summary>A title or description: "the Russian president", "the two leaders".</summary>
    Description,

    /// <summary>A capital or seat for its state: "Moscow", "the Kremlin".</summary>
    Metonym,

    /// <summary>An adjective or name of people: "Russian", "Israelis".</summary>
    Demonym,

    /// <summary>he, she, it, they, I, we, you, his, their.</summary>
    Pronoun,
}

/// <summary>One place in the text that names one or (a plural: "both countries") several actors.</summary>
/// <param name="Span">The naming words, without article or apposition.</param>
/// <param name="Head">Index of the token that governs the others of the span.</param>
/// <param name="Kind">How it names.</param>
/// <param name="Actors">Who is meant; more than one for plurals, never none.</param>
public sealed record ActorMention(TextSpan Span, int Head, MentionKind Kind, ImmutableArray<ActorId> Actors)
{
    /// <summary>The rule by which a pronoun, title or plural was given its actors, for people to read; null for names that name themselves.</summary>
    public string? Rule { get; init; }

    /// <summary>Of a name that was linked to an entry of data/actors, how far the link can be trusted: 0 to 1, no calibrated probability; else null.</summary>
    public float? LinkScore { get; init; }
}

/// <summary>Somebody who acts, speaks or is acted upon.</summary>
/// <param name="Id">Within the article.</param>
/// <param name="Name">The common English full name; for the unnamed, the words of the text ("a senior Israeli official").</param>
/// <param name="Kind">Person, state, organisation or group.</param>
/// <param name="Code">CAMEO actor code, e.g. "RUSGOV", "IGOUNO"; null if the country is not known.</param>
/// <param name="Country">ISO 3166-1 alpha-3, "PSE", or a CAMEO group code such as "IGO"; null if not known.</param>
/// <param name="Sector">PLOVER or CAMEO sector: "GOV", "MIL", "REB", "OPP", "CVL", "MED", …; null if not known.</param>
/// <param name="Role">Office or function as of the article's date, e.g. "president"; null if not known.</param>
/// <param name="Known">The key of the entry of data/actors it was linked to, or null for actors that only the text makes known.</param>
public sealed record Actor(
    ActorId Id,
    string Name,
    ActorKind Kind,
    string? Code,
    string? Country,
    string? Sector,
    string? Role,
    string? Known)
{
    /// <summary>'f' or 'm'; null if nothing tells.</summary>
    internal char? Gender { get; init; }

    /// <summary>The body, group or state for which a person speaks; its id is empty where the article does not mention it otherwise.</summary>
    internal Actor? Side { get; init; }
}

/// <summary>The actors of one article and every place that names them.</summary>
public sealed class ActorMentions
{
    private readonly Dictionary<ActorId, Actor> _byId;
    private readonly Dictionary<int, ActorMention> _byHead = [];
    private readonly Dictionary<int, ActorMention> _byToken = [];

    /// <param name="analysis">The analysis whose tokens the mentions point to.</param>
    /// <param name="actors">In order of first mention.</param>
    /// <param name="mentions">In text order; they do not overlap.</param>
    public ActorMentions(Analysis analysis, ImmutableArray<Actor> actors, ImmutableArray<ActorMention> mentions)
    {
        Actors = actors;
        Mentions = mentions;
        _byId = actors.ToDictionary(a => a.Id);
        foreach (var m in mentions)
        {
            _byHead.TryAdd(m.Head, m);
            var (first, end) = analysis.TokensIn(m.Span);
            for (var i = first; i < end; i++) _byToken.TryAdd(i, m);
        }
    }

    /// <summary>In order of first mention.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>In text order.</summary>
    public ImmutableArray<ActorMention> Mentions { get; }

    /// <summary>The actor of an id.</summary>
    /// <exception cref="KeyNotFoundException">The id is not of this article.</exception>
    public Actor this[ActorId id] => _byId[id];

    /// <summary>The mention whose head is this token, or null.</summary>
    public ActorMention? WithHead(int token) => _byHead.GetValueOrDefault(token);

    /// <summary>The mention that covers this token, or null.</summary>
    public ActorMention? Covering(int token) => _byToken.GetValueOrDefault(token);
}
