
namespace Demarche.Language.Learned;

/// <summary>Hashes of what features are made of, for each token of an article, each computed when first asked for.</summary>
internal sealed class TokenKeys(Analysis analysis)
{
    private readonly uint[] _lemmas = new uint[analysis.Tokens.Length];
    private readonly uint[] _relations = new uint[analysis.Tokens.Length];
    private readonly uint[] _cases = new uint[analysis.Tokens.Length];

    /// <summary>Of the lemma.</summary>
    public uint Lemma(Token token) => Get(_lemmas, token, token.Lemma);

    /// <summary>Of the relation with its subtype.</summary>
    public uint Relation(Token token) => Get(_relations, token, token.Relation);

    /// <summary>Of the prepositions that mark a noun.</summary>
    public uint Case(Token token) => _cases[token.Index] is var known and not 0 ? known : _cases[token.Index] = Of(analysis.CaseOf(token));

    /// <summary>Of any word; never 0.</summary>
    public static uint Of(string word) => FeatureList.HashFolded(word) is var hash and not 0 ? hash : 1;

    private static uint Get(uint[] known, Token token, string word) => known[token.Index] is var hash and not 0 ? hash : known[token.Index] = Of(word);
}
