using System.Globalization;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Cli.Rendering;

/// <summary>An explanation for people: the code, the sentence and its tree, then what decided each part.</summary>
internal sealed class ExplanationText(Paint paint, Explanation e, bool all)
{
    private const string Margin = "  ";
    private const string Deep = "      ";
    private const int MostMisses = 6;

    private readonly Observation _observation = e.Observation;
    private readonly Derivation _derivation = e.Derivation;

    public void Write()
    {
        WriteHead();
        SentenceText.WriteTree(paint, e.Coded.Analysis, e.Range, Notes());
        WritePattern();
        WriteLearned();
        WriteSide("Source", _observation.Sources, _derivation.SourceRule, paint.Good);
        WriteSide("Target", _observation.Targets, _derivation.TargetRule, paint.Warn);
        Section("Status", $"{_observation.Status.Word()}{(_observation.Historical ? ", historical" : "")} (rule: {_derivation.StatusRule})");
        Section("Date", DateText());
        WriteAttribution();
        WriteRivals();
        paint.Line();
    }

    private void WriteHead()
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{_observation.Id}  {_observation.Cameo} {e.Code.Name}");
        var type = string.Create(CultureInfo.InvariantCulture, $"{_observation.Plover}{(_observation.Mode is { } mode ? " " + mode : "")}  {_observation.Confidence:0.00}");
        var gap = paint.Width - Paint.Columns(title) - Paint.Columns(type);
        if (gap > 1) paint.Line(paint.Bold(title) + new string(' ', gap) + paint.Soft(type));
        else
        {
            paint.Paragraph("", "    ", title, paint.Bold);
            paint.Line("    " + paint.Soft(type));
        }
        paint.Paragraph("    ", "     ", $"“{Clean(_observation.Sentence)}”");
        paint.Paragraph("    ", "    ", $"{Messages.Visible(e.Coded.Article.Source)} {At(_observation.Sentence)}", paint.Soft);
    }

    /// <summary>What each token did for the event.</summary>
    private Dictionary<int, (string Note, Func<string, string> Colour)> Notes()
    {
        var notes = new Dictionary<int, (string, Func<string, string>)>();
        foreach (var id in _observation.Sources.Reverse())
            foreach (var m in e.Mentions(id)) notes[m.Head] = ($"source {e.Coded.Actors[id].Code}", paint.Good);
        foreach (var id in _observation.Targets.Reverse())
            foreach (var m in e.Mentions(id)) notes[m.Head] = ($"target {e.Coded.Actors[id].Code}", paint.Warn);
        foreach (var w in _derivation.Words) notes[w] = ("word of the pattern", paint.Head);
        notes[_derivation.Trigger] = ("trigger", paint.Head);
        return notes;
    }

    private void WritePattern()
    {
        paint.Line();
        Section("Pattern", $"data/{_derivation.Place}");
        paint.Paragraph(Deep, Deep + Margin, SentenceText.Shortened(_derivation.Pattern));
        foreach (var c in _derivation.Conditions)
        {
            var words = c.Tokens.IsEmpty ? (c.Written[0] == '!' ? "not there" : c.Met ? "holds" : "left open") : e.Words(c.Tokens);
            paint.Paragraph(Deep + Margin, Deep + Deep, $"{SentenceText.Shortened(c.Written)} ← {Messages.Visible(words)}", c.Tokens.IsEmpty ? paint.Soft : paint.Head);
        }
    }

    private void WriteLearned()
    {
        if (_derivation.Learned.IsEmpty) return;
        Section("Learned", "what the classifier weighed, in log odds");
        foreach (var l in _derivation.Learned)
            paint.Paragraph(Deep, Deep + Deep, string.Create(CultureInfo.InvariantCulture, $"{l.Weight:+0.00;-0.00} {Messages.Visible(l.Name)}"));
    }

    private void WriteSide(string side, IEnumerable<ActorId> ids, string rule, Func<string, string> colour)
    {
        var actors = ids.ToList();
        if (actors.Count == 0) Section(side, $"none named (rule: {rule})");
        foreach (var id in actors)
        {
            var actor = e.Coded.Actors[id];
            Section(side, $"{Messages.Visible(actor.Name)} {actor.Code ?? "no code"} (rule: {rule})", colour);
            foreach (var m in e.Mentions(id).Take(all ? int.MaxValue : 1))
                paint.Paragraph(Deep, Deep + Margin, $"“{Clean(m.Span)}” {At(m.Span)} {m.Kind.Word()}{(m.Rule is { } how ? ": " + how : "")}");
            foreach (var o in e.OriginsOf(id)) paint.Paragraph(Deep, Deep + Margin, $"data/{o.Place} {Messages.Visible(o.Says)}", paint.Soft);
            if (actor.Known is null) paint.Paragraph(Deep, Deep, "no entry of its own: known from the text", paint.Soft);
        }
    }

    private string DateText() => _observation.Date is not { } date ? "not told"
        : $"{Day(date.Start)}{(date.End == date.Start ? "" : " to " + Day(date.End))} ({(date.Text is { } t ? $"from “{Clean(t)}” {At(t)}" : "from the narrative")}; published {(e.Coded.Article.Published.Date is { } p ? Day(p) : "on a day not known")})";

    private void WriteAttribution()
    {
        if (_observation.Attribution.IsEmpty) Section("Said by", "the outlet itself");
        foreach (var a in _observation.Attribution)
            Section("Said by", $"{Messages.Visible(a.Name)} ({a.Kind.Word()}{(a.Span is { } span ? $": “{Clean(span)}” {At(span)}" : "")})");
    }

    private void WriteRivals()
    {
        if (_derivation.Rivals.IsEmpty) return;
        var held = _derivation.Rivals.Count(r => r.Held);
        Section("Why not", $"{(_derivation.Rivals.Length == 1 ? "1 other pattern was" : $"{_derivation.Rivals.Length} other patterns were")} called, {(held == 0 ? "none" : held)} of them held");
        foreach (var r in _derivation.Rivals.Take(all ? int.MaxValue : held + MostMisses))
        {
            paint.Paragraph(Deep, Deep + Margin, $"{r.Code} {SentenceText.Shortened(r.Pattern)}");
            paint.Paragraph(Deep + Margin, Deep + Deep, $"{(r.Held ? "held, but is " : "")}{SentenceText.Shortened(r.Reason)} (data/{r.Place})", paint.Soft);
        }
        var rest = _derivation.Rivals.Length - held - MostMisses;
        if (!all && rest > 0) paint.Line($"{Deep}{paint.Soft($"… and {rest} that are further off (--all)")}");
    }

    private void Section(string name, string text, Func<string, string>? colour = null)
    {
        const int Column = 10;
        paint.Paragraph(Margin + paint.Bold(name) + new string(' ', Column - Margin.Length - name.Length), new string(' ', Column), text, colour);
    }

    private string At(TextSpan span) => e.Points.Of(span) is var (start, end) ? $"[{start},{end})" : "";

    private string Clean(TextSpan span) => Messages.Visible(e.Text(span));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
