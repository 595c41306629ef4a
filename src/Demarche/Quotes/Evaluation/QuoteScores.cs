using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Demarche.Text;

namespace Demarche.Quotes.Evaluation;

/// <summary>A quotation that was missed, found where there is none, or given to somebody else.</summary>
/// <param name="Case">The text.</param>
/// <param name="Kind">"missed", "false", "speaker", "mention", or the field that is wrong.</param>
/// <param name="Words">The words in question.</param>
/// <param name="Wanted">What the annotation has; null where it is the words themselves.</param>
/// <param name="Found">What was found.</param>
public sealed record QuoteMiss(string Case, string Kind, string Words, string? Wanted, string? Found);

/// <summary>Counts found quotations against annotated ones: relaxed (half the characters), exact, the mention beside it and the speaker's name.</summary>
/// <remarks>
/// The measures of Newell, Margolin and Ruths 2018 for the Political News Attribution Relations Corpus, in two tasks: "quotes", what stands in
/// quotation marks and is somebody's, and "attributions", indirect speech too.
/// </remarks>
public sealed partial class QuoteScores
{
    private const string Edge = " \t\n\r“”\"‘’'.,;:?!–—-…()[]";
    private static readonly string[] Pronouns = ["he", "she", "they", "i", "we", "who", "it", "you", "him", "her", "them"];

    private static readonly string[] Determiners = ["the", "a", "an", "some", "many", "several", "his", "her", "its", "their", "my", "our"];

    private readonly Task _quotes = new("quotes");
    private readonly Task _attributions = new("attributions");
    private readonly SortedDictionary<string, (int Right, int All, int Beyond)> _fields = new(StringComparer.Ordinal);
    private readonly List<QuoteMiss> _misses = [];

    /// <summary>What went wrong, in the order of the cases.</summary>
    public IReadOnlyList<QuoteMiss> Misses => _misses;

    /// <summary>Relaxed F1 of quotations, their exact F1, the share of their speakers named rightly, and relaxed F1 of all attributions; 0 to 1.</summary>
    public (double Relaxed, double Exact, double Speaker, double Attributions) Main => (_quotes.RelaxedF1, _quotes.ExactF1, _quotes.NameShare, _attributions.RelaxedF1);

    /// <summary>Counts one text.</summary>
    public void Add(QuoteCase gold, ImmutableArray<Quote> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var indirect = gold.Quotes.Where(q => q.Quoted.IsEmpty).SelectMany(q => q.Spans).ToList();
        Count(_quotes, gold, [.. gold.Quotes.Where(q => !q.Quoted.IsEmpty).Select(q => (q.Quoted, q))], Cut(gold, found), indirect);
        Count(_attributions, gold, [.. gold.Quotes.Select(q => (q.Spans, q))], [.. found.Select(q => (ImmutableArray.Create(q.Span), q))], []);
    }

    private static List<(ImmutableArray<TextSpan> Spans, Quote Quote)> Cut(QuoteCase gold, ImmutableArray<Quote> found)
    {
        if (gold.Marked is not { } regions) return [.. found.Where(q => q.Kind != QuoteKind.Indirect).Select(q => (ImmutableArray.Create(q.Span), q))];
        var cut = new List<(ImmutableArray<TextSpan>, Quote)>();
        foreach (var q in found)
        {
            ImmutableArray<TextSpan> spans = [.. regions.Where(r => r.Overlaps(q.Span)).Select(r => new TextSpan(Math.Max(r.Start, q.Span.Start), Math.Min(r.End, q.Span.End)))
                .Where(s => s.Of(gold.Article.Text).Any(c => char.IsLetterOrDigit(c) || c == '_'))];
            if (!spans.IsEmpty) cut.Add((spans, q));
        }
        return cut;
    }

