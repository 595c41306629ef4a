using System.Diagnostics;
using Demarche.Times;

namespace Demarche.Tests.Times;

/// <summary>Every word that the grammar of times knows, over and over: the work must stay in proportion to the text.</summary>
public sealed class HostileTimesTests
{
    // An idle machine needs about a second for the longest, a busy one many; work that grew with the square of the text would take hours.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("the ")]
    [InlineData("1 ")]
    [InlineData("- ")]
    [InlineData("1-")]
    [InlineData("Monday ")]
    [InlineData("of the ")]
    [InlineData("1 and ")]
    [InlineData("12:30 ")]
    [InlineData("a hundred and ")]
    [InlineData("the last two ")]
    [InlineData("“now ")]
    [InlineData("Ramadan ")]
    [InlineData("late the early ")]
    [InlineData("every other second ")]
    [InlineData("'90")]
    [InlineData("9999999999")]
    public void A_mebibyte_of_one_trigger_is_read_in_passing(string piece) => Read(piece, 1 << 20);

    [Fact]
    public void A_day_at_the_head_of_an_endless_line_costs_nothing_later() => Read("noon now ", 1 << 20, "On Monday ");

    [Fact]
    public void Every_word_of_the_grammar_is_read_in_passing()
    {
        foreach (var piece in Pieces()) Read(piece + " ", 1 << 12);
    }

    private static IEnumerable<string> Pieces() =>
        "January Feb. Tuesday Thurs. morning overnight nightfall spring fall quarter half day days week fortnight weekend months year decades century daily annually every each once twice per past last next this that same following previous coming current recent early late mid end beginning eve rest first second third thirtieth two twenty dozen several a an few half another additional about nearly more than at least ago back hence from now later earlier before after yesterday today tomorrow tonight noon midnight midday o'clock p.m. GMT local time BC AD 's ' / . , : 2013 1990s 31 21st fiscal Q3 FY 00:00 future present moment time being soon lately any all new year old age running row straight ahead to come"
            .Split(' ').Concat(File.ReadLines(Path.Join(Repository.Folder("data"), "times", "holidays.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')[0]));

    private static void Read(string piece, int length, string head = "")
    {
        var text = head + string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var analysis = Plain.Analysis(text, "2023-03-16");
        var clock = Stopwatch.StartNew();
        foreach (var time in Plain.Finder.Find(analysis).All) Assert.True(time.Span.End <= text.Length);
        Assert.True(clock.Elapsed < Bound, $"\"{piece}\" took {clock.Elapsed}");
    }
}
