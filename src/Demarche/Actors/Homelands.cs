using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Finds the country of persons whom no dictionary knows: whose they are called, what they are of, where the report is from.</summary>
internal sealed class Homelands(
    ActorDictionary dictionary, Analysis analysis, Cast cast, Roster roster, Owners owners, Setting setting, IReadOnlyList<List<Chunk>> sentences)
{
    /// <summary>Gives a person what stands beside the name: "Kenya's Anna Doe", "Anna Doe of the African Union".</summary>
    public void Affiliate(CastMember person, List<Chunk> chunks, int at)
    {
        if ((OwnerOf(chunks, at) ?? BodyOf(chunks, at)) is not { } chunk) return;
        if (chunk.Kind != ChunkKind.Organisation)
        {
            Cast.Complete(person, chunk.Key, null, null, null);
            return;
        }
        var body = new NameSense(NameKind.Organisation, chunk.Key!);
        Cast.Complete(person, owners.CountryOf([body]), owners.SectorOf([body]), null, owners.GroupCodeOf([body]));
        person.Side ??= cast.Organisation(chunk.Key!);
    }

    /// <summary>The description with the owner that the possessive before it means, "its prime minister", "her spokesman": the subject before it; unchanged if there is none.</summary>
    public Chunk WithPossessor(Chunk description)
    {
        var i = description.First - 1;
        while (i >= 0 && analysis.Tokens[i].Upos == "ADJ") i--;
        var sentence = analysis.Tokens[description.First].Sentence;
        if (!description.Owners.IsEmpty || i < 0 || analysis.Tokens[i].Sentence != sentence) return description;
        Func<Chunk, bool>? fits = analysis.Tokens[i].Form.ToLowerInvariant() switch
        {
            "its" => c => c.Kind is not (ChunkKind.Name or ChunkKind.KnownPerson),
            "his" or "her" => c => c.Kind is ChunkKind.Name or ChunkKind.KnownPerson,
            _ => null,
        };
        return fits is null ? description : description with { Owners = Before(sentence, i, fits) };
    }

    /// <summary>The country of a title without one, and the reason for it; null if the text has none, or if that office of the country is another's.</summary>
    public Ground? Of(Chunk chunk, int sentence) => IsOneOfSeveral(chunk, sentence) ? null :
        Told(chunk, setting.Home, "the country of the dateline")
        ?? Told(chunk, CountryOfDeed(chunk, sentence), "the country whose deed the article calls his or hers")
        ?? Told(chunk, setting.NearestBefore(sentence, chunk.First, ofPersons: false), "the only country named before it in the sentence")
        ?? Told(chunk, setting.OnlyPlace(sentence), "the country in which the sentence is set")
        ?? Told(chunk, setting.Overall, "the country that the article names above all")
        ?? Told(chunk, setting.OnlyCountry(sentence), "the only country that the sentence names");

    /// <summary>"a Kenyan offer … President Doe made her offer": the one country that the same deed is called by.</summary>
    private string? CountryOfDeed(Chunk chunk, int sentence)
    {
        var deed = DeedOf(chunk, sentence);
        if (deed is null) return null;
        string? only = null;
        foreach (var c in sentences.SelectMany(s => s))
        {
            if (c is not { Kind: ChunkKind.Adjective or ChunkKind.State, Key: { } country } || c.End >= analysis.Tokens.Length || country == only) continue;
            var next = c.Kind == ChunkKind.Adjective || c.End + 1 >= analysis.Tokens.Length ? c.End : c.End + 1;
            if (analysis.Tokens[next] is not { Upos: "NOUN" } noun || noun.Lemma != deed) continue;
            if (only is not null) return null;
            only = country;
        }
        return only;
    }

    /// <summary>The noun that the possessive after a subject owns: "made her offer".</summary>
    private string? DeedOf(Chunk chunk, int sentence)
    {
        for (var i = chunk.End; i < Math.Min(chunk.End + 4, sentences.Count > sentence ? analysis.Sentences[sentence].EndToken : 0); i++)
            if (analysis.Tokens[i].Form is "her" or "his" && analysis.Tokens[i].Relation == "nmod:poss" && analysis.Head(analysis.Tokens[i]) is { Upos: "NOUN" } noun) return noun.Lemma;
        return null;
    }

    private Ground? Told(Chunk chunk, string? country, string rule) => country is null || IsTaken(chunk, country) ? null : new Ground(country, rule);

    /// <summary>"General Doe and General Roe": of two of one rank side by side neither can be told whose he is.</summary>
    private bool IsOneOfSeveral(Chunk chunk, int sentence) => sentences[sentence].Exists(c => c.Kind == ChunkKind.Name && c.First != chunk.First && c.Role == chunk.Role && c.Owners.IsEmpty && c.Key != chunk.Key);

    /// <summary>A state has one president: where the article names him, another "President Doe" is of another state.</summary>
    private bool IsTaken(Chunk chunk, string country) => chunk.Role is { } role && role.Offices.Any(o => ActorDictionary.Rank(o) <= 1)
        && roster.All.Any(p => p.Country == country && !p.Former && Holds(p, role, country));

    private bool Holds(CastMember person, RoleEntry role, string country) => person.Known is null
        ? person.Role is { } r && role.Offices.Contains(r)
        : cast.Day is { } day && dictionary.TermsOf(person.Name).Any(t => t.Country == country && role.Offices.Contains(t.Office) && t.Holds(day));

    private Chunk? OwnerOf(List<Chunk> chunks, int at)
    {
        if (at == 0 || chunks[at] is not { Owners.IsEmpty: true, Role: null } name || chunks[at - 1] is not { Kind: ChunkKind.State or ChunkKind.Metonym } owner) return null;
        return name.First == owner.End + 1 && analysis.Tokens[owner.End].Form is "'s" or "’s" or "'" or "’" ? owner : null;
    }

    private Chunk? BodyOf(List<Chunk> chunks, int at)
    {
        if (at + 1 >= chunks.Count || !chunks[at].Owners.IsEmpty || chunks[at + 1] is not { Kind: ChunkKind.State or ChunkKind.Organisation, Key: not null } body) return null;
        var of = chunks[at].End;
        if (body.First - of is not (1 or 2) || analysis.Tokens[of].Form is not "of") return null;
        return body.First - of == 1 || analysis.Tokens[of + 1].Upos == "DET" ? body : null;
    }

    /// <summary>The subject of the sentence, if it stands before the token; else that of the sentence before; else the nearest before the token.</summary>
    private ImmutableArray<NameSense> Before(int sentence, int token, Func<Chunk, bool> fits)
    {
        if (Subject(sentence, token, fits) is { IsEmpty: false } subject) return subject;
        var nearest = sentences[sentence].Where(c => c.First < token && fits(c)).Select(Owners.Of).LastOrDefault(o => !o.IsEmpty, []);
        return nearest.IsEmpty && sentence > 0 ? Subject(sentence - 1, int.MaxValue, fits) : nearest;
    }

    private ImmutableArray<NameSense> Subject(int sentence, int token, Func<Chunk, bool> fits)
    {
        foreach (var chunk in sentences[sentence].Where(c => c.First < token && fits(c)))
            for (var i = chunk.First; i < chunk.End; i++)
                if (IsSubject(i) && Owners.Of(chunk) is { IsEmpty: false } found) return found;
        return [];
    }

    /// <summary>The subject itself, or what owns it: "Ethiopia's answer is not yet known".</summary>
    private bool IsSubject(int token) => analysis.Tokens[token] is var t
        && (t.BaseRelation == "nsubj" || t.Relation == "nmod:poss" && analysis.Head(t) is { BaseRelation: "nsubj" });
}
