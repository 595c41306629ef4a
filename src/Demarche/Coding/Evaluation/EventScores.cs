using System.Globalization;
using System.Text;

namespace Demarche.Coding.Evaluation;

/// <summary>Counts over judged sentences, and the shares made of them: from 0 to 1, null where there is nothing to divide by.</summary>
public sealed class EventScores
{
    private readonly IReadOnlyList<EventMatch> _matches;

    /// <param name="verdicts">Of any number of cases.</param>
    public EventScores(IReadOnlyCollection<SentenceVerdict> verdicts)
    {
        _matches = [.. verdicts.SelectMany(v => v.Matches)];
        Sentences = verdicts.Count;
        Gold = _matches.Count + verdicts.Sum(v => v.Missed.Length);
        Found = _matches.Count + verdicts.Sum(v => v.False.Length);
        Negatives = verdicts.Count(v => v.Gold.Negative is not null);
        FalseAlarms = verdicts.Count(v => v.IsFalseAlarm);
    }

    /// <summary>Sentences judged.</summary>
    public int Sentences { get; }

    /// <summary>Core events of the annotation.</summary>
    public int Gold { get; }

    /// <summary>Observations, those absorbed left out.</summary>
    public int Found { get; }

    /// <summary>Negative sentences.</summary>
    public int Negatives { get; }

    /// <summary>Those of them in which something is claimed to have happened.</summary>
    public int FalseAlarms { get; }

    /// <summary>Share of the observations whose PLOVER type is right.</summary>
    public double? Precision => Share(_matches.Count, Found);

    /// <summary>Share of the gold events whose PLOVER type was found.</summary>
    public double? Recall => Share(_matches.Count, Gold);

    /// <summary>Of the PLOVER types, one to one.</summary>
    public double? F1 => Share(2 * _matches.Count, Gold + Found);

    /// <summary>The same, where source and target must be right as well.</summary>
    public double? StrictF1 => Share(2 * _matches.Count(m => m.Sides), Gold + Found);

    /// <summary>Share of the matches with the right source country.</summary>
    public double? Source => Share(_matches.Count(m => m.Source), _matches.Count);

    /// <summary>Share of the matches with the right target country, where a target is annotated.</summary>
    public double? Target => Share(_matches.Count(m => m.Target && !m.Gold.Targets.IsEmpty), _matches.Count(m => !m.Gold.Targets.IsEmpty));

    /// <summary>Share of the matches with the right sectors, where sectors are annotated.</summary>
    public double? Sector => Share(_matches.Count(m => m.Sector == true), _matches.Count(m => m.Sector is not null));

    /// <summary>Share of the matches with the right CAMEO root.</summary>
    public double? Root => Share(_matches.Count(m => m.Root), _matches.Count);

    /// <summary>Share of the matches with the right status.</summary>
    public double? Status => Share(_matches.Count(m => m.Status), _matches.Count);

    /// <summary>Share of the matches with the right date, where dates are annotated.</summary>
    public double? Date => Share(_matches.Count(m => m.Date == true), _matches.Count(m => m.Date is not null));

    /// <summary>Share of the negative sentences with a false event.</summary>
    public double? FalseShare => Share(FalseAlarms, Negatives);

    /// <summary>A row for each half of sentences and reports, and for all, to read.</summary>
    public static string Table(IReadOnlyCollection<SentenceVerdict> verdicts)
    {
        var table = new StringBuilder();
        Line(table, "", ["sentences", "gold", "found", "precision", "recall", "F1", "strict F1", "source", "target", "sector", "root", "status", "date", "negative", "false", "share"]);
        foreach (var part in verdicts.GroupBy(v => Part(v.Case), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(table, part.Key, [.. part]);
        Row(table, "all", verdicts);
        return table.ToString();
    }

    /// <summary>A row for each PLOVER type in each half: of the best code for gold, as coded for what is false.</summary>
    public static string ByType(IReadOnlyCollection<SentenceVerdict> verdicts)
    {
        var table = new StringBuilder();
        foreach (var half in verdicts.GroupBy(v => v.Case.Half, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line(table, half.Key, ["gold", "right", "missed", "false", "precision", "recall", "F1"]);
            var right = half.SelectMany(v => v.Matches).Select(m => m.Gold.Types[0]).ToLookup(t => t, StringComparer.Ordinal);
            var missed = half.SelectMany(v => v.Missed).Select(m => m.Types[0]).ToLookup(t => t, StringComparer.Ordinal);
            var wrong = half.SelectMany(v => v.False).Select(o => o.Plover).ToLookup(t => t, StringComparer.Ordinal);
            foreach (var type in right.Concat(missed).Concat(wrong).Select(g => g.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var (r, m, w) = (right[type].Count(), missed[type].Count(), wrong[type].Count());
                Line(table, type, [Number(r + m), Number(r), Number(m), Number(w), Cell(Share(r, r + w)), Cell(Share(r, r + m)), Cell(Share(2 * r, (2 * r) + m + w))]);
            }
            table.Append('\n');
        }
        return table.ToString();
    }

    private static string Part(EventCase c) => c.Half + (c.IsReport ? " reports" : " sentences");

    private static void Row(StringBuilder table, string name, IReadOnlyCollection<SentenceVerdict> verdicts)
    {
        var s = new EventScores(verdicts);
        Line(table, name, [
            Number(s.Sentences), Number(s.Gold), Number(s.Found), Cell(s.Precision), Cell(s.Recall), Cell(s.F1), Cell(s.StrictF1), Cell(s.Source), Cell(s.Target),
            Cell(s.Sector), Cell(s.Root), Cell(s.Status), Cell(s.Date), Number(s.Negatives), Number(s.FalseAlarms), Cell(s.FalseShare)]);
    }

    private static void Line(StringBuilder table, string name, ReadOnlySpan<string> cells)
    {
        table.Append(name.PadRight(15));
        foreach (var cell in cells) table.Append(cell.PadLeft(10));
        table.Append('\n');
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;

    private static string Cell(double? share) => share is { } s ? s.ToString("F3", CultureInfo.InvariantCulture) : "-";

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
