using System.Collections.Immutable;

namespace Demarche.Reconciliation;

/// <summary>Finds on what day a call of two was, and who called whom, where the reports differ.</summary>
/// <remarks>
/// Calls of the same two told with days at most four apart may be one call; both are shown. Where only one report says who called and gives no
/// day, it cannot be told which of the dated ones it means: its word then stands against the silence of the others.
/// </remarks>
internal static class CallDisputes
{
    private const int MaxDays = 4;

    public static IEnumerable<Discrepancy> Of(List<Statement> statements)
    {
        var pairs = new List<List<ToldCall>>();
        foreach (var call in ToldCall.Of(statements))
        {
            var home = pairs.Find(p => p[0].SamePair(call));
            if (home is null) pairs.Add([call]);
            else home.Add(call);
        }
        return pairs.Where(p => p.Count > 1).SelectMany(p => new[] { Dates(p), Directions(p) }).OfType<Discrepancy>();
    }

    private static Discrepancy? Dates(List<ToldCall> calls)
    {
        var dated = calls.Where(c => c.Days is not null).OrderBy(c => c.Days!.Value.Start).ThenBy(c => c.Days!.Value.End).ToList();
        var doubtful = dated.Where(c => dated.Exists(d => MayBeOne(c, d))).ToList();
        if (doubtful.Count == 0) return null;
        return new Discrepancy(DiscrepancyField.Date, Values(doubtful, c => c.Days!.Value.ToString())) { About = About(calls), Rule = "day of a call" };
    }

    /// <summary>On two days, near enough, told by two articles or by one that speaks of the same call twice.</summary>
    private static bool MayBeOne(ToldCall a, ToldCall b) =>
        a.Days!.Value.Gap(b.Days!.Value) is > 0 and <= MaxDays && (a.Statement.Coded != b.Statement.Coded || a.Follows || b.Follows);

    private static Discrepancy? Directions(List<ToldCall> calls)
    {
        var told = calls.Where(c => c.Caller is not null).ToList();
        var sides = told.Select(c => c.Direction(calls[0])).Distinct(StringComparer.Ordinal).Count();
        if (sides > 1 && told.Exists(a => told.Exists(b => a.Direction(calls[0]) != b.Direction(calls[0]) && (a.Days is null || b.Days is null || a.Days.Value.Gap(b.Days.Value) <= MaxDays))))
            return new Discrepancy(DiscrepancyField.Actor, Values(told, c => c.Direction(calls[0])!)) { Type = DiscrepancyType.Direction, About = About(calls), Rule = "who called whom" };
        var silent = calls.Where(c => c.Caller is null && c.Days is not null).ToList();
        if (sides != 1 || told.Exists(c => c.Days is not null) || silent.Select(c => c.Statement.Coded).Except(told.Select(c => c.Statement.Coded)).Count() < 2) return null;
        return new Discrepancy(DiscrepancyField.Actor, Values([.. told, .. silent], c => c.Direction(calls[0]) ?? "not said")) { Type = DiscrepancyType.Direction, About = About(calls), Rule = "who called whom" };
    }

    private static ImmutableArray<DiscrepancyValue> Values(List<ToldCall> calls, Func<ToldCall, string> value) =>
        [.. calls.GroupBy(value, StringComparer.Ordinal).Select(g => new DiscrepancyValue(g.Key, [.. g.Select(c => c.Statement.Report).Distinct()]))];

    private static string About(List<ToldCall> calls) => "call: " + calls[0].One.Name + " and " + calls[0].Other.Name;
}
