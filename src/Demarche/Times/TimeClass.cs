using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>What may begin at a word: which rules of the grammar are worth a try there. Most words of a text begin nothing.</summary>
[Flags]
internal enum TimeClass
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It names a time or may belong to what names one.</summary>
    Names = 1,

    /// <summary>"the", "last", "that": which of several is meant.</summary>
    Turns = 2,

    /// <summary>Numbers, amounts, articles and possessives.</summary>
    Counts = 4,

    /// <summary>"day", "weeks", "yearlong".</summary>
    Units = 8,

    /// <summary>Months.</summary>
    Months = 16,

    /// <summary>Weekdays and their plurals.</summary>
    Weekdays = 32,

    /// <summary>Parts of a day, seasons.</summary>
    Parts = 64,

    /// <summary>"early", "the end of".</summary>
    Stages = 128,

    /// <summary>"about", "more than", "up to".</summary>
    Bounds = 256,

    /// <summary>What only one or two rules begin with.</summary>
    Others = 512,

    /// <summary>Some rule begins with it.</summary>
    Begins = Turns | Counts | Units | Months | Weekdays | Parts | Stages | Bounds | Others,
}

/// <summary>The classes of words in lower case.</summary>
internal static class TimeClasses
{
    private static readonly FrozenDictionary<string, TimeClass> Listed = Table(
        (TimeClass.Turns, "the that last past this current next coming upcoming following subsequent previous preceding prior"),
        (TimeClass.Counts, "several some many few numerous countless multiple dozens scores hundreds thousands tens a an half another couple dozen hundred quarter its their his her"),
        (TimeClass.Units, "moments ages"),
        (TimeClass.Stages, "the very early late earlier later mid middle end beginning start close turn eve rest remainder course height latter first second last final"),
        (TimeClass.Bounds, "about around nearly almost over under just approximately roughly only barely some more less fewer longer at well up"),
        (TimeClass.Others, "' q fiscal financial yesterday today tomorrow tonight over weekend more these recent future all noon midday midnight per once twice every each present early late"));

    /// <summary>What may begin at a word.</summary>
    public static TimeClass Of(string word)
    {
        var found = Listed.GetValueOrDefault(word);
        if (CalendarWords.NamesTime(word)) found |= TimeClass.Names;
        if (NumberWords.Cardinal(word) is not null || NumberWords.Ordinal(word) is not null) found |= TimeClass.Counts;
        if (CalendarWords.Unit(word) is not null || CalendarWords.Plural(word) is not null || word.EndsWith("long", StringComparison.Ordinal)) found |= TimeClass.Units;
        if (CalendarWords.Month(word) > 0) found |= TimeClass.Months;
        if (CalendarWords.Weekday(word) > 0 || word.EndsWith('s') && CalendarWords.Weekday(word[..^1]) > 0) found |= TimeClass.Weekdays;
        if (CalendarWords.DayPart(word) is not null || CalendarWords.Season(word) is not null) found |= TimeClass.Parts;
        if (CalendarWords.Recurrence(word) is not null) found |= TimeClass.Others;
        return found;
    }

    private static FrozenDictionary<string, TimeClass> Table(params (TimeClass Class, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' '), (row, word) => (row.Class, word)).GroupBy(p => p.word, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Aggregate(TimeClass.None, (all, p) => all | p.Class), StringComparer.Ordinal);
}
