using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Quotes.Learned;

/// <summary>Describes a word that may ascribe words or thoughts to somebody.</summary>
internal sealed class CueView(Surroundings at) : View(at, Slots, 1)
{
    // The word, its governor, the clause or object below it, its subject.
    private const int Slots = 4;

    public static int Inputs(WordMeanings meanings) => Inputs(meanings, Slots, 1);

    /// <summary>Describes a word; what was described before is gone.</summary>
    public void Describe(Token token)
    {
        Clear();
        var lemma = Keys.Lemma(token);
        var upos = TokenKeys.Of(token.Upos);
        var relation = Keys.Relation(token);
        AddFirst(token);
        Feature(1, lemma);
        Feature(2, lemma, upos);
        Feature(3, Form(token));
        Feature(4, upos, relation);
        Feature(5, lemma, relation);
        Feature(6, TokenKeys.Of(token.Xpos), lemma);
        Feature(7, (uint)At.Cues.OfVerb(token, Beside(token, 1)) + 1, upos);
        Feature(8, (uint)At.Cues.OfNoun(token) + 1, upos);
        Feature(9, At.Innermost[token.Index] >= 0 ? 1u : 0u, lemma);
        Feature(10, Form(Beside(token, 1)), lemma);
        Feature(11, Form(Beside(token, -1)), lemma);
        Feature(12, Form(Beside(token, 1)), upos);
        Feature(13, Form(Beside(token, -1)), upos);
        Feature(14, Quoted(token, 1) + (2 * Quoted(token, 2)) + (4 * Quoted(token, -1)) + (8 * Quoted(token, -2)), upos);
        if (At.Analysis.Head(token) is { } head)
        {
            AddWord(1, head);
            Feature(15, Keys.Lemma(head), relation);
            Feature(16, Keys.Lemma(head), lemma);
        }
        AddChildren(token, lemma, upos);
    }

    private void AddChildren(Token token, uint lemma, uint upos)
    {
        var shape = 17u;
        foreach (var index in At.Analysis.Children(token.Index))
        {
            var child = At.Analysis.Tokens[index];
            if (child.Upos == "PUNCT") continue;
            var relation = Keys.Relation(child);
            Feature(20, relation, upos);
            Feature(21, relation, lemma);
            switch (child.BaseRelation)
            {
                case "ccomp" or "xcomp" or "acl" or "advcl" or "parataxis" or "obj":
                    AddWord(2, child);
                    var mark = Form(At.Analysis.Child(index, "mark"));
                    Feature(22, relation, mark, lemma);
                    Feature(23, relation, mark, upos);
                    Feature(24, Keys.Lemma(child), relation, lemma);
                    shape = FeatureList.Hash(shape, relation);
                    break;
                case "nsubj":
                    AddWord(3, child);
                    Feature(25, relation, Who(child), upos);
                    Feature(26, relation, Who(child), lemma);
                    Feature(27, Keys.Lemma(child), lemma);
                    shape = FeatureList.Hash(shape, relation);
                    break;
                case "aux" or "advmod" or "cop":
                    Feature(28, Keys.Lemma(child), lemma);
                    Feature(29, Keys.Lemma(child), upos);
                    break;
                case "obl" or "nmod":
                    Feature(30, Keys.Case(child), lemma);
                    Feature(31, Keys.Case(child), Who(child), upos);
                    shape = FeatureList.Hash(shape, Keys.Case(child));
                    break;
            }
        }
        Feature(32, shape, upos);
        Feature(33, shape, lemma);
    }

    private uint Who(Token noun) =>
        At.Actors.WithHead(noun.Index) is { } mention ? 2u + (uint)At.Actors[mention.Actors[0]].Kind : noun.Upos == "PRON" ? Form(noun) : 1u;

    private uint Quoted(Token token, int step) => Beside(token, step) is { } other && At.Innermost[other.Index] != At.Innermost[token.Index] ? 1u : 0u;
}
