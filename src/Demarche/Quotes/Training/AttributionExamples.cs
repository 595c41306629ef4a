using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Quotes.Learned;
using Demarche.Text;

namespace Demarche.Quotes.Training;

/// <summary>An attribution with its words as tokens.</summary>
/// <param name="Attitude">What the source does.</param>
/// <param name="Cue">The cue; null where a quotation only goes on.</param>
/// <param name="Source">The word that names the source, or null.</param>
/// <param name="Content">Whether a token of the article is content.</param>
internal sealed record ReadAttribution(Attitude Attitude, Token? Cue, Token? Source, HashSet<int> Content);

/// <summary>One annotated article, analysed, with the attributions of the sentences that were read.</summary>
internal sealed class ReadArticle
{
    public ReadArticle(Surroundings at, ImmutableArray<Quotation> quotations, IEnumerable<AnnotatedSpeech> sentences)
    {
        (At, Quotations) = (at, quotations);
        var units = CodePoints.Positions(at.Analysis.Text);
        foreach (var sentence in sentences)
        {
            var (first, end) = Tokens(sentence.Span, units);
            for (var i = first; i < end; i++) Seen.Add(i);
            foreach (var a in sentence.Attributions)
            {
                var content = new HashSet<int>();
                foreach (var span in a.Content)
                {
                    var (from, to) = Tokens(span, units);
                    for (var i = from; i < to; i++) content.Add(i);
                }
                var cue = a.Cue is { } c ? TokenOf(c, units) : null;
                All.Add(new ReadAttribution(a.Attitude, cue, a.Source is { } s && cue is not null ? Head(TokenOf(s, units), cue) : null, content));
            }
        }
    }

    public Surroundings At { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Tokens of the sentences that were read.</summary>
    public SortedSet<int> Seen { get; } = [];

    public List<ReadAttribution> All { get; } = [];

    private (int First, int End) Tokens(TextSpan span, int[] units) => At.Analysis.TokensIn(new TextSpan(units[span.Start], units[span.End]));

    private Token? TokenOf(TextSpan span, int[] units) => At.Analysis.TokenAt(units[span.Start]);

    // The readers marked the last word of a name; its head in the tree may be another.
    private Token? Head(Token? token, Token cue)
    {
        while (token is not null && !Surroundings.IsHead(token) && At.Analysis.Head(token) is { } head && head != cue) token = head;
        return token;
    }
}

/// <summary>What the networks are to learn from one annotated article.</summary>
internal sealed class AttributionExamples(ReadArticle article)
{
    private readonly Surroundings _at = article.At;

    /// <summary>Every word that might be a cue: those known as such, and verbs beside a quotation.</summary>
    public IEnumerable<SlotExample> Cues(Func<Token, bool> isKnown)
    {
        var view = new CueView(_at);
        var right = article.All.Where(a => a.Cue is not null).ToLookup(a => a.Cue!.Index);
        foreach (var i in article.Seen)
        {
            var token = _at.Analysis.Tokens[i];
            if (!isKnown(token) && !_at.IsBesideQuotation(token)) continue;
            view.Describe(token);
            yield return Example(view, right[i].Any() ? [.. right[i].Select(a => 1 + (int)a.Attitude).Distinct()] : [0]);
        }
    }

    /// <summary>Every noun beside an annotated cue.</summary>
    public IEnumerable<SlotExample> Sources()
    {
        var view = new SourceView(_at);
        foreach (var a in article.All)
        {
            if (a.Cue is null) continue;
            foreach (var candidate in view.Candidates(a.Cue))
            {
                view.Describe(a.Cue, a.Attitude, candidate);
                yield return Example(view, [candidate == a.Source ? 1 : 0]);
            }
        }
    }

    /// <summary>Every part of the sentence of an annotated cue.</summary>
    public IEnumerable<SlotExample> Contents()
    {
        var view = new ContentView(_at);
        foreach (var a in article.All)
        {
            if (a.Cue is null || a.Content.Count == 0) continue;
            foreach (var part in view.Parts(a.Cue))
            {
                view.Describe(a.Cue, a.Attitude, a.Source, part);
                var inside = part.Tokens.Count(a.Content.Contains);
                yield return Example(view, [2 * inside >= part.Tokens.Count ? 1 : 0]);
            }
        }
    }

    /// <summary>Every quotation of the sentences that were read.</summary>
    /// <param name="times">The article's times, for the reader of quotations.</param>
    /// <param name="attributions">What is found in the article without having learnt from it.</param>
    public IEnumerable<SlotExample> Marks(Demarche.Times.TimeExpressions times, List<Attribution> attributions)
    {
        var found = new List<SlotExample>();
        var view = new MarkView(_at);
        var reader = new QuoteReader(_at.Analysis, _at.Actors, _at.Cues, new SettingReader(_at.Analysis, _at.Actors, times, _at.Cues, Media.None, Surroundings.InnermostOf(_at.Analysis, article.Quotations)), article.Quotations, attributions)
        {
            IsNobodys = (quotation, verdict, isScare, follows) =>
            {
                var (first, end) = _at.Analysis.TokensIn(quotation.Span);
                if (first >= end || !article.Seen.Contains(first)) return isScare;
                view.Describe(quotation, verdict, isScare, Ascribed.Of(_at.Analysis, attributions, first, end), follows);
                var held = Enumerable.Range(first, end - first).Count(i => article.All.Exists(a => a.Content.Contains(i)));
                found.Add(Example(view, [2 * held >= end - first ? 1 : 0]));
                return isScare;
            },
        };
        reader.Read();
        return found;
    }

    private static SlotExample Example(View view, int[] right) => new(view.Vectors.ToArray(), [.. view.Features], right, 1f);
}
