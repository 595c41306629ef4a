using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Dossiers;
using Demarche.Reconciliation;
using Demarche.Tests.Reconciliation;

namespace Demarche.Tests.Corrections;

/// <summary>Reports of an invented quarrel, and somebody who corrects what was made of them.</summary>
internal sealed class Desk(params CodedArticle[] articles)
{
    private static readonly DateTimeOffset Start = new(2031, 5, 9, 8, 0, 0, TimeSpan.Zero);

    private readonly List<Correction> _entries = [];

    public static CodedArticle[] Quarrel =>
    [
        new CodedReport("Fog Gazette", "2031-05-06")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru", "2031-05-06")
            .Says("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-06")
            .Quotes("Ada Nordli", "The harbour stays open, whatever the weather may bring")
            .Counts("The ministry said 9 sailors died in the harbour.", 9, "PER", "ministry").Make(),
        new CodedReport("Rain & Hail", "2031-05-07")
            .Says("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru", "2031-05-05")
            .Says("Ada Nordli spoke to Pilar Quispe again, by telephone.", "041", "CONSULT", "Ada Nordli > Pilar Quispe", "2031-05-12")
            .Says("Peru rejected the offer of Norway.", "126", "REJECT", "Peru > Norway", "2031-05-07").Make(),
    ];

    public IReadOnlyList<Correction> Entries => _entries;

    public CorrectionLog Log => new(_entries);

    public Dossier Dossier => Make(Log);

    public IEnumerable<Event> Events => Dossier.Stories.SelectMany(s => s.Events);

    public Event The(string cameo) => Assert.Single(Events, e => e.Cameo == cameo);

    public Dossier Make(CorrectionLog log) => DossierMaker.Make(articles, new DossierOptions { Corrections = log });

    /// <summary>Makes an entry of its own minute.</summary>
    public Correction Do(CorrectionAct act, string name, Changes? set = null, params string[] others)
    {
        var (seen, plain) = (Dossier, Make(CorrectionLog.Empty));
        var catalog = new Catalog(plain.Articles, seen.Articles, seen.Stories.Select(s => (s.Story, s.Events)), plain.Stories.Select(s => (s.Story, s.Events)));
        var targets = others.Prepend(name).Select(n => catalog.Find(n).Target ?? throw new InvalidOperationException($"there is no {n}")).ToList();
        var parted = targets.Skip(1).SelectMany(t => t.Anchors).Select(a => (a.Article.Id, a.Observation)).ToHashSet();
        var anchors = act switch
        {
            CorrectionAct.Merge => targets.SelectMany((t, g) => t.Anchors.Select(a => a with { Group = g })).ToImmutableArray(),
            CorrectionAct.Split => [.. targets[0].Anchors.Select(a => a with { Group = parted.Contains((a.Article.Id, a.Observation)) ? 1 : 0 })],
            _ => targets[0].Anchors,
        };
        return Add(new Correction(new(""), Now, "Ana", act, targets[0].About, string.Join(' ', targets.Select(t => t.Name)), "test") { Was = targets[0].Was, Set = set, Reports = anchors });
    }

    public Correction Undo(CorrectionId id) => Add(new Correction(new(""), Now, "Bo", CorrectionAct.Undo, CorrectionSubject.Correction, id.Value, "test") { Undoes = id });

    private DateTimeOffset Now => Start.AddMinutes(_entries.Count);

    private Correction Add(Correction entry)
    {
        var named = CorrectionJson.Named(entry);
        _entries.Add(named);
        return named;
    }

    public static string Json(Dossier dossier)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RecordJson.Indented)) DossierJson.Write(json, dossier);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Everything that corrections can change in the articles.</summary>
    public static string Shown(IEnumerable<CodedArticle> articles) => string.Join('\n', articles.SelectMany(a => a.Observations.Select(o => string.Create(CultureInfo.InvariantCulture,
        $"{a.Article.Id}:{o.Id} {o.Cameo} {o.Plover} {o.Status} {o.Date?.Start} {string.Join(',', o.Sources.Select(x => a.Actors[x].Name))} > {string.Join(',', o.Targets.Select(x => a.Actors[x].Name))}"))
        .Concat(a.Quotes.Select(q => $"{q.Span} {q.SpeakerName}")).Concat(a.Figures.Select(f => $"{f.Span} {f.Value}"))));
}
