namespace Demarche.Times;

/// <summary>How exactly the day of an act is known, in our word and in the numbers of the two code books that have such a field.</summary>
/// <param name="Word">"day", "days" (two to six), "week" (seven), "month" (up to 31 days), "year" (up to 366) or "longer".</param>
/// <param name="TimePrecision">
/// <c>time_precision</c> of ACLED (Codebook 2024, "Time precision"): 1 the day, 2 within a week, 3 within a month; null for what is longer, which ACLED does not record.
/// </param>
/// <param name="DatePrec">
/// <c>date_prec</c> of the UCDP Georeferenced Event Dataset (Codebook 23.1): 1 the day, 2 a stretch of two to six days, 3 the week,
/// 4 eight to thirty days or the month, 5 more than a month.
/// </param>
public sealed record DatePrecision(string Word, int? TimePrecision, int DatePrec)
{
    private const int Week = 7, Month = 31, Year = 366;

    private static readonly DatePrecision
        OneDay = new("day", 1, 1),
        SomeDays = new("days", 2, 2),
        OneWeek = new("week", 2, 3),
        OneMonth = new("month", 3, 4),
        OneYear = new("year", null, 5),
        Longer = new("longer", null, 5);

    /// <summary>The precision of a stretch of days, both included.</summary>
    public static DatePrecision Of(DateOnly start, DateOnly end) => (end.DayNumber - start.DayNumber + 1) switch
    {
        1 => OneDay,
        < Week => SomeDays,
        Week => OneWeek,
        <= Month => OneMonth,
        <= Year => OneYear,
        _ => Longer,
    };
}
