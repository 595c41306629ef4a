using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Mediation;
using Demarche.Reconciliation;
using Demarche.Stories;
using Demarche.Text;

namespace Demarche.Dossiers;

/// <summary>Writes a dossier as the public JSON; spans in Unicode code points of the article's clean text.</summary>
public sealed class DossierJson
{
    private readonly Utf8JsonWriter _json;
    private readonly Dossier _dossier;
    private readonly DossierPhrases _say;
    private readonly Dictionary<ArticleId, CodePoints> _points;

    private DossierJson(Utf8JsonWriter json, Dossier dossier)
    {
        _json = json;
        _dossier = dossier;
        _say = new DossierPhrases(dossier, null);
        _points = dossier.Articles.ToDictionary(a => a.Article.Id, a => new CodePoints(a.Article.Text));
    }

    /// <summary>Writes one object; does not flush.</summary>
    public static void Write(Utf8JsonWriter json, Dossier dossier)
    {
        var writer = new DossierJson(json, dossier);
        json.WriteStartObject();
        json.WriteString("as_of", Day(dossier.AsOf));
        writer.List("stories", dossier.Stories, writer.Story);
        new CorrectionsJson(json).Write(dossier.Corrections.Report);
        json.WriteEndObject();
    }

    private void Story(DossierStory s)
    {
        _json.WriteString("id", s.Story.Id.Value);
        _json.WriteString("title", s.Title);
        _json.WriteString("first", Day(s.Span?.Start));
        _json.WriteString("last", Day(s.Span?.End));
        Strings("articles", s.Story.Articles.Select(a => a.Article.Id.Value));
        _json.WriteString("cite_as", Citation.Of(_dossier, s));
        List("sources", [.. s.Story.Articles.Select(a => a.Article)], Source);
        List("linked", s.Linked, Link);
        List("events", s.Events, Event);
        List("contacts", s.Contacts, Contact);
        List("mediation", s.Mediation, Initiative);
        List("positions", s.Positions, Position);
        List("quotes", s.Quotes, Quote);
        List("figures", s.Figures, Figures);
        List("discrepancies", Disagreement.OfAll(s, _say), Difference);
        List("outlets", s.Outlets, Outlet);
        List("copies", [.. s.Copies], c =>
        {
            _json.WriteString("article", c.Key);
            _json.WriteString("of", c.Value.Value);
        });
    }

    private void Source(Article a)
    {
        _json.WriteString("article", a.Id.Value);
        _json.WriteString("source", a.Source);
        _json.WriteString("outlet", a.Outlet);
        _json.WriteString("title", a.Title);
        _json.WriteString("url", a.Url);
        _json.WriteString("published", Day(a.Published.Date));
        _json.WriteString("text_sha256", Citation.Sha256(a));
    }

    private void Link((StoryId Story, string Reason) link)
    {
        _json.WriteString("story", link.Story.Value);
        _json.WriteString("reason", link.Reason);
    }

    private void Event(Event e)
    {
        _json.WriteString("id", e.Id.Value);
        _json.WriteString("cameo", e.Cameo);
        _json.WriteString("plover", e.Plover);
        _json.WriteString("mode", e.Mode);
        _json.WriteString("status", e.Status.Word());
        Date("date", e.Date);
        var (first, last) = _dossier.Reported(e);
        _json.WriteString("first_reported", Day(first));
        _json.WriteString("last_reported", Day(last));
        List("sources", e.Sources, Party);
        List("targets", e.Targets, Party);
        List("reports", e.Reports, Report);
        _json.WriteNumber("outlets", e.Outlets);
        _json.WriteNumber("independent_sources", e.IndependentSources);
        List("discrepancies", e.Discrepancies, Discrepancy);
        _json.WriteString("joined_by", e.Reason);
        new CorrectionsJson(_json).Write(_dossier.Corrections, e);
    }

    private void Party(Party p)
    {
        _json.WriteString("name", p.Name);
        _json.WriteString("kind", p.Kind.Word());
        _json.WriteString("code", p.Code);
        _json.WriteString("country", p.Country);
    }

