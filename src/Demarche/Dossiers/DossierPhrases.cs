using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Figures;
using Demarche.Mediation;
using Demarche.Ontology;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers;

/// <summary>The words in which every rendering of a dossier says the same things.</summary>
/// <param name="dossier">What is rendered.</param>
/// <param name="codes">Names of the codes; without them the type stands for the name.</param>
public sealed class DossierPhrases(Dossier dossier, EventOntology? codes)
{
    private readonly Dictionary<string, string> _states = StoryTitle.Names([.. dossier.Stories.SelectMany(s => s.Events)]);

    /// <summary>"2031-05-05", "2031-05-05 to 05-07", "undated".</summary>
    public static string Date(Days? days)
    {
        if (days is not { } d) return "undated";
        if (d.Start == d.End) return Day(d.Start);
        return Day(d.Start) + " to " + (d.Start.Year == d.End.Year ? Day(d.End)[5..] : Day(d.End));
    }

    /// <summary>"2031-05-05".</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Norway, Chile and Peru", or a dash for nobody.</summary>
    public static string Who(ImmutableArray<Party> parties) => Join(parties.Select(p => p.Name).Distinct(StringComparer.Ordinal));

    /// <summary>"a, b and c", or a dash for none.</summary>
    public static string Join(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "–" : all.Count == 1 ? all[0] : string.Join(", ", all.Take(all.Count - 1)) + " and " + all[^1];
    }

    /// <summary>"4 reports · 3 outlets · 1 event".</summary>
    public static string Counts(DossierStory s) =>
        $"{Count(s.Story.Articles.Length, "report")} · {Count(s.Outlets.Length, "outlet")} · {Count(s.Events.Length, "event")}";

    /// <summary>The day of an event; where no report tells it, the day by which it was reported: "by 2031-05-05".</summary>
    public string When(Event e) => e.Date is null && FirstReported(e) is { } day ? "by " + Day(day) : Date(e.Date);

    /// <summary>"Norway → Chile and Peru"; "Norway" where nobody is acted upon.</summary>
    public static string Sides(Event e) => e.Targets.Length == 0 ? Who(e.Sources) : Who(e.Sources) + " → " + Who(e.Targets);

    /// <summary>The events of the story's own time, by day; the undated where they were first reported.</summary>
    public ImmutableArray<Event> Current(DossierStory s) =>
        [.. s.Events.Where(e => !IsBackground(s, e)).OrderBy(e => e.Date?.Start ?? FirstReported(e) ?? DateOnly.MaxValue)];

    private DateOnly? FirstReported(Event e) => dossier.Reported(e).First;

    /// <summary>Events that began more than sixty days before the story's first day: what reports tell by way of background.</summary>
    public static ImmutableArray<Event> Background(DossierStory s) => [.. s.Events.Where(e => IsBackground(s, e))];

    private static bool IsBackground(DossierStory s, Event e) =>
        s.Span is { } span && e.Date is { } date && span.Start.DayNumber - date.Start.DayNumber > 60;

    /// <summary>"1 report", "2 reports".</summary>
    public static string Count(int n, string noun) => n.ToString(CultureInfo.InvariantCulture) + " " + noun + (n == 1 ? "" : "s");

    /// <summary>What was done, without its code: "talk by telephone".</summary>
    public string Act(string cameo, string plover) =>
        codes is not null && codes.TryFind(cameo, out var code) ? char.ToLowerInvariant(code.Name[0]) + code.Name[1..] : plover.ToLowerInvariant();

    /// <summary>What was done, with its code: "talk by telephone (041)".</summary>
    public string What(Event e) => $"{Act(e.Cameo, e.Plover)} ({e.Cameo})";

    /// <summary>"denied", "planned" and so on; empty for what took place.</summary>
    public static string StatusWord(Status status) => status == Status.Occurred ? "" : status.Word();

    /// <summary>"checked by Ana", "corrected by Ana: cameo 039 → 038, date none → 2031-05-06"; empty where nobody did either.</summary>
    public string Correction(Event e)
    {
        var parts = new List<string>();
        if (dossier.Corrections.Reviews.GetValueOrDefault(e.Id) is { } review)
            parts.Add($"checked by {review.Entry.By}" + (review.Changed.IsEmpty ? "" : ", since changed: " + string.Join(", ", review.Changed)));
        foreach (var by in dossier.Corrections.Of(e).Where(m => m.Entry.Act != CorrectionAct.Accept).GroupBy(m => m.Entry.By, StringComparer.Ordinal))
        {
            var changes = by.SelectMany(m => m.Changes.Length > 0 ? m.Changes.Select(c => $"{c.Field} {c.From ?? "none"} → {c.To ?? "none"}") : [Done(m.Entry.Act)]);
            parts.Add($"corrected by {by.Key}: {string.Join(", ", changes.Distinct(StringComparer.Ordinal))}");
        }
        return string.Join("; ", parts);
    }

    private static string Done(CorrectionAct act) => act switch
    {
        CorrectionAct.Merge => "joined",
        CorrectionAct.Split => "parted",
        CorrectionAct.Reject => "a report rejected",
        _ => act.Word(),
    };