    private void Count(Task task, QuoteCase gold, List<(ImmutableArray<TextSpan> Spans, AnnotatedQuote Quote)> units, List<(ImmutableArray<TextSpan> Spans, Quote Quote)> found, List<TextSpan> indirect)
    {
        var text = gold.Article.Text;
        List<TextSpan> wanted = [.. units.SelectMany(u => u.Spans)];
        var used = new List<(ImmutableArray<TextSpan> Spans, Quote Quote)>();
        foreach (var f in found)
        {
            var right = HalfOf(f.Spans, wanted);
            if (!right && indirect.Count > 0 && HalfOf(f.Spans, indirect)) continue;
            used.Add(f);
            task.Found++;
            if (right) task.Right++;
            else _misses.Add(new QuoteMiss(gold.Id, $"false {task.Name}", f.Quote.Span.Of(text), null, f.Quote.SpeakerName));
        }
        List<TextSpan> spans = [.. used.SelectMany(u => u.Spans)];
        foreach (var (pieces, quote) in units)
        {
            task.Wanted++;
            if (!HalfOf(pieces, spans))
            {
                _misses.Add(new QuoteMiss(gold.Id, $"missed {task.Name}", string.Join(" … ", quote.Spans.Select(s => s.Of(text))), quote.Name, null));
                continue;
            }
            task.Met++;
            // Of a quotation within a quotation both hold the words: where the marks are told apart, the one nearer in length is meant.
            var best = used.Select((u, i) => (u.Quote, Held: Shared(pieces, u.Spans), Beyond: gold.Marked is null ? u.Spans.Sum(s => s.Length) : 0, i))
                .OrderByDescending(u => u.Held).ThenBy(u => u.Beyond).ThenBy(u => u.i).First().Quote;
            if (task == _quotes) CountFields(gold, quote, best);
            CountSpeaker(task, gold, quote, best);
        }
        var (a, b) = (Trimmed(wanted, text), Trimmed(spans, text));
        task.ExactWanted += a.Count;
        task.ExactFound += b.Count;
        task.ExactRight += a.Count(b.Contains);
        if (task == _quotes)
        {
            foreach (var s in a.Except(b)) _misses.Add(new QuoteMiss(gold.Id, "edge wanted", s.Of(text), null, null));
            foreach (var s in b.Except(a)) _misses.Add(new QuoteMiss(gold.Id, "edge found", s.Of(text), null, null));
        }
    }

    private void CountSpeaker(Task task, QuoteCase gold, AnnotatedQuote quote, Quote best)
    {
        if (quote.Name is null || quote.Source.IsEmpty && gold.Marked is not null) return;
        if (!quote.Source.IsEmpty)
        {
            task.Sourced++;
            if (best.SpeakerSpan is { } mention && quote.Source.Any(s => s.Overlaps(mention))) task.Mentioned++;
            else _misses.Add(new QuoteMiss(gold.Id, $"mention of {task.Name}", best.Span.Of(gold.Article.Text), quote.Source[0].Of(gold.Article.Text), best.SpeakerSpan?.Of(gold.Article.Text)));
        }
        var isPronoun = Pronouns.Contains(quote.Name.ToLowerInvariant());
        if (gold.Marked is not null && (isPronoun || Names(quote.Name).Count == 0)) return;
        task.Named++;
        if (gold.Marked is null ? SameName(Bare(quote.Name), best.SpeakerName is { } name ? Bare(name) : null) : SameName(quote.Name, best.SpeakerName)) task.NamedRight++;
        else _misses.Add(new QuoteMiss(gold.Id, $"speaker of {task.Name}", best.Span.Of(gold.Article.Text), quote.Name, best.SpeakerName));
    }

    private void CountFields(QuoteCase gold, AnnotatedQuote quote, Quote best)
    {
        Field("addressee", quote.Addressee, best.Addressee, best.Addressee is { } to && quote.Addressee is { } wanted && (SameName(wanted, to) || SameWords(wanted, to) || wanted == string.Concat(to.Where(char.IsUpper))));
        Field("medium", quote.Medium, best.Medium, quote.Medium == best.Medium);
        Field("venue", quote.Venue, best.Venue, best.Venue is { } place && quote.Venue is { } where && SameWords(where, place));
        Field("clean", quote.Clean, best.Words, quote.Clean == best.Words);
        Field("said", quote.Said is { } day ? TextOf(day) : null, best.Date is { } date ? TextOf(date.Start) : null, best.Date is { } said && said.Start == quote.Said && said.End == quote.Said);

        void Field(string name, string? wanted, string? found, bool isRight)
        {
            var (right, all, beyond) = _fields.GetValueOrDefault(name);
            if (wanted is null && (found is null || gold.Marked is not null || name == "clean")) return;
            _fields[name] = wanted is null ? (right, all, beyond + 1) : (right + (isRight ? 1 : 0), all + 1, beyond);
            if (wanted is null) isRight = false;
            if (!isRight) _misses.Add(new QuoteMiss(gold.Id, name, best.Span.Of(gold.Article.Text), wanted, found));
        }
    }

