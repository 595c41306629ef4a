namespace Demarche.Times;

/// <summary>Which of the recurring ones is meant: "Friday", "last Friday", "this Friday", "next Friday".</summary>
internal enum Turn
{
    /// <summary>Nothing says so: tense decides.</summary>
    Any,

    /// <summary>"last", "past".</summary>
    Last,

    /// <summary>"this", "the current".</summary>
    This,

    /// <summary>"next", "coming".</summary>
    Next,

    /// <summary>"that", "the same": the one the text spoke of last.</summary>
    Same,

    /// <summary>"the previous": before the one the text spoke of last.</summary>
    Before,

    /// <summary>"the following", "the next": after the one the text spoke of last.</summary>
    After,

    /// <summary>"on the Monday": the next one from where the text stands.</summary>
    Told,
}

/// <summary>How many: a number, or "several" (null).</summary>
internal readonly record struct Amount(decimal? Number);

/// <summary>What the words of a time expression mean before they are set against any day.</summary>
internal abstract record Meaning;

/// <summary>A year, month or day of the calendar (0: not named). <c>OfYear</c>: the turn is the year's ("June of last year"), not the month's ("last June").</summary>
internal sealed record CalendarMeaning(int? Year, int Month, int Day, bool BeforeChrist = false, Turn Turn = Turn.Any, bool OfYear = false) : Meaning;

/// <summary>A decade (197 for the 1970s; 7 for the seventies) or a century (19 for the twentieth).</summary>
internal sealed record EraMeaning(int Number, bool Century, bool BeforeChrist = false) : Meaning;

/// <summary>A season, quarter or half of a year.</summary>
internal sealed record PartOfYearMeaning(string Part, int? Year, Turn Turn, bool BeforeChrist = false, bool OfYear = false) : Meaning;

/// <summary>A day of the week, 1 (Monday) to 7. <c>Back</c>: that many of them before the day of speaking ("two Fridays ago"); 0: not so counted.</summary>
internal sealed record WeekdayMeaning(int Weekday, Turn Turn, int Back = 0) : Meaning;

/// <summary>The unit that holds a day, or one before or after it: "yesterday", "last week", "the same year".</summary>
internal sealed record UnitMeaning(TimeUnit Unit, Turn Turn, int Steps = 0) : Meaning;

/// <summary>A distance from a day: "two weeks ago" (from the day of speaking), "a month later" (from the narrative). <c>Grain</c>: the unit of the day meant, where the words name it ("a year ago today").</summary>
internal sealed record DistanceMeaning(Amount Amount, TimeUnit Unit, int Sign, bool FromNarrative, TimeUnit? Grain = null) : Meaning;

/// <summary>A length of time; with a turn it ends or begins at the day of speaking ("the past two weeks").</summary>
internal sealed record LengthMeaning(Amount Amount, TimeUnit Unit, Turn Turn = Turn.Any) : Meaning;

/// <summary>Something that recurs, with its TIMEX3 period.</summary>
internal sealed record RecurringMeaning(string Value) : Meaning;

/// <summary>PAST_REF, PRESENT_REF or FUTURE_REF.</summary>
internal sealed record ReferenceMeaning(string Value) : Meaning;

/// <summary>A time of the clock (24:00: the midnight that ends a day) on a day (null: the day of the paragraph or of speaking). <c>Universal</c>: GMT or UTC is written beside it.</summary>
internal sealed record ClockMeaning(int Hour, int Minute, Meaning? Day, bool Universal = false) : Meaning;

/// <summary>A part of a day (null: the day of the narrative): "Tuesday evening".</summary>
internal sealed record DayPartMeaning(string Part, Meaning? Day) : Meaning;

/// <summary>The week that holds a day: "the week of March 4".</summary>
internal sealed record WeekOfMeaning(CalendarMeaning Day) : Meaning;

/// <summary>The n-th weekday of a month (-1: the last): "the first Monday of May".</summary>
internal sealed record NthWeekdayMeaning(int Count, int Weekday, CalendarMeaning Month) : Meaning;

/// <summary>The same quarter, or else the year, before the one the text spoke of: "the year-earlier quarter".</summary>
internal sealed record YearEarlierMeaning : Meaning;

/// <summary>A feast, perhaps with its year.</summary>
internal sealed record HolidayMeaning(Feast Feast, int? Year, Turn Turn) : Meaning;
