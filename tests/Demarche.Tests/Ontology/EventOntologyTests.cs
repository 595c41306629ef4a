using System.Text;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Tests.Ontology;

public sealed class EventOntologyTests
{
    private const string Words = """
        # kind | word | types | definition
        mode | ceasefire | T07 | A truce.
        context | military | | Armed forces.
        """;

    private static readonly string Types =
        string.Join('\n', Enumerable.Range(1, 16).Select(n => $"type | T{n:00} | {n} | Some type."));

    private static EventOntology Load(string codes, string? words = null)
    {
        var texts = new Dictionary<string, string>
        {
            ["ontology/cameo.txt"] = codes,
            ["ontology/plover.txt"] = words ?? Types + "\n" + Words,
        };
        return EventOntology.Load(new DataFiles(texts.Select(t =>
            KeyValuePair.Create<string, Func<Stream>>(t.Key, () => new MemoryStream(Encoding.UTF8.GetBytes(t.Value))))));
    }

    [Fact]
    public void A_code_carries_its_type_mode_and_contexts()
    {
        var ontology = Load("08 | Yield | T06 | | | | Gives way.\n087 | Ease off | T07 | ceasefire | military | yes | Less fighting.\n");
        var code = ontology["087"];
        Assert.Equal(("Ease off", "T07", "ceasefire", true), (code.Name, code.Plover, code.Mode, code.Symmetric));
        Assert.Equal("military", Assert.Single(code.Contexts));
        Assert.Null(ontology["08"].Mode);
    }

    [Fact]
    public void An_unknown_code_is_refused_by_name()
    {
        var ontology = Load("08 | Yield | T06 | | | | Gives way.");
        Assert.False(ontology.TryFind("99", out _));
        Assert.Contains("99", Assert.Throws<KeyNotFoundException>(() => ontology["99"]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("087 | Ease off | T07 | | | | No parent.", "its parent 08")]
    [InlineData("08 | Yield | CEDE | | | | Gives way.", "no PLOVER type")]
    [InlineData("08 | Yield | | | | | Gives way.", "every code has a PLOVER type")]
    [InlineData("01 | Speak | T01 | | | | Says something.", "every code has a PLOVER type")]
    [InlineData("08 | Yield | T06 | ceasefire | | | Gives way.", "no mode of T06")]
    [InlineData("08 | Yield | T06 | | naval | | Gives way.", "no PLOVER context")]
    [InlineData("08 | Yield | T06 | | | maybe | Gives way.", "symmetric")]
    [InlineData("8 | Yield | T06 | | | | Gives way.", "two to four digits")]
    [InlineData("08 | Yield | T06", "7 cells")]
    [InlineData("# codes\n08 | Yield | T06 | | | | Gives way.\n08 | Yield | T06 | | | | Gives way.", ":3: 08 stands twice")]
    public void A_bad_line_stops_with_its_reason(string codes, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataException>(() => Load(codes)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mode_must_name_types_that_exist() =>
        Assert.Contains("no type", Assert.Throws<DataException>(() => Load("", Types + "\nmode | odd | NONE | Odd.")).Message, StringComparison.Ordinal);
}