    private void Report(Report r)
    {
        _json.WriteString("article", r.Article.Value);
        _json.WriteString("event", r.Observation?.Value);
        Span(r.Article, r.Span);
    }

    private void Discrepancy(Discrepancy d)
    {
        _json.WriteString("field", d.Field.Word());
        _json.WriteString("type", DifferenceWords.Word(d.Type));
        _json.WriteString("about", d.About);
        _json.WriteString("state", DifferenceWords.Word(d.State));
        _json.WriteString("rule", d.Rule);
        List("values", d.Values, v =>
        {
            _json.WriteString("value", v.Value);
            List("reports", v.Reports, Report);
        });
    }

    private void Difference(Disagreement d)
    {
        _json.WriteString("id", d.Id);
        _json.WriteString("field", d.Field.Word());
        _json.WriteString("type", DifferenceWords.Word(d.Type));
        _json.WriteString("about", d.About);
        _json.WriteString("state", DifferenceWords.Word(d.State));
        _json.WriteString("rule", d.Rule);
        _json.WriteString("event", d.Event?.Value);
        List("values", d.Sides, v =>
        {
            _json.WriteString("value", v.Value);
            List("reports", v.Reports, Report);
        });
    }

    private void Contact(Contact c)
    {
        Strings("participants", c.Participants.Select(p => p.Name));
        _json.WriteString("mode", c.Mode.Word());
        Date("date", c.Date);
        _json.WriteString("status", c.Status.Word());
        List("reports", c.Reports, Report);
        Strings("events", c.Events.Select(e => e.Value));
        _json.WriteString("who_initiated", c.Initiator?.Name);
        _json.WriteString("place", c.Place);
        Strings("topics", c.Topics);
        if (c.Relay is not { } relay)
        {
            _json.WriteNull("relay");
            return;
        }
        _json.WriteStartObject("relay");
        _json.WriteString("sender", relay.Sender?.Name);
        _json.WriteString("carrier", relay.Carrier?.Name);
        _json.WriteString("addressee", relay.Addressee?.Name);
        _json.WriteEndObject();
    }

    private void Initiative(Initiative i)
    {
        Strings("parties", i.Parties);
        _json.WriteString("mediator", i.Mediator);
        _json.WriteString("status", i.Status.Word());
        Strings("no_answer_reported", i.Silent);
        List("steps", i.Steps, s =>
        {
            _json.WriteString("kind", s.Kind.Word());
            _json.WriteString("by", s.By.Name);
            _json.WriteString("role", s.Role.Word());
            Strings("to", s.To.Select(p => p.Name));
            Date("date", s.Date);
            Strings("events", s.Events.Select(e => e.Value));
        });
        _json.WriteString("id", i.Id);
        _json.WriteString("label", i.Label);
        Strings("mediators", i.Mediators);
        _json.WriteString("first", Day(i.First));
        _json.WriteString("last", Day(i.Last));
        _json.WriteString("prior_initiative", i.Prior);
        _json.WriteString("stage", i.Stage.Word());
        _json.WriteStartObject("outcome");
        _json.WriteString("value", i.Outcome);
        _json.WriteString("as_of", Day(i.AsOf));
        _json.WriteEndObject();
        List("offers", i.Offers, Offer);
        List("responses", i.Responses, Response);
    }

    private void Offer(Offer o)
    {
        _json.WriteString("mediator", o.Mediator.Name);
        _json.WriteString("mediator_type", o.MediatorType);
        Strings("addressed_to", o.AddressedTo.Select(p => p.Name));
        Date("date", o.Date);
        _json.WriteString("channel", o.Channel);
        _json.WriteString("act", o.Act);
        List("conditions", o.Conditions, c =>
        {
            _json.WriteString("text", c.Text);
            Report(c.Report);
        });
        _json.WriteString("initiated_by", o.InitiatedBy);
        _json.WriteString("strategy", o.Strategy);
        _json.WriteString("venue", o.Venue);
        List("reports", o.Reports, Report);
    }

