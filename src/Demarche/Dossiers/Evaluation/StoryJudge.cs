using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>Compares one dossier with one annotated affair.</summary>
internal sealed class StoryJudge
{
    private readonly GoldStory _gold;
    private readonly JsonElement _dossier;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PrintedRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextAlignment> _alignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventAgreement> _agreements = new(StringComparer.Ordinal);

    public StoryJudge(GoldStory gold, IEnumerable<PrintedRecord> records, JsonElement dossier, Action<string> tell)
    {
        _gold = gold;
        _dossier = dossier;
        _tell = tell;
        var byStem = gold.Articles.ToDictionary(a => Path.GetFileNameWithoutExtension(a.Name), StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (!byStem.TryGetValue(record.Stem, out var article)) continue;
            _nameOf[record.Id] = article.Name;
            _records[article.Name] = record;
            _alignments[article.Name] = new TextAlignment(article.Text, record.Text);
            _agreements[article.Name] = new EventAgreement(article, record, _alignments[article.Name]);
        }
    }

    public StoryScores Judge()
    {
        var events = new Tally();
        var full = 0;
        foreach (var article in _gold.Articles)
        {
            if (!_agreements.TryGetValue(article.Name, out var a))
            {
                events += new Tally(0, 0, article.Events.Count(e => e.IsCore));
                continue;
            }
            events += new Tally(a.Pairs.Count, a.False.Length, a.Missed.Length);
            full += a.Full;
            foreach (var i in a.Missed) _tell($"missed event in {article.Name}: {article.Events[i].Types[0]} {Words(article.Text, article.Events[i].Sentence)}");
            foreach (var j in a.False) _tell($"false event in {article.Name}: {_records[article.Name].Events[j].Plover} {Words(_records[article.Name].Text, _records[article.Name].Events[j].Sentence)}");
        }
        var stories = Each(_dossier, "stories").Select(s => (IReadOnlyCollection<string>)[.. Strings(s, "articles").Select(Name).OfType<string>()]).ToList();
        var (differences, listed) = Differences();
        return new StoryScores(
            events, new Tally(full, events.Right + events.Wrong - full, events.Right + events.Missed - full),
            BCubed.Of([.. _gold.Stories.Select(s => (IReadOnlyCollection<string>)s)], stories, new HashSet<(int, int)>()), World(),
            Dealings("contact", _gold.Contacts, [.. Stories("contacts")], SamePeople),
            Dealings("step", _gold.Steps, [.. Stories("mediation").SelectMany(m => Each(m, "steps"))], SameStep), differences, listed);
    }

