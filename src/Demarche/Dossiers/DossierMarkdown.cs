using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Ontology;
using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>Writes a dossier as Markdown: a chronicle with the proving sentence under every event, then the tables.</summary>
public sealed class DossierMarkdown
{
    private const int ShownDigits = 16;

    private readonly TextWriter _out;
    private readonly Dossier _dossier;
    private readonly DossierPhrases _say;

    private DossierMarkdown(TextWriter writer, Dossier dossier, EventOntology? codes)
    {
        _out = writer;
        _dossier = dossier;
        _say = new DossierPhrases(dossier, codes);
    }

    /// <summary>Writes the whole; lines end with "\n" whatever the writer's own habit.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="dossier">What.</param>
    /// <param name="codes">Names of the event codes; null to print types instead.</param>
    public static void Write(TextWriter writer, Dossier dossier, EventOntology? codes = null)
    {
        var markdown = new DossierMarkdown(writer, dossier, codes);
        foreach (var story in dossier.Stories) markdown.Story(story);
    }

    private void Story(DossierStory s)
    {
        Line("# " + Plain(s.Title));
        Line();
        var span = s.Span is { } d ? DossierPhrases.Date(d) + " · " : "";
        Line(span + DossierPhrases.Counts(s));
        foreach (var link in s.Linked)
            Line($"\nSee also: {Plain(_dossier.Stories.First(x => x.Story.Id == link.Story).Title)} ({link.Reason})");
        Line();
        Chronicle("Chronicle", _say.Current(s));
        Chronicle("Background", DossierPhrases.Background(s));
        Contacts(s);
        Mediation(s);
        Positions(s);
        Figures(s);
        Quotes(s);
        Disagreements(s);
        WhoReports(s);
        Sources(s);
    }

    private void Chronicle(string title, ImmutableArray<Event> events)
    {
        if (events.Length == 0) return;
        Line("## " + title);
        Line();
        foreach (var e in events)
        {
            var status = DossierPhrases.StatusWord(e.Status) is { Length: > 0 } word ? $" · *{word}*" : "";
            Line($"- **{_say.When(e)}** {Plain(DossierPhrases.Sides(e))}: "
                + $"{Plain(_say.What(e))}{status} · {Plain(_say.Reports(e))} · `{e.Id}`");
            if (_say.Correction(e) is { Length: > 0 } correction) Line($"  *{Plain(correction)}*  ");
            var best = _say.Best(e);
            Line($"  > {Plain(_say.Words(best))} — {Plain(_say.Outlet(best.Article))}");
        }
        Line();
    }

    private void Contacts(DossierStory s)
    {
        if (s.Contacts.Length == 0) return;
        Table("Contacts", "Date", "Who", "How", "Status", "Reports");
        foreach (var c in s.Contacts)
            Row(DossierPhrases.Date(c.Date), DossierPhrases.Who(c.Participants), c.Mode.Word(), c.Status.Word(), _say.Reports(c.Reports));
        Line();
    }

    private void Mediation(DossierStory s)
    {
        if (s.Mediation.Length == 0) return;
        Line("## Mediation");
        Line();
        var events = s.Events.ToDictionary(e => e.Id);
        foreach (var i in s.Mediation)
        {
            Line($"### {Plain(_say.Title(i))}: {i.Status.Word().Replace('_', ' ')}");
            Line();
            if (_say.Silence(i) is { Length: > 0 } silence) Line(Plain(silence) + "\n");
            Head("Date", "Step", "By", "To", "As", "Reports");
            foreach (var t in i.Steps)
                Row(DossierPhrases.Date(t.Date), t.Kind.Word(), t.By.Name, DossierPhrases.Who(t.To), t.Role.Word(),
                    _say.Reports([.. t.Events.SelectMany(e => events[e].Reports).Distinct()]));
            Line();
            Answers(i);
        }
    }

    private void Answers(Initiative i)
    {
        foreach (var c in i.Offers.SelectMany(o => o.Conditions).DistinctBy(c => (c.Report.Article, c.Report.Span)))
            Line($"On condition: “{Plain(DossierPhrases.OneLine(c.Text))}” — {Plain(_say.Outlet(c.Report.Article))}\n");
        if (i.Responses.Length == 0) return;
        Head("Date", "Who", "As", "Answer", "Reports");
        foreach (var r in i.Responses)
            Row(DossierPhrases.Until(r), _say.Country(r.Respondent), DossierPhrases.Plain(r.Role), DossierPhrases.Plain(r.Value) + (r.Supersedes is null ? "" : " (changed)"), _say.Outlets(r.Reports));
        Line();
    }

