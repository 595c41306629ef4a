using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Quotes.Learned;

/// <summary>Describes words between quotation marks, which may be somebody's or stand at a distance: titles, names, irony.</summary>
internal sealed class MarkView(Surroundings at) : View(at, Slots, 2)
{
    // The head of the words, the word before the marks, the word behind them.
    private const int Slots = 3;

    public static int Inputs(WordMeanings meanings) => Inputs(meanings, Slots, 2);

    /// <summary>Describes one quotation; what was described before is gone.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="verdict">Who would be its speaker, by the words of saying around it.</param>
    /// <param name="isScare">True if rules take it for nobody's.</param>
    /// <param name="ascribed">The share of its words that learned attributions hold, in quarters, and their attitude; 0 for none.</param>
    /// <param name="follows">True if another quotation of the paragraph came before.</param>
    public void Describe(Quotation quotation, Verdict verdict, bool isScare, uint ascribed, bool follows)
    {
        Clear();
        var analysis = At.Analysis;
        var (first, end) = analysis.TokensIn(quotation.Span);
        if (first >= end) return;
        var head = analysis.HeadOf(quotation.Span)!;
        var (outerFirst, outerEnd) = analysis.TokensIn(quotation.Outer);
        var before = outerFirst > 0 ? analysis.Tokens[outerFirst - 1] : null;
        var behind = outerEnd < analysis.Tokens.Length ? analysis.Tokens[outerEnd] : null;
        AddFirst(head);
        if (before is not null)
        {
            AddWord(1, before);
            AddContext(1, before);
        }
        if (behind is not null) AddWord(2, behind);
        var words = (uint)Math.Min(8, end - first);
        var ground = (uint)verdict.Ground + (verdict.Speaker is null ? 8u : 0u);
        var scare = isScare ? 1u : 0u;
        var capitals = Capitals(first, end);
        var last = TokenKeys.Of(analysis.Text[(quotation.Span.End - 1)..quotation.Span.End]);
        Feature(1, scare);
        Feature(2, scare, ground, words);
        Feature(3, ground, words);
        Feature(4, ground, (uint)(verdict.Cue?.Kind ?? 0) + 1);
        Feature(5, ascribed);
        Feature(6, ascribed, ground, words);
        Feature(7, ascribed, words);
        Feature(8, capitals, words);
        Feature(9, capitals, ground, ascribed);
        Feature(10, last, words);
        Feature(11, last, ground);
        Feature(12, Form(before), words);
        Feature(13, Form(before), ground);
        Feature(14, Form(behind), words);
        Feature(15, before is null ? 0u : TokenKeys.Of(before.Upos), behind is null ? 0u : TokenKeys.Of(behind.Upos), ground);
        Feature(16, Keys.Relation(head), TokenKeys.Of(head.Upos), words);
        Feature(17, Keys.Relation(head), ground);
        Feature(18, analysis.Head(head) is { } above ? Keys.Lemma(above) : 0u, Keys.Relation(head));
        Feature(19, follows ? 1u : 0u, ground, words);
        Feature(20, quotation.Parent >= 0 ? 1u : 0u, words, ground);
        Feature(21, TokenKeys.Of(analysis.Text[quotation.Outer.Start..(quotation.Outer.Start + 1)]), words);
        Feature(22, Alone(quotation), words);
    }

    // How the words are written: all small, first capital, all capital, capitals throughout.
    private uint Capitals(int first, int end)
    {
        int letters = 0, capitals = 0;
        for (var i = first; i < end; i++)
        {
            var token = At.Analysis.Tokens[i];
            if (!char.IsLetter(token.Form[0]) || token.Upos is "ADP" or "DET" or "CCONJ" or "PART") continue;
            letters++;
            if (char.IsUpper(token.Form[0])) capitals++;
        }
        var start = char.IsUpper(At.Analysis.Tokens[first].Form[0]) ? 1u : 0u;
        return start + (capitals == 0 ? 0u : capitals == letters ? 4u : 2u);
    }

    // The quotation makes up its line, begins it, ends it.
    private uint Alone(Quotation quotation)
    {
        var text = At.Analysis.Text;
        var starts = quotation.Outer.Start == 0 || text[quotation.Outer.Start - 1] == '\n';
        var ends = quotation.Outer.End >= text.Length || text[quotation.Outer.End] == '\n';
        return (starts ? 1u : 0u) + (ends ? 2u : 0u);
    }
}