    /// <summary>Reports are (article, place of the annotated event), or (article, -1 - place of the observation) where nothing was expected.</summary>
    private BCubed? World()
    {
        var gold = _gold.Events.Select(e => (IReadOnlyCollection<(string, int)>)[.. e.Reports.Where(r => Article(r.Article).Events[r.Event].IsCore)]).ToList();
        var number = _gold.Events.Select((e, i) => (e.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        var merge = _gold.Events.SelectMany((e, i) => e.MayMerge.Where(number.ContainsKey).SelectMany(m => new[] { (i, number[m]), (number[m], i) })).ToHashSet();
        var used = new HashSet<(string, int)>();
        var found = new List<IReadOnlyCollection<(string, int)>>();
        foreach (var e in Stories("events"))
        {
            var cluster = new List<(string, int)>();
            foreach (var r in Each(e, "reports"))
            {
                if (Report(r) is not var (name, k) || _agreements[name].Absorbed.Contains(k) || !used.Add((name, k))) continue;
                var answered = _agreements[name].Pairs.Where(p => p.Value == k).Select(p => (int?)p.Key).FirstOrDefault();
                cluster.Add((name, answered ?? -1 - k));
            }
            if (cluster.Count > 0) found.Add(cluster);
        }
        TellSplits(gold, found);
        return BCubed.Of(gold, found, merge);
    }

    private void TellSplits(List<IReadOnlyCollection<(string, int)>> gold, List<IReadOnlyCollection<(string, int)>> found)
    {
        for (var i = 0; i < gold.Count; i++)
        {
            var parts = found.Count(c => c.Any(gold[i].Contains));
            if (parts > 1) _tell($"event {_gold.Events[i].Id} stands as {parts}");
        }
        foreach (var c in found)
        {
            var homes = Enumerable.Range(0, gold.Count).Where(i => gold[i].Any(c.Contains)).Select(i => _gold.Events[i].Id).ToList();
            if (homes.Count > 1) _tell($"events {string.Join(", ", homes)} stand as one");
        }
    }

    private Tally Dealings(string what, ImmutableArray<GoldDealing> gold, List<JsonElement> found, Func<GoldDealing, JsonElement, bool> same)
    {
        var (pairs, missed, wrong) = Pair(gold, found, (g, f) => same(g, f) && EventAgreement.DateAgrees(g.Dates, PrintedRecord.Days(f.GetProperty("date"))) ? new Fit(1) : null, g => g.IsCore);
        foreach (var i in missed) _tell($"missed {what}: {string.Join("/", gold[i].Kinds)} {string.Join(" + ", gold[i].People.Select(p => p[0]))} {gold[i].Dates[0]}");
        foreach (var j in wrong) _tell($"false {what}: {found[j].GetRawText().ReplaceLineEndings(" ")}");
        return new Tally(pairs, wrong.Count, missed.Count);
    }

    private static bool SamePeople(GoldDealing gold, JsonElement contact)
    {
        var people = Strings(contact, "participants").ToList();
        var edges = new Dictionary<(int Expected, int Found), Fit>();
        for (var i = 0; i < gold.People.Length; i++)
            for (var j = 0; j < people.Count; j++)
                if (gold.People[i].Any(n => NameAgreement.Same(n, people[j]))) edges[(i, j)] = new Fit(1);
        return people.Count == gold.People.Length && OneToOne.Match(people.Count, edges).Count == people.Count;
    }

    private static bool SameStep(GoldDealing gold, JsonElement step) =>
        gold.Kinds.Contains(step.GetProperty("kind").GetString()!) && gold.People[0].Any(n => NameAgreement.Same(n, step.GetProperty("by").GetString()));

    private (Tally Found, int Listed) Differences()
    {
        var shown = new ShownDifferences(_dossier, _records, _nameOf).All();
        var (pairs, missed, _) = Pair(_gold.Differences, shown, Meets, g => g.IsCore);
        foreach (var i in missed) _tell($"missed difference in {string.Join("/", _gold.Differences[i].Fields)}: {_gold.Differences[i].About}");
        return (new Tally(pairs, shown.Count - pairs, missed.Count), shown.Count);
    }

    /// <summary>The same field, and two of the values expected are met by two of those shown.</summary>
    private Fit? Meets(GoldDifference gold, ShownDifference shown)
    {
        if (!gold.Fields.Contains(shown.Field)) return null;
        var edges = new Dictionary<(int Expected, int Found), Fit>();
        for (var i = 0; i < gold.Values.Length; i++)
            for (var j = 0; j < shown.Values.Length; j++)
                if (gold.Values[i].Any(r => Touches(r, shown.Values[j]))) edges[(i, j)] = new Fit(1);
        return OneToOne.Match(gold.Values.Length, edges).Count is var met and > 1 ? new Fit(met) : null;
    }

    private bool Touches((string Article, TextSpan Span) report, ImmutableArray<(string Article, TextSpan? Span)> places)
    {
        var at = _alignments.TryGetValue(report.Article, out var alignment) ? alignment.Find(report.Span) : null;
        return places.Any(p => p.Article == report.Article && (p.Span is not { } span || at is { } a && a.Overlaps(span)));
    }

    /// <summary>One-to-one, where optional gold absorbs what it meets.</summary>
    private static (int Pairs, List<int> Missed, List<int> Wrong) Pair<TGold, TFound>(
        IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, TFound, Fit?> fit, Func<TGold, bool> isCore)
    {
        var edges = new Dictionary<(int Expected, int Found), Fit>();
        for (var i = 0; i < gold.Count; i++)
            for (var j = 0; j < found.Count; j++)
                if (fit(gold[i], found[j]) is { } f) edges[(i, j)] = f;
        var spare = edges.Keys.Where(e => !isCore(gold[e.Expected])).Select(e => e.Found).ToHashSet();
        var pairs = OneToOne.Match(gold.Count, edges.Where(e => isCore(gold[e.Key.Expected])).ToDictionary(), spare);
        var taken = pairs.Values.ToHashSet();
        return (pairs.Count, [.. Enumerable.Range(0, gold.Count).Where(i => isCore(gold[i]) && !pairs.ContainsKey(i))],
            [.. Enumerable.Range(0, found.Count).Where(j => !taken.Contains(j) && !spare.Contains(j))]);
    }

    private (string Name, int Event)? Report(JsonElement report)
    {
        if (Name(report.GetProperty("article").GetString()!) is not { } name) return null;
        var id = report.GetProperty("event").GetString();
        var k = _records[name].Events.ToList().FindIndex(e => e.Id == id);
        return k < 0 ? null : (name, k);
    }

    private GoldArticle Article(string name) => _gold.Articles.First(a => a.Name == name);

    private string? Name(string id) => _nameOf.GetValueOrDefault(id);

    private IEnumerable<JsonElement> Stories(string part) => Each(_dossier, "stories").SelectMany(s => Each(s, part));

    private static JsonElement.ArrayEnumerator Each(JsonElement e, string name) => e.GetProperty(name).EnumerateArray();

    private static IEnumerable<string> Strings(JsonElement e, string name) => Each(e, name).Select(x => x.GetString()!);

    private static string Words(string text, TextSpan span) => string.Join(' ', text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
