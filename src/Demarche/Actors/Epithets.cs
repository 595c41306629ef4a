using Demarche.Language;

namespace Demarche.Actors;

/// <summary>"the nurse", "the young politician": a description that no title explains means the one person who is being spoken of.</summary>
internal sealed class Epithets(Analysis analysis, Discourse discourse, ReferenceResolver names)
{
    private const int Window = 3;

    /// <summary>The reference of the unresolved description that begins at a token; null if there is none or several persons may be meant.</summary>
    public Reference? At(int token)
    {
        if (names.Open(token) is not { Role: { } role } chunk || !chunk.Owners.IsEmpty || IsOfKin(role.Text) || Relations.IsRelational(role.Text)) return null;
        if (!Introduces(token)) return null;
        var sentence = analysis.Tokens[token].Sentence;
        var subjects = discourse.SubjectsBeside(token);
        CastMember? only = null;
        foreach (var r in discourse.Back(sentence, Window))
        {
            if (r.Members is not [{ IsPerson: true } person] || person == only || subjects.Contains(person) || !Fits(person, role)) continue;
            if (only is not null) return null;
            only = person;
        }
        return only is null ? null : new Reference(chunk, sentence, MentionKind.Description, [only]) { Rule = "the one person spoken of" };
    }

    // "the", and at most adjectives after it; "his minister" is another.
    private bool Introduces(int token)
    {
        for (var i = token - 1; i >= 0 && token - i <= 3; i--)
        {
            if (analysis.Tokens[i].Form.Equals("the", StringComparison.OrdinalIgnoreCase)) return true;
            if (analysis.Tokens[i].Upos is not "ADJ") return false;
        }
        return false;
    }

    private bool Fits(CastMember person, RoleEntry role)
    {
        if (role.Sector is not null && person.Sector is not null && role.Sector != person.Sector && !(IsPublic(role.Sector) && IsPublic(person.Sector))) return false;
        // Whoever has a title of his own is not called by another.
        return role.Offices.IsEmpty || !names.Titles.RolesOf(person).Any();
    }

    private static bool IsPublic(string sector) => sector is "GOV" or "OPP" or "PTY" or "LEG";

    private static bool IsOfKin(string role) => role is "mother" or "father" or "boy" or "girl" or "child" or "wife" or "husband" or "son" or "daughter"
        or "official" or "speaker" or "suspect" or "victim" or "candidate" or "chief" or "head";
}