    /// <summary>A country's name, if the articles give it, else the code itself.</summary>
    public string Country(string code) => _states.GetValueOrDefault(code, code);

    /// <summary>The outlet of an article, or its source where no outlet is known.</summary>
    public string Outlet(ArticleId article) => Coverage.Label(dossier[article].Article);

    /// <summary>The outlets of some reports, each once, in order.</summary>
    public string Outlets(IEnumerable<Report> reports) => string.Join(", ", Distinct(reports.Select(r => Outlet(r.Article))));

    /// <summary>"3 reports: A, B".</summary>
    public string Reports(ImmutableArray<Report> reports) =>
        (reports.Length == 1 ? "1 report: " : reports.Length.ToString(CultureInfo.InvariantCulture) + " reports: ") + Outlets(reports);

    /// <summary>"3 reports, 2 independent sources: A, B"; a single report says that by itself.</summary>
    public string Reports(Event e) =>
        e.Reports.Length == 1 ? Reports(e.Reports) : $"{Count(e.Reports.Length, "report")}, {Count(e.IndependentSources, "independent source")}: {Outlets(e.Reports)}";

    /// <summary>The words of a report on one line.</summary>
    public string Words(Report report) => OneLine(report.Span.Of(dossier[report.Article].Article.Text));

    /// <summary>The report to show first: of the event's own code, status and date, the most confident.</summary>
    public Report Best(Event e) => e.Reports.OrderByDescending(r => Fit(e, r)).First();

    /// <summary>The observation of a report, or null for words that are none.</summary>
    public Observation? Observation(Report report) =>
        report.Observation is { } id ? dossier[report.Article].Observations.FirstOrDefault(o => o.Id == id) : null;

    /// <summary>"at least 639", "about 40", "hundreds", "20 to 30", "another 12", "3, a part", "possibly 500".</summary>
    public static string Number(FigureEntry e)
    {
        var number = e.Value is not { } value ? e.Words
            : e.High is { } high ? $"{Digits(value)} to {Digits(high)}"
            : Bound(e.Bound) + Digits(value);
        return (e.Status == FigureStatus.Possible ? "possibly " : "") + (e.Change == FigureChange.Addition ? "another " : "") + number + (e.IsPart ? ", a part" : "");
    }

    private static string Digits(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"Iran and Israel" for a mediation's parties, from whom no answer is reported where that is so.</summary>
    public string Silence(Initiative i) =>
        i.Silent.Length == 0 || i.Mediator is null ? "" : "No answer of " + Join(i.Silent.Select(Country)) + " is reported.";

    /// <summary>The day of an answer; of one that is not reported the day up to which none is: "to 2031-05-12".</summary>
    public static string Until(Response r) => r.Value == "none_reported" && r.Date is { } d ? "to " + Day(d.End) : Date(r.Date);

    /// <summary>A word of the record for reading: "none reported".</summary>
    public static string Plain(string word) => word.Replace('_', ' ');

    /// <summary>"Russia between Iran and Israel", "Iran and Israel, without a mediator".</summary>
    public string Title(Initiative i)
    {
        var parties = Join(i.Parties.Select(Country));
        return i.Mediator is { } m ? Country(m) + " between " + parties : parties + ", without a mediator";
    }

    /// <summary>"mediation by Russia": codes of countries in the words of the record become names.</summary>
    public string Issue(string issue)
    {
        var words = issue.Split(' ');
        return string.Join(' ', words.Select(Country));
    }

    /// <summary>A claimant in brackets, or "own word".</summary>
    public static string Claimant(FigureEntry e) => e.Claimants.Length == 0 ? "no claimant named" : "according to " + Join(e.Claimants);

    /// <summary>The day an article was published, with its basis in words.</summary>
    public static string Published(Article article) =>
        article.Published.Date is { } day ? Day(day) + " (" + article.Published.Basis.Word() + ")" : "day of publication not known";

    /// <summary>An article's headline, or its source; of a wire copy also whose words it repeats.</summary>
    public string Headline(DossierStory s, ArticleId article)
    {
        var a = dossier[article].Article;
        return (a.Title ?? a.Source) + (s.Copies.TryGetValue(article.Value, out var of) ? $" (repeats {Outlet(of)}, {Published(dossier[of].Article)})" : "");
    }

    /// <summary>White space folded to single spaces, control characters and marks of writing direction left out.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F')) line.Append(c);
        }
        return line.ToString().TrimEnd();
    }

    private (int Code, int Status, int Date, double Confidence) Fit(Event e, Report r)
    {
        if (Observation(r) is not { } o) return default;
        var date = o.Date is { } d ? new Days(d.Start, d.End) : (Days?)null;
        return (o.Cameo == e.Cameo ? 1 : 0, o.Status == e.Status ? 1 : 0, date == e.Date ? 1 : 0, o.Confidence);
    }

    private static string Bound(FigureBound bound) => bound switch
    {
        FigureBound.AtLeast => "at least ",
        FigureBound.AtMost => "at most ",
        FigureBound.About => "about ",
        _ => "",
    };

    private static IEnumerable<string> Distinct(IEnumerable<string> names) => names.Distinct(StringComparer.OrdinalIgnoreCase);
}
