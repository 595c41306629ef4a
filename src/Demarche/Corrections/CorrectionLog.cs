using System.Collections.Immutable;

namespace Demarche.Corrections;

/// <summary>All corrections of a record, and which of them hold.</summary>
public sealed class CorrectionLog
{
    /// <param name="entries">As they stand in the file; an entry that stands twice counts once.</param>
    public CorrectionLog(IEnumerable<Correction> entries)
    {
        Entries = [.. entries.DistinctBy(e => e.Id).Select((e, i) => (Entry: e, Line: i)).OrderBy(x => x.Entry.Time).ThenBy(x => x.Line).Select(x => x.Entry)];
        var undone = new HashSet<CorrectionId>();
        foreach (var e in Entries.Reverse())
            if (e is { Act: CorrectionAct.Undo, Undoes: { } taken } && !undone.Contains(e.Id)) undone.Add(taken);
        Holding = [.. Entries.Where(e => e.Act != CorrectionAct.Undo && !undone.Contains(e.Id))];
        Undone = undone;
    }

    /// <summary>Nothing was corrected.</summary>
    public static CorrectionLog Empty { get; } = new([]);

    /// <summary>By time; of one moment in the order of the file.</summary>
    public ImmutableArray<Correction> Entries { get; }

    /// <summary>The entries that have effect, the earlier first.</summary>
    public ImmutableArray<Correction> Holding { get; }

    /// <summary>Ids of the entries taken back, undo entries among them.</summary>
    public IReadOnlySet<CorrectionId> Undone { get; }

    /// <summary>The log as it stood at the end of a day (UTC).</summary>
    public CorrectionLog Until(DateOnly day) => new(Entries.Where(e => DateOnly.FromDateTime(e.Time.UtcDateTime) <= day));
}
