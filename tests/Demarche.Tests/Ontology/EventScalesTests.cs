using System.Text;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Tests.Ontology;

public sealed class EventScalesTests
{
    private static readonly EventOntology Codes = EventOntology.Load(Repository.Data);

    private static string Shipped(string name)
    {
        using var reader = new StreamReader(Repository.Data.Open("ontology/" + name));
        return reader.ReadToEnd();
    }

    private static DataFiles With(string name, string text) => new(new[] { "goldstein.txt", "quad-classes.txt", "acled.txt" }.Select(n =>
        KeyValuePair.Create<string, Func<Stream>>("ontology/" + n, () => new MemoryStream(Encoding.UTF8.GetBytes(n == name ? text : Shipped(n))))));

    [Theory]
    [InlineData("041", 1.0, 1)]
    [InlineData("0874", 10.0, 2)]
    [InlineData("112", -2.0, 3)]
    [InlineData("1952", -10.0, 4)]
    public void Codes_have_their_score_and_class(string code, double score, int quad)
    {
        var scales = EventScales.Load(Repository.Data, Codes);
        Assert.Equal((score, quad), (scales.Goldstein(code), scales.QuadClass(code)));
    }

    [Fact]
    public void Cooperation_is_positive_and_conflict_negative_at_the_roots()
    {
        var scales = EventScales.Load(Repository.Data, Codes);
        Assert.All(Codes.Codes.Where(c => c.Code.Length == 2 && c.Code != "01"), c => Assert.Equal(scales.QuadClass(c.Code) <= 2, scales.Goldstein(c.Code) > 0));
    }

    [Theory]
    [InlineData("01 | 0.0", "3 cells")]
    [InlineData("01 | 10.5 | scale", "no score")]
    [InlineData("01 | NaN | scale", "no score")]
    [InlineData("01 | 0.0 | guess", "neither scale nor root")]
    [InlineData("99 | 0.0 | scale", "no code")]
    [InlineData("01 | 0.0 | scale\n010 | 1.0 | root", "score of its root")]
    [InlineData("01 | 0.0 | scale\n01 | 0.0 | scale", "stands twice")]
    [InlineData("01 | 0.0 | scale", "is missing")]
    public void A_bad_score_stops_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataException>(() => EventScales.Load(With("goldstein.txt", text), Codes)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("01 | 5 | x", "no class")]
    [InlineData("010 | 1 | x", "no root")]
    [InlineData("01 | 1 | x\n01 | 1 | x", "stands twice")]
    [InlineData("01 | 1 | x", "is missing")]
    public void A_bad_class_stops_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataException>(() => EventScales.Load(With("quad-classes.txt", text), Codes)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("14 | a | b | c", "three or four digits")]
    [InlineData("999 | a | b | c", "three or four digits")]
    [InlineData("140 | a | b", "4 cells")]
    [InlineData("140 | a | b | c\n140 | a | b | c", "stands twice")]
    public void A_bad_crosswalk_to_Acled_stops_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataException>(() => AcledTypes.Load(With("acled.txt", text), Codes)).Message, StringComparison.Ordinal);
}
