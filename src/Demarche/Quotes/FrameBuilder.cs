using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Cuts a text, or the inside of a quotation, into frames.</summary>
/// <remarks>
/// The analyser's sentence borders hold outside the quotations. Around them: a quotation that ends a sentence closes the
/// frame unless words of saying follow ("…?” she asked); a colon never closes one, not even at the end of a paragraph.
/// </remarks>
internal sealed class FrameBuilder(Analysis analysis, SpeechCues cues)
{
    private const int Reach = 7;
    private const int Longest = 500;

    // Shortened ranks and offices, whose full stop ends nothing.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "Sens", "Sen", "Reps", "Rep", "Capt", "Col", "Lt", "Maj", "Gen", "Gens", "Cmdr", "Sgt", "Adm", "Gov", "Govs", "Messrs", "Rev", "Hon", "Amb", "Prof",
    };

    /// <param name="region">What to cut.</param>
    /// <param name="quotations">All quotations of the text.</param>
    /// <param name="inside">Indices of those that stand directly in the region, in order.</param>
    /// <param name="within">Index of the quotation that is the region, or -1.</param>
    public ImmutableArray<Frame> Build(TextSpan region, ImmutableArray<Quotation> quotations, IReadOnlyList<int> inside, int within)
    {
        var frames = ImmutableArray.CreateBuilder<Frame>();
        var items = ImmutableArray.CreateBuilder<FrameItem>();
        var next = 0;
        var (first, end) = analysis.TokensIn(region);
        for (var i = first; i < end; i++)
        {
            var at = analysis.Tokens[i].Span.Start;
            while (next < inside.Count && quotations[inside[next]].Outer.End <= at) Add(new FrameItem(-1, inside[next++]), Math.Max(first, i - 1));
            if (next < inside.Count && quotations[inside[next]].Outer.Start < analysis.Tokens[i].Span.End)
            {
                Add(new FrameItem(-1, inside[next]), i);
                while (i + 1 < end && analysis.Tokens[i + 1].Span.Start < quotations[inside[next]].Outer.End) i++;
                next++;
                continue;
            }
            Add(new FrameItem(i, -1), i);
        }
        while (next < inside.Count) Add(new FrameItem(-1, inside[next++]), end - 1);
        Cut();
        return frames.ToImmutable();

        void Add(FrameItem item, int token)
        {
            if (items.Count > 0 && (items.Count >= Longest || !AfterTitle() && Borders(items[^1], item, token, quotations, end))) Cut();
            items.Add(item);
        }

        bool AfterTitle() => items.Count > 1 && !items[^1].IsQuotation && !items[^2].IsQuotation && analysis.Tokens[items[^1].Token].Form == "."
            && Titles.Contains(analysis.Tokens[items[^2].Token].Form);

        void Cut()
        {
            if (items.Count == 0) return;
            frames.Add(new Frame(items.ToImmutable(), ParagraphOf(items[0], quotations), within));
            items.Clear();
        }
    }

    private int ParagraphOf(FrameItem item, ImmutableArray<Quotation> quotations)
    {
        var at = item.IsQuotation ? quotations[item.Quotation].Outer.Start : analysis.Tokens[item.Token].Span.Start;
        return analysis.SentenceAt(at)?.Paragraph ?? 0;
    }

    private bool Borders(FrameItem before, FrameItem item, int token, ImmutableArray<Quotation> quotations, int end)
    {
        var start = item.IsQuotation ? quotations[item.Quotation].Outer.Start : analysis.Tokens[item.Token].Span.Start;
        var stop = before.IsQuotation ? quotations[before.Quotation].Outer.End : analysis.Tokens[before.Token].Span.End;
        var newLine = stop < start && analysis.Text.AsSpan(stop, start - stop).Contains('\n');
        if (before.IsQuotation) return AfterQuotation(quotations[before.Quotation], item, newLine, quotations, end);
        var last = analysis.Tokens[before.Token];
        if (last.Form == ":") return false;
        if (newLine) return !(last.Form == "," || !item.IsQuotation && StartsLow(item.Token));
        if (item.IsQuotation) return IsStop(last.Form);
        return last.Sentence != analysis.Tokens[token].Sentence && !(StartsLow(item.Token) && !IsStop(last.Form));
    }

    private bool AfterQuotation(Quotation quotation, FrameItem item, bool newLine, ImmutableArray<Quotation> quotations, int end)
    {
        var last = LastMark(quotation);
        if (item.IsQuotation) return newLine || IsStop(last) || quotations[item.Quotation].Continues;
        if (newLine) return !(last == "," && StartsLow(item.Token));
        var form = analysis.Tokens[item.Token].Form;
        if (form.Length > 0 && !char.IsLetterOrDigit(form[0])) return false;
        if (StartsLow(item.Token) || !IsStop(last)) return false;
        return last == "." || !LeadsToSaying(item.Token, end);
    }

    // The last character of the words, looking through inner marks: ‘…okay?’” ends with "?".
    private string LastMark(Quotation quotation)
    {
        var i = quotation.Span.End - 1;
        while (i > quotation.Span.Start && "’'”\"»›)]".Contains(analysis.Text[i])) i--;
        return analysis.Text[i].ToString();
    }

    // "Smith said", "the minister asked": a verb of saying within reach, before any comma or stop.
    private bool LeadsToSaying(int token, int end)
    {
        for (var i = token; i < end && i < token + Reach; i++)
        {
            var t = analysis.Tokens[i];
            if (t.Form is "," or ";" or ":" || IsStop(t.Form)) return false;
            if ((cues.OfVerb(t) & (CueKind.Say | CueKind.Tell | CueKind.Write)) != 0) return true;
        }
        return false;
    }

    private bool StartsLow(int token) => analysis.Tokens[token].Form is { Length: > 0 } form && char.IsLower(form[0]);

    private static bool IsStop(string form) => form is "." or "?" or "!" or "…" or "..." or "?!" or "!!" or "!?" or "....";
}
