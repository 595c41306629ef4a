using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Quotes.Learned;

/// <summary>A part of a sentence as a cue divides it: a word above the cue alone, or a branch that hangs on the way from the cue to the root.</summary>
/// <param name="Top">The word that governs the part.</param>
/// <param name="Level">How many steps above the cue the part hangs; 0 for the cue's own branches.</param>
/// <param name="Below">The word on the way under which it stands: the branch from that word on holds the cue. The cue itself at level 0.</param>
/// <param name="Tokens">Its words, in text order.</param>
internal sealed record ContentPart(Token Top, int Level, Token Below, List<int> Tokens)
{
    /// <summary>True for a word on the way itself, with the small words that go with it and without its branches.</summary>
    public bool IsWay => Level > 0 && Top.Index == Below.Head;
}

/// <summary>Describes a part of a sentence that may be what a cue ascribes.</summary>
internal sealed class ContentView(Surroundings at) : View(at, Slots, 2)
{
    // The cue, the part's top.
    private const int Slots = 2;
    private const int Highest = 12;

    public static int Inputs(WordMeanings meanings) => Inputs(meanings, Slots, 2);

    /// <summary>The parts into which a cue divides its sentence, in no particular order; marks and small words go with the word they hang on.</summary>
    public List<ContentPart> Parts(Token cue)
    {
        var parts = new List<ContentPart>();
        foreach (var child in At.Analysis.Children(cue.Index))
            if (!IsSmall(child)) AddBranch(parts, child, 0, cue);
        var below = cue;
        for (var level = 1; level <= Highest && At.Analysis.Head(below) is { } above; level++)
        {
            var way = new List<int> { above.Index };
            parts.Add(new ContentPart(above, level, below, way));
            foreach (var child in At.Analysis.Children(above.Index))
            {
                if (child == below.Index) continue;
                if (IsSmall(child)) way.Add(child);
                else AddBranch(parts, child, level, below);
            }
            way.Sort();
            below = above;
        }
        return parts;
    }

    private void AddBranch(List<ContentPart> parts, int top, int level, Token below) =>
        parts.Add(new ContentPart(At.Analysis.Tokens[top], level, below, At.Analysis.Subtree(top)));

    private bool IsSmall(int token) =>
        At.Analysis.Tokens[token].BaseRelation is "punct" or "aux" or "cop" or "case" or "det" or "cc" or "expl" && At.Analysis.Children(token).Length == 0;

    /// <summary>Describes one part; what was described before is gone.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="attitude">What the cue was judged to be.</param>
    /// <param name="source">Its source in this sentence, or null.</param>
    /// <param name="part">The part.</param>
    public void Describe(Token cue, Attitude attitude, Token? source, ContentPart part)
    {
        Clear();
        AddFirst(cue);
        AddWord(1, part.Top);
        AddContext(1, part.Top);
        var lemma = Keys.Lemma(cue);
        var upos = TokenKeys.Of(cue.Upos);
        var level = (uint)part.Level;
        var relation = part.IsWay ? 3u : Keys.Relation(part.Top);
        var hung = part.Level == 0 ? 1u : Keys.Relation(part.Below);
        var own = Keys.Relation(cue);
        var mark = Form(At.Analysis.Child(part.Top.Index, "mark"));
        var before = part.Top.Index < cue.Index ? 1u : 0u;
        var holdsSource = source is not null && part.Tokens.BinarySearch(source.Index) >= 0 ? 1u : 0u;
        Feature(1, relation, level, upos);
        Feature(2, relation, level, lemma);
        Feature(3, relation, hung, level);
        Feature(4, relation, hung, lemma);
        Feature(5, relation, mark, upos);
        Feature(6, relation, mark, lemma);
        Feature(7, holdsSource, relation, upos);
        Feature(8, holdsSource, level, (uint)Math.Min(4, part.Tokens.Count));
        Feature(9, before, relation, level);
        Feature(10, before, level, lemma);
        Feature(11, own, level, relation);
        Feature(12, Keys.Case(part.Top), lemma, level);
        Feature(13, Keys.Case(part.Top), relation, upos);
        Feature(14, Keys.Lemma(part.Top), relation);
        Feature(15, (uint)attitude, relation, level);
        Feature(16, Quoted(part), relation, level);
        Feature(17, Quoted(part), Quoted(cue), upos);
        Feature(18, (uint)Math.Min(8, part.Tokens.Count), relation, level);
        Feature(19, Completed(cue), relation, level);
        Feature(20, Completed(cue), own, level);
        Feature(21, Gap(cue, part), relation, level);
        Feature(22, Side(source, part), relation, upos);
    }

    // Shares of words in quotation marks: none, some, all.
    private uint Quoted(ContentPart part)
    {
        var inside = part.Tokens.Count(t => At.Innermost[t] >= 0);
        return inside == 0 ? 0u : inside == part.Tokens.Count ? 2u : 1u;
    }

    private uint Quoted(Token cue) => At.Innermost[cue.Index] >= 0 ? 1u : 0u;

    /// <summary>What the cue has below it that may be its content already.</summary>
    private uint Completed(Token cue)
    {
        uint shape = 0;
        foreach (var child in At.Analysis.Children(cue.Index))
            shape |= At.Analysis.Tokens[child].BaseRelation switch { "ccomp" => 1u, "xcomp" => 2u, "obj" => 4u, "acl" => 8u, "parataxis" => 16u, "advcl" => 32u, _ => 0u };
        return shape + 1;
    }

    // A comma, a colon or a quotation mark between.
    private uint Gap(Token cue, ContentPart part)
    {
        var (from, to) = part.Tokens[0] > cue.Index ? (cue.Index + 1, part.Tokens[0]) : (part.Tokens[^1] + 1, cue.Index);
        if (from > to) return 9;
        uint marks = 0;
        for (var i = from; i < to && i < from + 12; i++)
            marks |= At.Analysis.Tokens[i].Form switch { "," => 1u, ":" => 2u, _ => 0u };
        return marks + (to - from > 6 ? 4u : 0u);
    }

    private static uint Side(Token? source, ContentPart part) => source is null ? 0u : part.Top.Index < source.Index ? 1u : 2u;
}