    private void Response(Response r)
    {
        _json.WriteString("respondent", r.Respondent);
        _json.WriteString("respondent_role", r.Role);
        _json.WriteString("value", r.Value);
        Date("date", r.Date);
        if (r.Supersedes is { } earlier) _json.WriteNumber("supersedes", earlier);
        else _json.WriteNull("supersedes");
        if (r.Quote is { } quote)
        {
            _json.WriteStartObject("quote");
            _json.WriteString("article", quote.Article.Value);
            Span(quote.Article, quote.Span);
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteNull("quote");
        }
        List("reports", r.Reports, Report);
    }

    private void Position(Position p)
    {
        _json.WriteString("actor", p.Actor.Name);
        _json.WriteString("issue", p.Issue);
        _json.WriteBoolean("changes", p.Changes);
        List("entries", p.Entries, e =>
        {
            Date("date", e.Date);
            _json.WriteString("stance", e.Stance.Word());
            Strings("events", e.Events.Select(x => x.Value));
        });
    }

    private void Quote(Utterance u)
    {
        _json.WriteString("speaker", u.Speaker);
        _json.WriteString("text", u.Text);
        _json.WriteString("addressee", u.Addressee);
        _json.WriteString("language", u.Language);
        Date("date", u.Date);
        List("variants", u.Variants, v =>
        {
            _json.WriteString("article", v.Article.Value);
            _json.WriteString("outlet", v.Outlet);
            Span(v.Article, v.Span);
            _json.WriteString("text", v.Words);
            _json.WriteString("kind", DifferenceWords.Word(v.Kind));
            List("diff", v.Kind == RenderingKind.SameWords ? [] : WordStretch.Compare(u.Text, v.Words), d => _json.WriteString(DifferenceWords.Word(d.Side), d.Words));
        });
    }

    private void Figures(FigureSeries f)
    {
        _json.WriteString("kind", f.Kind.Word());
        _json.WriteString("measure", f.Measure.Word());
        _json.WriteString("currency", f.Currency);
        _json.WriteString("country", f.Country);
        _json.WriteString("side", f.Side);
        _json.WriteString("rule", FigureSeries.Rule);
        Number("best", f.Best);
        Number("low", f.Low);
        Number("high", f.High);
        List("entries", f.Entries, e =>
        {
            Number("value", e.Value);
            _json.WriteString("words", e.Words);
            _json.WriteString("bound", e.Bound.Word());
            Number("high", e.High);
            Number("supersedes", f.PutOutOfDate(e) is { } old ? f.Entries.IndexOf(old) : null);
            _json.WriteString("change", e.Change?.Word());
            _json.WriteBoolean("part", e.IsPart);
            _json.WriteString("status", e.Status.Word());
            _json.WriteString("as_of", Day(e.AsOf));
            Strings("claimants", e.Claimants);
            List("reports", e.Reports, Report);
        });
    }

    private void Outlet(OutletCoverage o)
    {
        _json.WriteString("outlet", o.Outlet);
        _json.WriteString("label", o.Label);
        _json.WriteNumber("articles", o.Articles.Length);
        Strings("article_ids", o.Articles.Select(a => a.Value));
        Strings("only_here", o.OnlyHere.Select(e => e.Value));
        Strings("missing", o.Missing.Select(e => e.Value));
    }

    private void Span(ArticleId article, TextSpan span)
    {
        var (start, end) = _points[article].Of(span);
        _json.WriteStartArray("span");
        _json.WriteNumberValue(start);
        _json.WriteNumberValue(end);
        _json.WriteEndArray();
    }

    private void Date(string name, Days? days)
    {
        if (days is not { } d)
        {
            _json.WriteNull(name);
            return;
        }
        _json.WriteStartObject(name);
        _json.WriteString("start", Day(d.Start));
        _json.WriteString("end", Day(d.End));
        _json.WriteEndObject();
    }

    private void Number(string name, long? value)
    {
        if (value is { } number) _json.WriteNumber(name, number);
        else _json.WriteNull(name);
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var v in values) _json.WriteStringValue(v);
        _json.WriteEndArray();
    }

    private void List<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
