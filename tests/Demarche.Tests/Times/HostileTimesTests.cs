using System.Diagnostics;
using Demarche.Times;

namespace Demarche.Tests.Times;

/// <summary>Every word that the grammar of times knows, over and over: an idle machine reads a mebibyte in 0.7 s at most.</summary>
[CollectionDefinition(nameof(HostileTimesTests), DisableParallelization = true)]
[Collection(nameof(HostileTimesTests))]
public sealed class HostileTimesTests
{
    private const int Mebibyte = 1 << 20;

    // The best of a few runs counts, and twice the second that is wanted: other programs may run at the same time.
    private const int Runs = 5;
    private const int Leeway = 2;

    private static readonly TimeFinder Finder = Plain.Finder;
    private static readonly Holidays Feasts = Holidays.Load(Repository.Data);
    private static readonly ReferenceWords References = ReferenceWords.Load(Repository.Data);

    [Theory]
    [InlineData("a ")]
    [InlineData("A ")]
    [InlineData("the ")]
    [InlineData("1 ")]
    [InlineData("- ")]
    [InlineData("1-")]
    [InlineData("2013 ")]
    [InlineData("1990s ")]
    [InlineData("21st ")]
    [InlineData("1704 - 1787 ")]
    [InlineData("Monday ")]
    [InlineData("on Monday ")]
    [InlineData("of the ")]
    [InlineData("1 and ")]
    [InlineData("12:30 ")]
    [InlineData("9, 10 and 12 June ")]
    [InlineData("a hundred and ")]
    [InlineData("the last two ")]
    [InlineData("“yesterday ")]
    [InlineData("“now ")]
    [InlineData("Ramadan ")]
    [InlineData("Newroz ")]
    [InlineData("Tet ")]
    [InlineData("noon on ")]
    [InlineData("late the early ")]
    [InlineData("every other second ")]
    [InlineData("'90")]
    [InlineData("9999999999")]
    public void A_mebibyte_of_one_trigger_is_read_in_passing(string piece) => Quick(piece, Mebibyte, 1);

    [Fact]
    public void A_day_at_the_head_of_an_endless_line_costs_nothing_later() => Quick("noon now ", Mebibyte, 1, "On Monday ");

    [Fact]
    public void Every_word_of_the_grammar_is_read_in_passing()
    {
        foreach (var piece in Pieces()) Quick(piece + " ", Mebibyte / 8, 1.0 / 8);
    }

    [Theory]
    [InlineData("Monday ")]
    [InlineData("Ramadan ")]
    [InlineData("“now ")]
    public void Analysed_text_is_read_within_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Mebibyte / 16 / piece.Length));
        Assert.All(Finder.Find(Plain.Analysis(text, "2023-03-16")).All, time => Assert.True(time.Span.End <= text.Length));
    }

    private static IEnumerable<string> Pieces() =>
        "January Feb. Tuesday Thurs. morning overnight nightfall spring fall quarter half day days week fortnight weekend months year decades century daily annually every each once twice per past last next this that same following previous coming current recent early late mid end beginning eve rest first second third thirtieth two twenty dozen several a an few half another additional about nearly more than at least ago back hence from now later earlier before after yesterday today tomorrow tonight noon midnight midday o'clock p.m. GMT local time BC AD 's ' / . , : 2013 1990s 31 21st fiscal Q3 FY 00:00 future present moment time being soon lately any all new year old age running row straight ahead to come"
            .Split(' ').Concat(File.ReadLines(Path.Join(Repository.Folder("data"), "times", "holidays.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')[0]));

    private static void Quick(string piece, int length, double seconds, string head = "")
    {
        var text = head + string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var best = double.MaxValue;
        for (var i = 0; i < Runs && best > seconds * Leeway; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var scan = new TimeScan(text);
            var matches = new TimeGrammar(scan, Feasts, References).FindAll();
            foreach (var (_, end, _) in new Telling(scan, matches, new DateOnly(2023, 3, 16), new Outlook(scan)).Resolve()) Assert.True(end <= scan.Count);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Assert.True(best <= seconds * Leeway, $"“{piece}”: {best:0.00} s");
    }
}