    private static string TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool SameWords(string a, string b) =>
        a.Split(' ')[^1].Equals(b.Split(' ')[^1], StringComparison.OrdinalIgnoreCase) || a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static bool HalfOf(ImmutableArray<TextSpan> spans, List<TextSpan> others)
    {
        var all = spans.Sum(s => s.Length);
        return all > 0 && 2 * Shared(spans, others) >= all;
    }

    private static int Shared(ImmutableArray<TextSpan> spans, IEnumerable<TextSpan> others)
    {
        var sorted = others.Order().ToList();
        var shared = 0;
        foreach (var s in spans)
        {
            var at = s.Start;
            foreach (var o in sorted)
            {
                var (from, to) = (Math.Max(at, o.Start), Math.Min(s.End, o.End));
                if (to <= from) continue;
                shared += to - from;
                at = to;
            }
        }
        return shared;
    }

    private static HashSet<TextSpan> Trimmed(List<TextSpan> spans, string text)
    {
        var trimmed = new HashSet<TextSpan>();
        foreach (var s in spans)
        {
            int start = s.Start, end = s.End;
            while (start < end && Edge.Contains(text[start])) start++;
            while (end > start && Edge.Contains(text[end - 1])) end--;
            if (end > start) trimmed.Add(new TextSpan(start, end));
        }
        return trimmed;
    }

    private static List<string> Names(string text) => [.. Capitalised().Matches(Possessive().Replace(text, "")).Select(m => m.Value)];

    private static string Bare(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Determiners.Contains(name[..space].ToLowerInvariant()) ? name[(space + 1)..] : name;
    }

    // The last capitalised word of one stands in the other; of the unnamed, the words are the same.
    private static bool SameName(string wanted, string? found)
    {
        if (found is null) return false;
        var (a, b) = (Names(wanted), Names(found));
        if (a.Count > 0 && b.Count > 0) return b.Contains(a[^1]) || a.Contains(b[^1]);
        return a.Count == 0 && SameWords(wanted, found);
    }

    [GeneratedRegex("[A-Z][\\w’'-]+")]
    private static partial Regex Capitalised();

    [GeneratedRegex("[’']s\\b")]
    private static partial Regex Possessive();

    /// <summary>The figures, a line each.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        foreach (var task in new[] { _quotes, _attributions }) task.Write(table);
        if (_fields.Count > 0) table.Append("fields of found quotes\n");
        foreach (var (name, (right, all, beyond)) in _fields)
            table.Append(CultureInfo.InvariantCulture, $"  {name,-11} {(all == 0 ? 0 : (double)right / all):0.000} of {all}{(name == "clean" ? "" : $", {beyond} found where none is annotated")}\n");
        return table.ToString();
    }

    private sealed class Task(string name)
    {
        public string Name => name;

        public int Wanted { get; set; }

        public int Found { get; set; }

        public int Right { get; set; }

        public int Met { get; set; }

        public int ExactWanted { get; set; }

        public int ExactFound { get; set; }

        public int ExactRight { get; set; }

        public int Sourced { get; set; }

        public int Mentioned { get; set; }

        public int Named { get; set; }

        public int NamedRight { get; set; }

        public double RelaxedF1 => F1(Share(Right, Found), Share(Met, Wanted));

        public double ExactF1 => F1(Share(ExactRight, ExactFound), Share(ExactRight, ExactWanted));

        public double NameShare => Share(NamedRight, Named);

        public void Write(StringBuilder to)
        {
            to.Append(CultureInfo.InvariantCulture, $"{name}\n  gold        {Wanted}\n  found       {Found}\n");
            foreach (var (label, value) in new[]
            {
                ("relaxed_p", Share(Right, Found)), ("relaxed_r", Share(Met, Wanted)), ("relaxed_f1", RelaxedF1), ("exact_p", Share(ExactRight, ExactFound)),
                ("exact_r", Share(ExactRight, ExactWanted)), ("exact_f1", ExactF1), ("mention", Share(Mentioned, Sourced)), ("name", NameShare),
            }) to.Append(CultureInfo.InvariantCulture, $"  {label,-11} {value:0.000}\n");
        }

        private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

        private static double F1(double p, double r) => p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
}
