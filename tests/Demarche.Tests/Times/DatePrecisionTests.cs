using Demarche.Times;

namespace Demarche.Tests.Times;

public sealed class DatePrecisionTests
{
    [Theory]
    [InlineData(1, "day", 1, 1)]
    [InlineData(2, "days", 2, 2)]
    [InlineData(6, "days", 2, 2)]
    [InlineData(7, "week", 2, 3)]
    [InlineData(8, "month", 3, 4)]
    [InlineData(31, "month", 3, 4)]
    [InlineData(32, "year", null, 5)]
    [InlineData(366, "year", null, 5)]
    [InlineData(367, "longer", null, 5)]
    public void The_length_of_the_stretch_decides_in_both_code_books(int days, string word, int? acled, int ucdp)
    {
        var start = new DateOnly(2031, 2, 27);
        var precision = new EventDate(start, start.AddDays(days - 1), null).Precision;
        Assert.Equal((word, acled, ucdp), (precision.Word, precision.TimePrecision, precision.DatePrec));
    }
}
