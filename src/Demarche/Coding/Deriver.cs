using System.Collections.Immutable;
using System.Globalization;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Says why acts were coded as they were, or why nothing was. Coding itself does without it.</summary>
internal sealed class Deriver(PatternSet patterns, Reading reading)
{
    private const int MissesOfTrigger = 3;

    /// <summary>The derivation of one act.</summary>
    public Derivation Of(ObservationId id, Act act)
    {
        var match = act.Match;
        return new Derivation(
            id, match.Trigger.Index, match.Pattern.Text, match.Pattern.Place, [.. match.Words.Select(w => w.Index)],
            act.Arguments.SourceRule, act.Arguments.TargetRule, act.StatusRule)
        {
            Conditions = match.Inner is { } inner
                ? [new Condition(PatternMatcher.Lemma(match.Trigger), true, [match.Trigger.Index]), .. reading.Matcher.Try(inner.Pattern, inner.Trigger)]
                : [.. reading.Matcher.Try(match.Pattern, match.Trigger)],
            Rivals = [.. Rivals(match)],
        };
    }

    /// <summary>What was tried in vain in a sentence without an act.</summary>
    public Silence Of(Sentence sentence) => new(sentence.Index,
    [
        .. Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).SelectMany(i =>
            InOrder(Tried(reading.Analysis.Tokens[i], null, "holds, but no source was found, or its words belong to another act"))
                .Take(MissesOfTrigger).Select(r => new Miss(i, r))),
    ]);

    private IEnumerable<Rival> Rivals(PatternMatch winner)
    {
        var decided = winner.Inner ?? winner;
        var tried = Tried(decided.Trigger, decided, null);
        if (winner.Inner is not null)
            tried = tried.Concat(Tried(winner.Trigger, decided, "says no more than the root of its code; what stands below it says more"));
        return InOrder(tried);
    }

    private static IEnumerable<Rival> InOrder(IEnumerable<(Rival Rival, int Misses, int Weight, int Order)> tried) =>
        tried.OrderBy(t => t.Misses).ThenByDescending(t => t.Weight).ThenBy(t => t.Order).Select(t => t.Rival);

    private IEnumerable<(Rival Rival, int Misses, int Weight, int Order)> Tried(Token trigger, PatternMatch? winner, string? loose)
    {
        if (Composition.KindOf(trigger) is not { } kind) yield break;
        var winning = winner is null ? 0 : WeightAt(winner.Pattern, winner.Trigger);
        var order = 0;
        foreach (var p in patterns.For(kind, PatternMatcher.Lemma(trigger)))
        {
            if (p.Place == winner?.Pattern.Place && trigger.Index == winner.Trigger.Index) continue;
            var failed = reading.Matcher.Try(p, trigger).Where(c => !c.Met).ToList();
            var weight = WeightAt(p, trigger);
            var reason = failed.Count > 0 ? string.Join(", ", failed.Select(Lack)) : loose ?? Weaker(weight, winning);
            yield return (new Rival(p.Code, p.Text, p.Place, failed.Count == 0, reason), failed.Count, weight, order++);
        }
    }

    private int WeightAt(EventPattern pattern, Token trigger) => pattern.SpecificityAt(reading.Matcher.TriggerOf(pattern, trigger) ?? "");

    private static string Weaker(int weight, int winning) => weight == winning
        ? "as specific, and written later"
        : string.Create(CultureInfo.InvariantCulture, $"less specific: {weight} against {winning}");

    private static string Lack(Condition failed) => failed.Written[0] == '!' ? $"there is {failed.Written[1..]}" : $"there is no {failed.Written}";
}
