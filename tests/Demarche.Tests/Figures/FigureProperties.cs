using Demarche.Figures;
using Demarche.Tests.Quotes;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Figures;

public sealed class FigureProperties
{
    private static readonly string[] Pieces =
    [
        "12", "1,200", "three", "million", "hundreds", "of", "a dozen", "between", "and", "20-30", "to", "$", "€1.2bn", "at least", "no", "nobody", "another", "more",
        "including", "children", "soldiers", "killed", "were wounded", "missing", "in Homs", "on Monday", "the toll", "could", ",", ".", "\"", "(", "-", "\n\n", "\ud800", "é",
        "roubles", "in aid", "tanks", "sorties", "who", "them", "%", "12-year-old", "0", "99999999999999999999", "said", "according to police",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(p => string.Join(' ', p));

    [Fact]
    public void Any_text_has_figures_with_exact_spans() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Reading.Of(text) is var read && read.Figures.All(f => IsSound(f, read.Analysis.Text))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_has_the_same_figures() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Told(text) == Told(text)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1 ")]
    [InlineData("killed ")]
    [InlineData("of of 12 ")]
    [InlineData("12,12,12,")]
    [InlineData("1,000")]
    [InlineData("between 1 and ")]
    [InlineData("$1 million of $")]
    [InlineData("hundreds of thousands of ")]
    [InlineData("no nobody none ")]
    [InlineData("12 killed including ")]
    [InlineData("twenty-one hundred and ")]
    [InlineData("- 20 - 30 ")]
    public void Hostile_text_of_a_mebibyte_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var (analysis, actors, times) = Blank.Of(text);
        Assert.All(Blank.Finder.Find(analysis, actors, times), f => Assert.True(IsSound(f, text)));
    }

    private static bool IsSound(Figure f, string text) =>
        f.Span.End <= text.Length && f.Span.Length > 0 && f.Sentence.Contains(f.Span) && f.Span.Of(text).EndsWith(f.Words, StringComparison.Ordinal)
        && f.Value is null or >= 0 && (f.High is null || f.High > f.Value) && (f.Place is null || f.Place.Span.Of(text) == f.Place.Name)
        && (f.Period is null || f.Period.Start <= f.Period.End) && (f.PartOf is null || f.PartOf.Value.Start != f.Span.Start)
        && (f.Basis != FigureBasis.Negation || f.Value == 0) && (f.Currency is null || f.Measure == FigureMeasure.Money);

    private static string Told(string text) => string.Join('\n', Reading.Of(text).Figures.Select(f => $"{f.Measure} {f.Value} {f.High} {f.Bound} {f.Country} {f.Span} {f.Side} {f.Place} {f.Period} {f.Change} {f.PartOf} {f.Status}"));
}
