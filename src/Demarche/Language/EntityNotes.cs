namespace Demarche.Language;

/// <summary>The names of an analysis as entries for <see cref="ConlluWriter"/>: "NER=B-PER" for the first word of a name, "NER=I-PER" for the others.</summary>
public sealed class EntityNotes
{
    private readonly string?[] _notes;

    /// <param name="analysis">Holds the names.</param>
    public EntityNotes(Analysis analysis)
    {
        _notes = new string?[analysis.Tokens.Length];
        foreach (var name in analysis.Entities)
            for (var i = name.First; i < name.End; i++)
                _notes[i] = (i == name.First ? "NER=B-" : "NER=I-") + EntityLabels.Names[(int)name.Kind];
    }

    /// <summary>The entry of a token, or null outside names.</summary>
    public string? Of(Token token) => _notes[token.Index];
}
