namespace Demarche.Exports;

/// <summary>What the user of an export may choose.</summary>
public sealed record ExportSettings
{
    /// <summary>Of comma-separated tables: text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public bool Guard { get; init; } = true;

    /// <summary>In the dyadic formats an event whose day is not known has the day of its article, as the coders who made these formats have it.</summary>
    public bool StoryDates { get; init; }
}
