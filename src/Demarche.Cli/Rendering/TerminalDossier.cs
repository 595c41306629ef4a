using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Mediation;
using Demarche.Ontology;
using Demarche.Reconciliation;

namespace Demarche.Cli.Rendering;

/// <summary>A dossier as a chronicle for the terminal: each event on a line, its proving sentence below, then the boards.</summary>
public sealed class TerminalDossier
{
    private const int DateColumns = 19;

    private readonly Paint _paint;
    private readonly Dossier _dossier;
    private readonly DossierPhrases _say;

    private TerminalDossier(Paint paint, Dossier dossier, EventOntology? codes)
    {
        _paint = paint;
        _dossier = dossier;
        _say = new DossierPhrases(dossier, codes);
    }

    /// <summary>Writes all stories.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="dossier">What.</param>
    /// <param name="codes">Names of the event codes; null to print types instead.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether escape sequences may be written: only to a terminal, and not with NO_COLOR set.</param>
    public static void Write(TextWriter writer, Dossier dossier, EventOntology? codes, int width, bool colour)
    {
        var terminal = new TerminalDossier(new Paint(writer, width, colour), dossier, codes);
        for (var i = 0; i < dossier.Stories.Length; i++)
        {
            if (i > 0) terminal._paint.Line();
            terminal.Story(dossier.Stories[i]);
        }
    }

    private void Story(DossierStory s)
    {
        _paint.Paragraph("", "", s.Title, _paint.Bold);
        var span = s.Span is { } d ? DossierPhrases.Date(d) + " · " : "";
        _paint.Paragraph("", "", $"{span}{DossierPhrases.Counts(s)}", _paint.Soft);
        foreach (var (other, reason) in s.Linked)
            _paint.Paragraph("", "  ", $"See also: {_dossier.Stories.First(x => x.Story.Id == other).Title} ({reason})", _paint.Soft);
        Chronicle("Chronicle", _say.Current(s));
        Chronicle("Background", DossierPhrases.Background(s));
        Contacts(s);
        Mediation(s);
        Positions(s);
        Figures(s);
        Quotes(s);
        Disagreements(s);
        Sources(s);
    }

    private void Chronicle(string title, ImmutableArray<Event> events)
    {
        Head(title, events.Length);
        var indent = new string(' ', DateColumns + 2);
        Report? above = null;
        foreach (var e in events)
        {
            var status = DossierPhrases.StatusWord(e.Status) is { Length: > 0 } word ? $" [{word}]" : "";
            var differs = e.Discrepancies.Length > 0 ? " [reports differ]" : "";
            _paint.Paragraph(Paint.Pad(_say.When(e), DateColumns) + "  ", indent,
                $"{DossierPhrases.Sides(e)}: {_say.What(e)}{status}{differs}", _paint.Bold);
            _paint.Paragraph(indent, indent, $"{_say.Reports(e)} · {e.Id}", _paint.Soft);
            if (_say.Correction(e) is { Length: > 0 } correction) _paint.Paragraph(indent, indent, correction, _paint.Warn);
            var proof = _say.Best(e);
            if (proof.Article == above?.Article && proof.Span == above.Span) _paint.Paragraph(indent, indent, "the same sentence as above", _paint.Soft);
            else _paint.Paragraph(indent + "“", indent + " ", _say.Words(proof) + "”");
            above = proof;
        }
    }

    private void Contacts(DossierStory s)
    {
        Head("Contacts", s.Contacts.Length);
        foreach (var c in s.Contacts)
            Row(c.Date, $"{DossierPhrases.Who(c.Participants)}, {c.Mode.Word()}{Bracketed(DossierPhrases.StatusWord(c.Status))} · {_say.Outlets(c.Reports)}");
    }

    private void Mediation(DossierStory s)
    {
        Head("Mediation", s.Mediation.Length);
        foreach (var i in s.Mediation)
        {
            _paint.Paragraph("  ", "    ", $"{_say.Title(i)}: {i.Status.Word().Replace('_', ' ')}", _paint.Bold);
            if (_say.Silence(i) is { Length: > 0 } silence) _paint.Paragraph("    ", "    ", silence, _paint.Warn);
            foreach (var t in i.Steps)
                Row(t.Date, $"{t.Kind.Word()}: {t.By.Name} ({t.Role.Word()}){(t.To.Length > 0 ? " → " + DossierPhrases.Who(t.To) : "")}");
        }
    }

    private void Positions(DossierStory s)
    {
        Head("Positions", s.Positions.Length);
        foreach (var p in s.Positions)
        {
            var stands = string.Join("; ", p.Entries.Select(e => $"{e.Stance.Word()} ({DossierPhrases.Date(e.Date)})"));
            _paint.Paragraph("  ", "      ", $"{p.Actor.Name}, {_say.Issue(p.Issue)}: {stands}", p.Changes ? _paint.Warn : null);
        }
    }

    private void Figures(DossierStory s)
    {
        Head("Figures", s.Figures.Length);
        foreach (var f in s.Figures)
        {
            _paint.Paragraph("  ", "    ", Disagreement.Count(f, _say), _paint.Bold);
            foreach (var e in f.Entries)
                Row(e.AsOf is { } day ? new Days(day, day) : null, $"{DossierPhrases.Number(e)}, {DossierPhrases.Claimant(e)} · {_say.Outlets(e.Reports)}");
        }
    }

    private void Quotes(DossierStory s)
    {
        var differing = s.Quotes.Where(q => q.Differs).ToList();
        Head("Quotations in different words", differing.Count);
        foreach (var q in differing)
        {
            _paint.Paragraph("  ", "  ", q.Speaker ?? "speaker not known", _paint.Bold);
            foreach (var v in q.Variants) _paint.Paragraph("    “", "     ", DossierPhrases.OneLine(v.Words) + "” " + _say.Outlet(v.Article));
        }
    }

    private void Disagreements(DossierStory s)
    {
        var all = Disagreement.Of(s, _say);
        Head("Disagreements", all.Length);
        foreach (var d in all)
        {
            _paint.Paragraph("  ", "    ", $"{d.Field.Word()}: {d.About}", _paint.Warn);
            foreach (var v in d.Sides) _paint.Paragraph("    ", "      ", $"{v.Value}: {_say.Outlets(v.Reports)}");
        }
    }

    private void Sources(DossierStory s)
    {
        Head("Sources", s.Outlets.Length);
        foreach (var o in s.Outlets)
        {
            _paint.Paragraph("  ", "    ", $"{o.Label}: {o.OnlyHere.Length} events only here, {o.Missing.Length} of the others' missing", _paint.Bold);
            foreach (var id in o.Articles)
            {
                var article = _dossier[id].Article;
                _paint.Paragraph("    ", "      ", $"{_say.Headline(s, id)}, {DossierPhrases.Published(article)}");
            }
        }
    }

    private void Head(string title, int count)
    {
        if (count == 0) return;
        _paint.Line();
        _paint.Line(_paint.Head(title));
    }

    private void Row(Days? date, string text) => _paint.Paragraph("  " + Dated(date), new string(' ', DateColumns + 6), text);

    private static string Dated(Days? date) => Paint.Pad(DossierPhrases.Date(date), DateColumns) + "  ";

    private static string Bracketed(string word) => word.Length > 0 ? $" [{word}]" : "";
}
