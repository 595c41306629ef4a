using System.Globalization;
using Demarche.Coding.Learned;
using Demarche.Ontology;

namespace Demarche.Coding.Training;

/// <summary>How well a model does on the sentences kept for measuring, beside patterns and grammar alone.</summary>
internal sealed class EventMeasure(EventModel model, EventOntology ontology, Action<string> say)
{
    private static readonly float[] Bounds = [0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.4f, 0.5f];

    /// <summary>Says the scores.</summary>
    public void Of(EventExamples examples)
    {
        var test = examples.Triggers.Where(e => e.IsTest).ToList();
        var judged = test.Select(Judge).ToList();
        foreach (var bound in Bounds)
            say(string.Create(CultureInfo.InvariantCulture, $"triggers from {bound:0.00}: {Score(test, judged.Where(j => j.Chance > bound).Select(j => (j.Example, j.Type)))}"));
        say($"patterns alone: {Score(test, test.Where(e => e.PatternType is not null).Select(e => (e, e.PatternType!)))}");
        var roles = examples.Roles.Where(r => r.IsTest && r.IsCore).ToList();
        say($"sources: {Sides(roles, 1)}");
        say($"targets: {Sides(roles, 2)}");
    }

    private (TriggerExample Example, float Chance, string Type) Judge(TriggerExample example)
    {
        var p = new float[model.Triggers.Columns];
        model.Triggers.Judge(example.Example.Slots, model.Meanings.Width, example.Example.Features, p);
        var type = Enumerable.Range(0, model.Codes.Length).GroupBy(k => ontology[model.Codes[k]].Plover!).MaxBy(g => g.Sum(k => p[k + 1]))!.Key;
        return (example, 1 - p[0], type);
    }

    /// <summary>Types are matched one to one within a sentence; what is found of optional events counts neither way.</summary>
    private static string Score(List<TriggerExample> test, IEnumerable<(TriggerExample Example, string Type)> found)
    {
        var (hits, alarms, missed) = (0, 0, 0);
        var bySentence = found.ToLookup(f => f.Example.Sentence);
        foreach (var sentence in test.GroupBy(e => e.Sentence))
        {
            var core = sentence.Where(e => e.IsCore).ToList();
            var optional = sentence.Where(e => !e.IsCore && e.Types.Length > 0).ToList();
            foreach (var (example, type) in bySentence[sentence.Key].OrderBy(f => core.Contains(f.Example) ? 0 : 1))
            {
                var hit = core.Find(c => c == example && c.Types.Contains(type)) ?? core.Find(c => c.Types.Contains(type));
                if (hit is not null && core.Remove(hit)) hits++;
                else if (!optional.Exists(o => o.Types.Contains(type))) alarms++;
            }
            missed += core.Count;
        }
        var (precision, recall) = ((double)hits / (hits + alarms), (double)hits / (hits + missed));
        return string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.000}, recall {recall:0.000}, F1 {2 * precision * recall / (precision + recall):0.000}");
    }

    private string Sides(List<RoleExample> roles, int side)
    {
        var (events, learned, grammar) = (0, 0, 0);
        var p = new float[model.Roles.Columns];
        foreach (var e in roles.GroupBy(r => r.Event).Where(g => g.Any(r => r.Gold == side)))
        {
            events++;
            var best = e.MaxBy(r =>
            {
                model.Roles.Judge(r.Example.Slots, model.Meanings.Width, r.Example.Features, p);
                return p[side];
            })!;
            if ((best.Means & side) != 0) learned++;
            if (e.Any(r => (r.Proposed & r.Means & side) != 0)) grammar++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"of {events} events {(double)learned / events:0.000} right, by grammar alone {(double)grammar / events:0.000}");
    }
}
