using Demarche.Language;

namespace Demarche.Actors;

/// <summary>A country and why a description that names none is given it.</summary>
internal readonly record struct Ground(string Country, string Rule);

/// <summary>Gives a country to descriptions that name none, "the lawmakers", "police", where the text has a reason for it.</summary>
internal sealed class Belonging(ActorDictionary dictionary, Analysis analysis, Setting setting, Roster roster)
{
    /// <summary>The country and the reason for it, the nearest reason first; null if the text has none.</summary>
    /// <param name="chunk">A description without an owner.</param>
    /// <param name="sector">Of the description, or null.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="read">The references before it.</param>
    public Ground? Of(Chunk chunk, string? sector, int sentence, IReadOnlyList<Reference> read)
    {
        var role = chunk.Role!;
        if (CountryOfWord(chunk) is { } own) return new Ground(own, "a word of that country's politics");
        // American usage: "the administration" without more is that of the United States.
        if (role.Text == "administration") return setting.Names("USA") ? new Ground("USA", "\"the administration\", of an article that names the United States") : null;
        if (role.Text == "regime") return Told(setting.PlaceOf(sentence), "the country in which the sentence is set");
        return Told(setting.OnlyPlace(sentence), "the country in which the sentence is set")
            ?? Told(setting.NearestBefore(sentence, chunk.First), "the only country named before it in the sentence")
            ?? (IsBody(role, sector) ? Told(CountryOfActing(chunk, sentence, read), "the country of the one who acts in the sentence") : null)
            ?? Told(setting.Overall, "the country that the article names above all")
            ?? (IsAtHome(chunk, sector) ? Told(setting.Home, "the country of the dateline") : null)
            ?? (sector is "REB" or "OPP" or "CVL" or "REF" ? Told(setting.OnlyCountry(sentence), "the only country that the sentence names") : null)
            ?? (role.Kind != ActorKind.Person && (sector is "REB" or "OPP" && chunk.Definite || DescriptionSectors.IsCrowd(role)) ? Told(setting.Home, "the country of the dateline") : null)
            ?? (IsInstitution(sector) && (sector != "SPY" || chunk.Definite || !chunk.Plural) ? Told(HomeCountry(), "the country whose head the article names without saying of what") : null)
            ?? (IsBody(role, sector) ? Told(setting.Majority, "more than half of the states and officials of the article are of it") : null);
    }

    private static bool IsInstitution(string? sector) => sector is "MIL" or "LEG" or "COP" or "JUD" or "SPY";

    /// <summary>"the army", "police", "lawmakers"; "the soldiers" and "the colonels" may be mutineers of nobody's.</summary>
    private static bool IsBody(RoleEntry role, string? sector) => sector is "LEG" or "COP" or "JUD" || sector is "MIL" or "SPY" && role.Kind == ActorKind.Organization;

    /// <summary>What a report leaves without a country because it is its own: "the ministry", "police", "troops"; "the colonels" may be mutineers.</summary>
    private bool IsAtHome(Chunk chunk, string? sector)
    {
        if (chunk.First > 0 && analysis.Tokens[chunk.First - 1].Relation == "nmod:poss") return false;
        var role = chunk.Role!;
        return IsBody(role, sector) || role.Text is "soldier" or "troop" || !chunk.Plural && sector is "GOV" && role.Kind is ActorKind.Organization or ActorKind.State;
    }

    private static Ground? Told(string? country, string rule) => country is null ? null : new Ground(country, rule);

    /// <summary>The country of words such as "Republicans", whichever of them stands first, the head or one before it; written small they are anybody's.</summary>
    private string? CountryOfWord(Chunk chunk)
    {
        var first = chunk.First;
        while (first < chunk.End && !char.IsUpper(analysis.Tokens[first].Form[0])) first++;
        if (first == chunk.End) return null;
        foreach (var role in chunk.Modifiers.Append(chunk.Role!))
            if (role.Country is not null) return role.Country;
        return null;
    }

    /// <summary>"Putin ordered the army …": the state of the only person or state that is the subject of the clause before the words.</summary>
    private string? CountryOfActing(Chunk chunk, int sentence, IReadOnlyList<Reference> read)
    {
        for (var i = read.Count - 1; i >= 0 && read[i].Sentence == sentence; i--)
        {
            if (read[i] is not { Kind: MentionKind.Name or MentionKind.Metonym, Members: [{ Country: { } country }] } r || !dictionary.States.ContainsKey(country)) continue;
            for (var t = r.Chunk.First; t < r.Chunk.End && t < chunk.First; t++)
                if (analysis.Tokens[t].BaseRelation == "nsubj") return country;
        }
        return null;
    }

    /// <summary>The country whose head the article calls "President Brandt" without saying of what: its readers' own.</summary>
    private string? HomeCountry() => roster.All.Where(p => p.AtHome && p.Role is { } r && ActorDictionary.Rank(r) == 0).MaxBy(p => p.Mentions)?.Country;
}
