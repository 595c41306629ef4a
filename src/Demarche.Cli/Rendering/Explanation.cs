using System.Globalization;
using System.Text.Json;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Cli.Rendering;

/// <summary>One observation laid open: its sentence, tree, pattern, arguments, status, date and attribution.</summary>
internal sealed class Explanation(CodedArticle coded, Observation observation, Derivation derivation)
{
    private readonly CodePoints _points = new(coded.Article.Text);

    /// <summary>For people to read.</summary>
    public void WriteText(TextWriter output)
    {
        output.WriteLine($"{observation.Id}  CAMEO {observation.Cameo}  PLOVER {observation.Plover}  {coded.Article.Source}");
        output.WriteLine($"  sentence     {At(observation.Sentence)} {Clean(observation.Sentence.Of(coded.Article.Text))}");
        output.WriteLine($"  pattern      {derivation.Pattern}    (data/{derivation.Place})");
        output.WriteLine($"  trigger      {string.Join(" … ", observation.Trigger.Select(t => $"{t.Of(coded.Article.Text)} {At(t)}"))}");
        WriteSide(output, "sources", observation.Sources, derivation.SourceRule);
        WriteSide(output, "targets", observation.Targets, derivation.TargetRule);
        output.WriteLine($"  status       {RecordWords.Word(observation.Status)}    (rule: {derivation.StatusRule})");
        output.WriteLine($"  date         {DateText()}");
        output.WriteLine($"  attribution  {(observation.Attribution.IsEmpty ? "the outlet itself" : string.Join(" ← ", observation.Attribution.Select(a => a.Name)))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  confidence   {observation.Confidence:0.00}"));
        foreach (var rival in derivation.Rivals.Where(r => r.Held)) output.WriteLine($"  also holds: data/{rival.Place}: {rival.Code} {rival.Pattern} ({rival.Reason})");
        output.WriteLine("  tree");
        WriteTree(output);
        output.WriteLine();
    }

    /// <summary>For programs: one JSON object a line.</summary>
    public void WriteJson(TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, RecordJson.Line))
        {
            json.WriteStartObject();
            json.WriteString("article", coded.Article.Id.Value);
            json.WriteString("event", observation.Id.Value);
            json.WriteString("cameo", observation.Cameo);
            json.WriteString("plover", observation.Plover);
            json.WriteString("pattern", derivation.Pattern);
            json.WriteString("place", "data/" + derivation.Place);
            WriteSpan(json, "sentence", observation.Sentence);
            json.WriteNumber("trigger_token", derivation.Trigger);
            json.WriteString("source_rule", derivation.SourceRule);
            json.WriteString("target_rule", derivation.TargetRule);
            json.WriteString("status_rule", derivation.StatusRule);
            WriteList(json, "sources", observation.Sources.Select(id => coded.Actors[id].Name));
            WriteList(json, "targets", observation.Targets.Select(id => coded.Actors[id].Name));
            WriteList(json, "losers", derivation.Rivals.Select(r => $"{r.Place}: {r.Code} {r.Pattern}"));
            json.WriteStartArray("tree");
            foreach (var t in Tokens()) WriteToken(json, t);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private void WriteSide(TextWriter output, string side, IEnumerable<ActorId> ids, string rule)
    {
        var actors = ids.Select(id => coded.Actors[id]).ToList();
        if (actors.Count == 0)
        {
            output.WriteLine($"  {side,-12} none named    (rule: {rule})");
            return;
        }
        foreach (var a in actors)
            output.WriteLine($"  {side,-12} {Clean(a.Name)} {a.Code ?? "no code"}    (rule: {rule}; {(a.Known is null ? "known from the text alone" : "data/actors: " + a.Known)})");
    }

    private string DateText() => observation.Date is not { } date ? "not told"
        : $"{Day(date.Start)}{(date.End == date.Start ? "" : " to " + Day(date.End))}    ({(date.Text is { } t ? $"from “{t.Of(coded.Article.Text)}” {At(t)}" : "from the narrative")}; published {(coded.Article.Published.Date is { } p ? Day(p) : "unknown")})";

    private void WriteTree(TextWriter output)
    {
        var depth = new Dictionary<int, int>();
        foreach (var t in Tokens())
        {
            var level = Depth(t, depth);
            var mark = t.Index == derivation.Trigger ? "*" : derivation.Words.Contains(t.Index) ? "+" : " ";
            output.WriteLine($"   {mark} {new string(' ', 2 * Math.Min(level, 20))}{Clean(t.Form)}  {t.Upos}  {t.Relation}{(t.Head < 0 ? "" : " ← " + Clean(coded.Analysis.Tokens[t.Head].Form))}");
        }
    }

    private int Depth(Token token, Dictionary<int, int> known)
    {
        var steps = 0;
        for (var t = token; t.Head >= 0; t = coded.Analysis.Tokens[t.Head])
        {
            if (known.TryGetValue(t.Index, out var d))
            {
                steps += d;
                break;
            }
            steps++;
        }
        return known[token.Index] = steps;
    }

    private (int First, int End) SentenceTokens() => coded.Analysis.TokensIn(observation.Sentence);

    private IEnumerable<Token> Tokens()
    {
        var (first, end) = SentenceTokens();
        for (var i = first; i < end; i++) yield return coded.Analysis.Tokens[i];
    }

    private void WriteToken(Utf8JsonWriter json, Token t)
    {
        json.WriteStartObject();
        json.WriteNumber("id", t.Index);
        json.WriteString("form", t.Form);
        json.WriteString("lemma", t.Lemma);
        json.WriteString("upos", t.Upos);
        json.WriteNumber("head", t.Head);
        json.WriteString("relation", t.Relation);
        WriteSpan(json, "span", t.Span);
        json.WriteEndObject();
    }

    private void WriteSpan(Utf8JsonWriter json, string name, TextSpan span)
    {
        var (start, end) = _points.Of(span);
        json.WriteStartArray(name);
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var v in values) json.WriteStringValue(v);
        json.WriteEndArray();
    }

    private string At(TextSpan span) => _points.Of(span) is var (start, end) ? $"[{start},{end})" : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clean(string text) => Messages.Visible(string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries)));
}
