namespace Demarche.Actors;

/// <summary>In which country a sentence is set, for descriptions that do not say.</summary>
internal sealed class Setting
{
    private readonly IReadOnlyList<List<Chunk>> _sentences;
    private readonly string? _overall;
    private readonly HashSet<string> _named;

    public Setting(IReadOnlyList<List<Chunk>> sentences)
    {
        _sentences = sentences;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in sentences.SelectMany(s => s))
            if (CountryOf(chunk) is { } country) counts[country] = counts.GetValueOrDefault(country) + 1;
        _named = [.. counts.Keys];
        var ranked = counts.OrderByDescending(c => c.Value).ToList();
        if (ranked.Count > 0 && ranked[0].Value >= 3 && (ranked.Count == 1 || ranked[0].Value >= 2 * ranked[1].Value)) _overall = ranked[0].Key;
    }

    /// <summary>True if the article names a country.</summary>
    public bool Names(string country) => _named.Contains(country);

    /// <summary>The one country whose places the sentence names, or the sentence before, or that of the whole article; null if it cannot be told.</summary>
    public string? CountryAt(int sentence, int token) =>
        OnlyPlace(sentence) ?? NearestBefore(sentence, token) ?? _overall;

    /// <summary>The one country whose places the sentence names, else the one the article names above all.</summary>
    public string? PlaceOf(int sentence) => OnlyPlace(sentence) ?? _overall;

    /// <summary>The only country that the sentence names, else the one the article names above all.</summary>
    public string? OnlyCountry(int sentence) => NearestBefore(sentence, int.MaxValue) ?? OnlyPlace(sentence) ?? _overall;

    private string? OnlyPlace(int sentence)
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
    private string? NearestBefore(int sentence, int token)
    {
        string? only = null;
        foreach (var chunk in _sentences[sentence])
        {
            if (chunk.First >= token) break;
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
