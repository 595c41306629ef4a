using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Reads an article again in order and adds what refers back to its actors: pronouns, plurals, relations.</summary>
internal sealed class Anaphora
{
    private readonly Analysis _analysis;
    private readonly Discourse _discourse;
    private readonly Pronouns _pronouns;
    private readonly Plurals _plurals;
    private readonly Relations _relations;
    private readonly Epithets _epithets;
    private readonly List<Reference> _references;

    public Anaphora(ActorDictionary dictionary, Analysis analysis, Cast cast, ReferenceResolver names)
    {
        _analysis = analysis;
        _references = names.Resolve();
        _discourse = new Discourse(analysis);
        _pronouns = new Pronouns(analysis, _discourse, _references);
        _plurals = new Plurals(dictionary, analysis, _discourse, cast, names);
        _epithets = new Epithets(analysis, _discourse, names);
        _relations = new Relations(dictionary, analysis, _discourse, cast, names);
    }

    /// <summary>The references given and those found, in text order, without overlap.</summary>
    public IReadOnlyList<Reference> Resolve()
    {
        _plurals.Survey(_references);
        var next = 0;
        for (var i = 0; i < _analysis.Tokens.Length; i++)
        {
            while (next < _references.Count && _references[next].Chunk.First < i) next++;
            var here = next < _references.Count && _references[next].Chunk.First == i ? _references[next] : null;
            if ((_plurals.At(i, here) ?? _relations.At(i, here) ?? here ?? _pronouns.At(i) ?? _epithets.At(i)) is not { } found) continue;
            _discourse.Add(found);
            Affiliate(found);
            i = found.Chunk.End - 1;
        }
        return _discourse.Read;
    }

    /// <summary>"their spokesman, Colonel Doe": he speaks for those whom the possessive means.</summary>
    private void Affiliate(Reference found)
    {
        if (found is not { Kind: MentionKind.Description or MentionKind.Name, Members: [{ IsPerson: true, Side: null } person], Chunk: { First: > 0, Role: not null } chunk }) return;
        if (_discourse.At(chunk.First - 1) is { Kind: MentionKind.Pronoun, Members: [{ Kind: ActorKind.Group or ActorKind.Organization } side] }) person.Side = side;
    }
}
