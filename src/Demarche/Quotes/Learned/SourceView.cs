using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Quotes.Learned;

/// <summary>Describes a noun or pronoun that may be the source of a cue.</summary>
internal sealed class SourceView(Surroundings at) : View(at, Slots, 2)
{
    // The cue, the candidate, the candidate's governor.
    private const int Slots = 3;
    private const int MostCandidates = 60;

    private readonly List<int> _up = [];
    private readonly List<int> _down = [];

    public static int Inputs(WordMeanings meanings) => Inputs(meanings, Slots, 2);

    /// <summary>The nouns and pronouns of the cue's sentence, in text order; of a very long sentence the nearest.</summary>
    public List<Token> Candidates(Token cue)
    {
        var sentence = At.Analysis.Sentences[cue.Sentence];
        var found = new List<Token>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = At.Analysis.Tokens[i];
            if (i != cue.Index && token.Upos is "NOUN" or "PROPN" or "PRON" or "NUM" or "DET" && Surroundings.IsHead(token) && !IsQuotedApart(token, cue)) found.Add(token);
        }
        return found.Count <= MostCandidates ? found : [.. found.OrderBy(t => Math.Abs(t.Index - cue.Index)).Take(MostCandidates).OrderBy(t => t.Index)];
    }

    // What stands between marks that do not hold the cue names nobody who speaks outside them.
    private bool IsQuotedApart(Token token, Token cue) => At.Innermost[token.Index] >= 0 && At.Innermost[token.Index] != At.Innermost[cue.Index];

    /// <summary>Describes one candidate; what was described before is gone.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="attitude">What the cue was judged to be.</param>
    /// <param name="candidate">Who may be its source.</param>
    public void Describe(Token cue, Attitude attitude, Token candidate)
    {
        Clear();
        var lemma = Keys.Lemma(cue);
        var upos = TokenKeys.Of(cue.Upos);
        var kind = (uint)attitude;
        AddFirst(cue);
        AddWord(1, candidate);
        if (At.Analysis.Head(candidate) is { } head) AddWord(2, head);
        AddContext(1, candidate);
        var who = Who(candidate);
        var relation = Keys.Relation(candidate);
        var before = candidate.Index < cue.Index ? 1u : 0u;
        var inside = (At.Innermost[candidate.Index] >= 0 ? 1u : 0u) + (At.Innermost[cue.Index] >= 0 ? 2u : 0u) + (At.Innermost[candidate.Index] == At.Innermost[cue.Index] ? 4u : 0u);
        Feature(1, who, relation);
        Feature(2, who, before, upos);
        Feature(3, inside, upos);
        Feature(4, relation, before, upos);
        Feature(5, relation, lemma);
        Feature(6, Keys.Lemma(candidate));
        Feature(7, Keys.Lemma(candidate), relation);
        Feature(8, (uint)Math.Min(8, Math.Abs(candidate.Index - cue.Index) / 2), before, upos);
        Feature(9, Between(cue, candidate), before, upos);
        Feature(10, Keys.Case(candidate), upos);
        Feature(11, Keys.Case(candidate), lemma);
        AddPath(cue, candidate, lemma, upos, kind);
    }

    private uint Who(Token noun) =>
        At.Actors.WithHead(noun.Index) is { } mention ? 2u + (4u * (uint)At.Actors[mention.Actors[0]].Kind) + (uint)mention.Kind * 64u
        : noun.Upos == "PRON" ? Form(noun) : TokenKeys.Of(noun.Upos);

    private uint Between(Token cue, Token candidate)
    {
        uint nouns = 0;
        for (var i = Math.Min(cue.Index, candidate.Index) + 1; i < Math.Max(cue.Index, candidate.Index) && nouns < 3; i++)
            if (At.Analysis.Tokens[i].Upos is "NOUN" or "PROPN" or "PRON" && Surroundings.IsHead(At.Analysis.Tokens[i])) nouns++;
        return nouns;
    }

    private void AddPath(Token cue, Token candidate, uint lemma, uint upos, uint kind)
    {
        Climb(cue, _up);
        Climb(candidate, _down);
        int i = _up.Count - 1, j = _down.Count - 1;
        while (i >= 0 && j >= 0 && _up[i] == _down[j]) (i, j) = (i - 1, j - 1);
        var path = 17u;
        for (var k = 0; k <= i; k++) path = Step(path, At.Analysis.Tokens[_up[k]], 1);
        for (var k = j; k >= 0; k--) path = Step(path, At.Analysis.Tokens[_down[k]], 2);
        Feature(20, path);
        Feature(21, path, upos);
        Feature(22, path, lemma);
        Feature(23, path, kind);
        Feature(24, (uint)(i + 1), (uint)(j + 1), upos);
        if (At.Analysis.Head(candidate) is { } head) Feature(25, Keys.Lemma(head), Keys.Relation(candidate));
    }

    private void Climb(Token token, List<int> way)
    {
        way.Clear();
        for (var t = token; t is not null && way.Count < 40; t = At.Analysis.Head(t)) way.Add(t.Index);
    }

    private uint Step(uint path, Token token, uint direction)
    {
        path = FeatureList.Hash(FeatureList.Hash(path, direction), Keys.Relation(token));
        return token.BaseRelation is "obl" or "nmod" ? FeatureList.Hash(path, Keys.Case(token)) : path;
    }
}
