using Demarche.Language;

namespace Demarche.Actors;

/// <summary>
/// Descriptions that the next sentence explains: "The president of Kenya has renewed her offer. Anna Doe arrived …". Only an office whose
/// holder no dictionary knows on the day, and only a name that nothing else of the article explains.
/// </summary>
internal sealed class Forerunners(ActorDictionary dictionary, Analysis analysis, Cast cast, Owners owners, Setting setting, Homelands homelands, IReadOnlyList<List<Chunk>> sentences)
{
    /// <summary>The descriptions with the persons whom they mean.</summary>
    /// <param name="named">Who is named in full where.</param>
    /// <param name="apposed">Descriptions that are explained already.</param>
    public List<(Chunk Description, CastMember Person)> Of(IReadOnlyDictionary<Chunk, CastMember> named, IReadOnlyDictionary<Chunk, CastMember> apposed)
    {
        var found = new List<(Chunk, CastMember)>();
        var met = new HashSet<CastMember>(ReferenceEqualityComparer.Instance);
        for (var s = 0; s < sentences.Count; s++)
            foreach (var name in sentences[s])
            {
                if (!named.TryGetValue(name, out var person) || !met.Add(person) || s == 0 || person is not { Known: null, Country: null }) continue;
                if (sentences[s - 1].Where(d => !apposed.ContainsKey(d) && found.TrueForAll(f => f.Item1 != d) && Explains(name, person, d, s - 1)).Take(2).ToList() is [var description])
                    found.Add((description, person));
            }
        return found;
    }

    private bool Explains(Chunk name, CastMember person, Chunk d, int sentence)
    {
        if (d is not { Kind: ChunkKind.Description, Plural: false, Role: { Kind: ActorKind.Person } role } || !Descriptions.IsDefinite(analysis, d)) return false;
        if (name.Role is { } title) return title.Text == role.Text && (owners.CountryOf(d.Owners) ?? setting.NearestBefore(sentence, d.First)) is not null;
        return person.Roles.Count == 0 && !role.Offices.IsEmpty && IsSubject(name) && IsSubject(d) && owners.CountryOf(homelands.WithPossessor(d).Owners) is { } country && !IsKnown(role, country);
    }

    private bool IsKnown(RoleEntry role, string country) => cast.Day is { } day && role.Offices.Any(o => dictionary.Holder(country, o, day) is not null);

    private bool IsSubject(Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.End; i++)
            if (analysis.Tokens[i].BaseRelation == "nsubj") return true;
        return false;
    }
}
