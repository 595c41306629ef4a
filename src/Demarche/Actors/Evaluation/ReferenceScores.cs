using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Text;

namespace Demarche.Actors.Evaluation;

/// <summary>Whether the program's answer for one annotated reference is right.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="Reference">What was asked.</param>
/// <param name="Found">The names of the actors found there, empty for nobody.</param>
/// <param name="Rule">The rule that resolved it; null if nothing was found or a name names itself.</param>
/// <param name="Right">True if the answer is one of those accepted.</param>
public sealed record ReferenceVerdict(string Case, AnnotatedReference Reference, ImmutableArray<string> Found, string? Rule, bool Right);

/// <summary>Scores resolved references: the share that is right, nobody included.</summary>
public static class ReferenceScores
{
    /// <summary>The verdict on each reference of a case.</summary>
    /// <remarks>
    /// An annotated expression is answered by the mention that shares most characters with it. An actor found is the one annotated
    /// if he bears that name, or if he is also what the program finds where the text names that actor (his anchor).
    /// </remarks>
    public static ImmutableArray<ReferenceVerdict> Judge(ReferenceCase gold, ActorMentions found)
    {
        var anchored = new Dictionary<ActorId, HashSet<string>>();
        foreach (var (name, anchor) in gold.Anchors)
            if (anchor is { } span && At(span, found) is { Actors: [var only] }) Names(anchored, only).Add(name);
        return [.. gold.References.Select(r => Verdict(gold, r, At(r.Span, found), found, anchored))];
    }

    /// <summary>Accuracy overall and by kind, as a table to read.</summary>
    public static string Table(IReadOnlyCollection<ReferenceVerdict> verdicts)
    {
        var table = new StringBuilder();
        Line(table, "kind", "right", "wrong", "missed", "of", "accuracy");
        foreach (var kind in verdicts.GroupBy(v => v.Reference.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(table, kind.Key, [.. kind]);
        Row(table, "all", verdicts);
        return table.ToString();
    }

    /// <summary>The share of right answers, from 0 to 1; null without any reference.</summary>
    public static double? Accuracy(IReadOnlyCollection<ReferenceVerdict> verdicts) =>
        verdicts.Count == 0 ? null : verdicts.Count(v => v.Right) / (double)verdicts.Count;

    private static ReferenceVerdict Verdict(ReferenceCase gold, AnnotatedReference reference, ActorMention? mention, ActorMentions found, Dictionary<ActorId, HashSet<string>> anchored)
    {
        var actors = mention is null ? [] : mention.Actors.Distinct().ToImmutableArray();
        var right = reference.Accepted.Any(names => Agree(names, actors, found, anchored));
        return new ReferenceVerdict(gold.Id, reference, [.. actors.Select(a => found[a].Name)], mention?.Rule, right);
    }

    /// <summary>As many actors as names, and each of them bears one of the names.</summary>
    private static bool Agree(ImmutableArray<string> names, ImmutableArray<ActorId> actors, ActorMentions found, Dictionary<ActorId, HashSet<string>> anchored) =>
        names.Length == actors.Length && names.All(n => actors.Any(a => Bears(found[a], n, anchored)));

    private static bool Bears(Actor actor, string name, Dictionary<ActorId, HashSet<string>> anchored) =>
        NameFolding.Fold(actor.Name) == NameFolding.Fold(name) || (anchored.TryGetValue(actor.Id, out var names) && names.Contains(name));

    private static ActorMention? At(TextSpan span, ActorMentions found) => found.Mentions.Where(m => m.Span.Overlaps(span))
        .OrderByDescending(m => Math.Min(m.Span.End, span.End) - Math.Max(m.Span.Start, span.Start)).FirstOrDefault();

    private static HashSet<string> Names(Dictionary<ActorId, HashSet<string>> anchored, ActorId actor)
    {
        if (!anchored.TryGetValue(actor, out var names)) anchored.Add(actor, names = new HashSet<string>(StringComparer.Ordinal));
        return names;
    }

    private static void Row(StringBuilder table, string kind, IReadOnlyCollection<ReferenceVerdict> verdicts)
    {
        var right = verdicts.Count(v => v.Right);
        var missed = verdicts.Count(v => !v.Right && v.Found.IsEmpty);
        Line(table, kind, Number(right), Number(verdicts.Count - right - missed), Number(missed), Number(verdicts.Count),
            Accuracy(verdicts) is { } share ? share.ToString("F3", CultureInfo.InvariantCulture) : "-");
    }

    private static void Line(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        table.Append(cells[0].PadRight(16));
        foreach (var cell in cells[1..]) table.Append(cell.PadLeft(9));
        table.Append('\n');
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
