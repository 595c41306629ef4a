using Demarche.Ontology;

namespace Demarche.Tests.Ontology;

public sealed class ShippedOntologyTests
{
    private static readonly EventOntology Ontology = EventOntology.Load(Repository.Data);

    [Fact]
    public void All_twenty_roots_are_there() =>
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"{n:00}"), Ontology.Codes.Where(c => c.Code.Length == 2).Select(c => c.Code));

    [Theory]
    [InlineData("039", "AGREE", null)]
    [InlineData("028", "REQUEST", "meet")]
    [InlineData("041", "CONSULT", "phone")]
    [InlineData("045", "CONSULT", "third-party")]
    [InlineData("0812", "CONCEDE", null)]
    [InlineData("0813", "RETREAT", "access")]
    [InlineData("0871", "RETREAT", "ceasefire")]
    [InlineData("090", "ACCUSE", "investigate")]
    [InlineData("163", "SANCTION", "discontinue")]
    [InlineData("1712", "ASSAULT", "explosives")]
    [InlineData("173", "COERCE", "arrest")]
    [InlineData("191", "COERCE", "restrict")]
    [InlineData("1952", "ASSAULT", "heavy-weapons")]
    public void Codes_stand_under_their_types(string code, string plover, string? mode) =>
        Assert.Equal((plover, mode), (Ontology[code].Plover, Ontology[code].Mode));

    [Fact]
    public void Every_type_mode_and_context_is_used()
    {
        Assert.All(Ontology.Types, t => Assert.Contains(Ontology.Codes, c => c.Plover == t.Word));
        Assert.All(Ontology.Modes, m => Assert.Contains(Ontology.Codes, c => c.Mode == m.Word));
        Assert.All(Ontology.Contexts, x => Assert.Contains(Ontology.Codes, c => c.Contexts.Contains(x.Word)));
    }

    [Fact]
    public void Calls_bind_both_sides_and_offers_do_not() =>
        Assert.Equal((true, false), (Ontology["041"].Symmetric, Ontology["039"].Symmetric));
}
