namespace Demarche.Actors;

/// <summary>In which country a sentence is set, for descriptions that do not say.</summary>
internal sealed class Setting
{
    private readonly IReadOnlyList<List<Chunk>> _sentences;
    private readonly ActorDictionary _dictionary;
    private readonly SortedDictionary<string, int> _counts;

    // A country that has less than this share of the article's states and officials is not the one it speaks of.
    private const double MajorityShare = 0.5;

    // Fewer mentions of states and officials tell nothing of an article.
    private const int FewestMentions = 3;

    private readonly string? _overall;
    private readonly HashSet<string> _named;

    // So many countries named besides make a place that the text itself does not name a mere meeting place.
    private const int ManyCountries = 3;

    public Setting(ActorDictionary dictionary, IReadOnlyList<List<Chunk>> sentences, Dateline dateline)
    {
        _sentences = sentences;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in sentences.SelectMany(s => s))
            if (CountryOf(chunk) is { } country) counts[country] = counts.GetValueOrDefault(country) + 1;
        _named = [.. counts.Keys];
        var ranked = counts.OrderByDescending(c => c.Value).ToList();
        if (ranked.Count > 0 && ranked[0].Value >= FewestMentions && (ranked.Count == 1 || ranked[0].Value >= 2 * ranked[1].Value)) _overall = ranked[0].Key;
        (_dictionary, _counts) = (dictionary, counts);
        if (dateline.Country is { } home && (counts.ContainsKey(home) || counts.Count < ManyCountries)) Home = home;
    }

    /// <summary>The country that the article names more than twice, and more than twice as often as any other; null if none.</summary>
    public string? Overall => _overall;

    /// <summary>The country of more than half of the states, officials and other persons that the article names; null if none or fewer than three.</summary>
    public string? Majority { get; private set; }

    /// <summary>The country of the dateline; null without one, or if the article speaks of many countries and never of it.</summary>
    public string? Home { get; }

    /// <summary>Finds the majority, once the persons are known.</summary>
    public void Count(Func<Chunk, CastMember?> person)
    {
        var all = new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
        foreach (var chunk in _sentences.SelectMany(s => s))
            if (chunk is { Kind: ChunkKind.KnownPerson or ChunkKind.Name, Owners.IsEmpty: true } && person(chunk)?.Country is { } country && _dictionary.States.ContainsKey(country))
                all[country] = all.GetValueOrDefault(country) + 1;
        var best = all.OrderByDescending(c => c.Value).FirstOrDefault();
        Majority = best.Value >= FewestMentions && best.Value > MajorityShare * all.Values.Sum() ? best.Key : null;
    }

    /// <summary>True if the article names a country.</summary>
    public bool Names(string country) => _named.Contains(country);

    /// <summary>The one country whose places the sentence names, or the sentence before, or that of the whole article; null if it cannot be told.</summary>
    public string? CountryAt(int sentence, int token) =>
        OnlyPlace(sentence) ?? NearestBefore(sentence, token) ?? _overall;

    /// <summary>The one country whose places the sentence names, else the one the article names above all.</summary>
    public string? PlaceOf(int sentence) => OnlyPlace(sentence) ?? _overall;

    /// <summary>The only country that the sentence names, else the one the article names above all.</summary>
    public string? OnlyCountry(int sentence) => NearestBefore(sentence, int.MaxValue, ofPersons: false) ?? OnlyPlace(sentence) ?? _overall;

    /// <summary>The one country whose places the sentence names.</summary>
    public string? OnlyPlace(int sentence)
    {
        string? only = null;
        foreach (var chunk in _sentences[sentence])
        {
            if (!chunk.Locative || CountryOf(chunk) is not { } country || country == only) continue;
            if (only is not null) return null;
            only = country;
        }
        return only;
    }

    /// <summary>The country of the sentence's only name of one before the description.</summary>
    /// <param name="sentence">Where the description stands.</param>
    /// <param name="token">Its first token.</param>
    /// <param name="ofPersons">Whether the country of a person, "the South African president", counts.</param>
    public string? NearestBefore(int sentence, int token, bool ofPersons = true)
    {
        string? only = null;
        foreach (var chunk in _sentences[sentence])
        {
            if (chunk.First >= token) break;
            if (!ofPersons && (chunk.Kind is ChunkKind.Name or ChunkKind.KnownPerson || chunk is { Kind: ChunkKind.Description, Plural: false, Role.Kind: ActorKind.Person })) continue;
            if (CountryOf(chunk) is not { } country || country == only) continue;
            if (only is not null) return null;
            only = country;
        }
        return only;
    }

    private static string? CountryOf(Chunk chunk) => chunk.Kind switch
    {
        ChunkKind.State or ChunkKind.Adjective or ChunkKind.People or ChunkKind.Metonym or ChunkKind.Place => chunk.Key,
        ChunkKind.Description or ChunkKind.Name or ChunkKind.KnownPerson when chunk.Owners is [{ Kind: not (NameKind.Person or NameKind.Organisation) } owner] => owner.Key,
        _ => null,
    };
}
