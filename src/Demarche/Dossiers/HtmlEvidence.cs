using System.Globalization;
using Demarche.Coding;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers;

/// <summary>The part of the page that every cell leads to: the words in their sentence, outlet, day and its basis, and the rule.</summary>
internal sealed class HtmlEvidence(HtmlPage page, Dossier dossier, DossierPhrases say)
{
    private const int LongestContext = 600;

    /// <summary>One entry for every place that was linked to, article by article.</summary>
    public void Write()
    {
        page.Raw("<section id=\"evidence\"><h2>Evidence</h2>\n");
        page.Element("p", "The sentence behind every cell above, in its surroundings; the highlighted words are quoted as they stand.", "class=\"soft\"");
        foreach (var article in page.Proofs.GroupBy(p => p.Report.Article))
        {
            var a = dossier[article.Key].Article;
            page.Raw($"<section><h3>{HtmlPage.Isolated(say.Outlet(a.Id))}{(a.Title is { } t ? ": " + HtmlPage.Isolated(t) : "")}</h3>\n");
            page.Raw($"<p class=\"soft\">{HtmlPage.Encode(DossierPhrases.Published(a))} · <code>{HtmlPage.Encode(a.Source)}</code>{Address(a.Url)}</p>\n");
            foreach (var (anchor, report) in article) Proof(anchor, report);
            page.Raw("</section>\n");
        }
        page.Raw("</section>\n");
    }

    private void Proof(string anchor, Report report)
    {
        var coded = dossier[report.Article];
        page.Raw($"<div class=\"proof\" id=\"{anchor}\"><p lang=\"{HtmlPage.Encode(coded.Article.Language)}\" dir=\"auto\">");
        var (before, after) = Surroundings(coded, report.Span);
        page.Raw(HtmlPage.Encode(before) + "<mark>" + HtmlPage.Encode(report.Span.Of(coded.Article.Text)) + "</mark>" + HtmlPage.Encode(after) + "</p>\n");
        if (say.Observation(report) is { } o) page.Raw("<p class=\"soft\">" + Coded(coded, o) + "</p>\n");
        page.Raw("</div>\n");
    }

    private string Coded(CodedArticle coded, Observation o)
    {
        string Names(IEnumerable<Actors.ActorId> ids) => DossierPhrases.Join(ids.Select(i => coded.Actors[i].Name));
        var days = o.Date is { } d ? DossierPhrases.Date(new Days(d.Start, d.End)) : "undated";
        var by = o.Attribution.Length > 0 ? ", according to " + DossierPhrases.Join(o.Attribution.Reverse().Select(x => x.Name)) : "";
        var confidence = o.Confidence.ToString("0.00", CultureInfo.InvariantCulture);
        return HtmlPage.Isolated(Names(o.Sources)) + " → " + HtmlPage.Isolated(Names(o.Targets)) + ": "
            + HtmlPage.Encode($"{say.Act(o.Cameo, o.Plover)} ({o.Cameo}, {o.Plover}) · {days} · {o.Status.Word()}{by} · ")
            + $"rule <code>{HtmlPage.Encode(o.Coder)}</code> · confidence {confidence}";
    }

    /// <summary>The rest of the sentences around a span, cut to a readable length.</summary>
    private static (string Before, string After) Surroundings(CodedArticle coded, TextSpan span)
    {
        var text = coded.Article.Text;
        var first = coded.Analysis.SentenceAt(span.Start)?.Span.Start ?? span.Start;
        var last = coded.Analysis.SentenceAt(Math.Max(span.Start, span.End - 1))?.Span.End ?? span.End;
        var from = Math.Max(Math.Min(first, span.Start), span.Start - LongestContext);
        var to = Math.Min(Math.Max(last, span.End), span.End + LongestContext);
        return (text[from..span.Start], text[span.End..to]);
    }

    /// <summary>Only the web's own schemes become links.</summary>
    private static string Address(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return "";
        return $" · <a rel=\"noreferrer noopener\" href=\"{HtmlPage.Encode(uri.AbsoluteUri)}\">original</a>";
    }
}