    private void Positions(DossierStory s)
    {
        if (s.Positions.Length == 0) return;
        Table("Positions", "Who", "On", "Stands");
        foreach (var p in s.Positions)
            Row(p.Actor.Name, _say.Issue(p.Issue), string.Join("; ", p.Entries.Select(e => $"{e.Stance.Word()} ({DossierPhrases.Date(e.Date)})")));
        Line();
    }

    private void Figures(DossierStory s)
    {
        if (s.Figures.Length == 0) return;
        Table("Figures", "What", "How many", "As of", "Who says so", "Reports");
        foreach (var f in s.Figures)
            foreach (var e in f.Entries)
                Row(Disagreement.Count(f, _say), DossierPhrases.Number(e), e.AsOf is { } day ? DossierPhrases.Day(day) : "–", DossierPhrases.Claimant(e), _say.Outlets(e.Reports));
        Line();
    }

    private void Quotes(DossierStory s)
    {
        var differing = s.Quotes.Where(q => q.Differs).ToList();
        if (differing.Count == 0) return;
        Line("## Quotations in different words");
        Line();
        foreach (var q in differing)
        {
            Line($"- {Plain(q.Speaker ?? "speaker not known")}");
            foreach (var v in q.Variants) Line($"  - “{Plain(DossierPhrases.OneLine(v.Words))}” — {Plain(_say.Outlet(v.Article))}");
        }
        Line();
    }

    private void Disagreements(DossierStory s)
    {
        var all = Disagreement.Of(s, _say);
        if (all.Length == 0) return;
        Line("## Disagreements");
        Line();
        foreach (var d in all)
        {
            Line($"- {DossierPhrases.Plain(d.Type.Word())}, {d.State.Word()} — {Plain(d.About)}");
            foreach (var v in d.Sides) Line($"  - {Plain(v.Value)}: {Plain(_say.Outlets(v.Reports))}");
        }
        Line();
    }

    private void WhoReports(DossierStory s)
    {
        var matrix = Coverage.Matrix(s, _say.Current(s));
        if (matrix.Length == 0) return;
        Table("Who reported what", ["Date", "Event", .. s.Outlets.Select(o => Plain(o.Label))]);
        foreach (var (e, byOutlet) in matrix)
            Row([_say.When(e), $"{DossierPhrases.Sides(e)}: {_say.What(e)}", .. byOutlet.Select(r => r is null ? "–" : "reported")]);
        Line();
    }

    private void Sources(DossierStory s)
    {
        Table("Sources", "Outlet", "Report", "Published", "Events only here", "Events missing here", "Text (SHA-256)");
        foreach (var o in s.Outlets)
            foreach (var (id, n) in o.Articles.Select((id, n) => (id, n)))
            {
                var article = _dossier[id].Article;
                Row(o.Label, _say.Headline(s, id), DossierPhrases.Published(article),
                    n > 0 ? "" : o.OnlyHere.Length.ToString(CultureInfo.InvariantCulture),
                    n > 0 ? "" : o.Missing.Length.ToString(CultureInfo.InvariantCulture),
                    Citation.Sha256(article)[..ShownDigits]);
            }
        Line();
        Line("Cite as: " + Plain(Citation.Of(_dossier, s)));
        Line();
    }

    private void Table(string title, params string[] heads)
    {
        Line("## " + title);
        Line();
        Head(heads);
    }

    private void Head(params string[] heads)
    {
        Line("| " + string.Join(" | ", heads) + " |");
        Line("|" + string.Concat(heads.Select(_ => " --- |")));
    }

    private void Row(params string[] cells) => Line("| " + string.Join(" | ", cells.Select(Plain)) + " |");

    private void Line(string text = "") => _out.Write(text + "\n");

    /// <summary>Text that Markdown and HTML take as it stands.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in DossierPhrases.OneLine(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~') plain.Append('\\');
            plain.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => c.ToString() });
        }
        return plain.ToString();
    }
}
