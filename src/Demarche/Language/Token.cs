using Demarche.Text;

namespace Demarche.Language;

/// <summary>A syntactic word of Universal Dependencies v2 with its place in the tree.</summary>
/// <param name="Index">Position in <see cref="Analysis.Tokens"/>, counted over the whole article.</param>
/// <param name="Span">Its characters; "don't" gives two adjoining tokens, "do" and "n't".</param>
/// <param name="Form">The characters themselves.</param>
/// <param name="Lemma">Dictionary form: lower case save for proper nouns.</param>
/// <param name="Upos">Universal part of speech, e.g. "VERB".</param>
/// <param name="Xpos">Penn tag, e.g. "VBD".</param>
/// <param name="Feats">Universal features "A=x|B=y", or "_".</param>
/// <param name="Head">Index of the governing token, counted over the whole article; -1 for the root of a sentence.</param>
/// <param name="Relation">UD relation with its subtype, e.g. "nsubj:pass".</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Surface">The span of the surface token it is part of (that of "don't"); equal to <paramref name="Span"/> if it stands alone.</param>
public sealed record Token(
    int Index,
    TextSpan Span,
    string Form,
    string Lemma,
    string Upos,
    string Xpos,
    string Feats,
    int Head,
    string Relation,
    int Sentence,
    TextSpan Surface)
{
    /// <summary>The relation without its subtype: "nsubj" of "nsubj:pass".</summary>
    public string BaseRelation => Relation.IndexOf(':', StringComparison.Ordinal) is var i and > 0 ? Relation[..i] : Relation;
}
