using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Quotes.Learned;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Finds words and thoughts that are reported without marks: what learned attributions ascribe outside the quotations.</summary>
internal sealed class IndirectSpeech(Analysis analysis, int[] innermost, SpeakerReader speakers, UtteranceDetails details, List<Attribution> attributions)
{
    private const int FewestWords = 2;

    // A shorter run beside another is a place or a time of the saying, not of what is said.
    private const int FewestApart = 4;

    private readonly ILookup<int, Attribution> _byCue = attributions.ToLookup(a => a.Cue);

    /// <summary>The runs of content of each cue that stands in the frame outside its quotations.</summary>
    /// <param name="frame">Where to look.</param>
    /// <param name="cues">Its words of saying with their speakers.</param>
    /// <param name="outer">Who says the frame itself; null for the outlet.</param>
    /// <param name="before">Who spoke last before it.</param>
    public IEnumerable<Quote> Find(Frame frame, ImmutableArray<Cue> cues, Speaker? outer, Speaker? before)
    {
        for (var i = 0; i < frame.Items.Length; i++)
        {
            if (frame.Items[i].IsQuotation) continue;
            foreach (var a in _byCue[frame.Items[i].Token])
            {
                var cue = cues.FirstOrDefault(c => c.Token == a.Cue) ?? new Cue(i, a.Cue, CueKind.Say, null);
                var speaker = a.Source < 0 ? cue.Speaker : speakers.Read(a.Source, outer, before) ?? cue.Speaker;
                foreach (var run in a.Content.Where(r => r.End - r.First >= FewestApart || r == Longest(a)))
                    if (Words(run) is { } span) yield return Quote(span, a, cue, speaker, frame, outer);
            }
        }
    }

    private Quote Quote(TextSpan span, Attribution a, Cue cue, Speaker? speaker, Frame frame, Speaker? outer)
    {
        var setting = details.SettingOf(cue, span, frame, speaker, outer);
        return new(
            span,
            QuoteKind.Indirect,
            a.Attitude,
            speaker?.Actor,
            speaker?.Name,
            speaker?.Span is { } mention && !span.Overlaps(mention) ? mention : null,
            setting.Addressee,
            analysis.Tokens[a.Cue].Span,
            setting.Date,
            Nested: outer is not null)
        { Medium = setting.Medium, Venue = setting.Venue };
    }

    private static (int First, int End) Longest(Attribution a) => a.Content.MaxBy(r => r.End - r.First);

    // Without the conjunction that begins it; null if quotation marks hold most of it.
    private TextSpan? Words((int First, int End) run)
    {
        var (first, end) = run;
        if (analysis.Tokens[first] is { Lemma: "that", BaseRelation: "mark" }) first++;
        if (end - first < FewestWords) return null;
        var marked = 0;
        for (var i = first; i < end; i++)
            if (innermost[i] >= 0) marked++;
        return 4 * marked > 3 * (end - first) ? null : new TextSpan(analysis.Tokens[first].Span.Start, analysis.Tokens[end - 1].Span.End);
    }
}
