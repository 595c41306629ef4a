using Demarche.Language;
using Demarche.Text;

namespace Demarche.Tests.Language;

public sealed class IrregularFormsTests
{
    private static readonly IrregularForms Shipped = IrregularForms.Load(Repository.Data);

    [Theory]
    [InlineData(Inflection.Past, "fled", "flee")]
    [InlineData(Inflection.Past, "froze", "freeze")]
    [InlineData(Inflection.Past, "sank", "sink")]
    [InlineData(Inflection.Participle, "stricken", "strike")]
    [InlineData(Inflection.Past, "lay", "lie")]
    [InlineData(Inflection.Plural, "gunmen", "gunman")]
    [InlineData(Inflection.Plural, "crises", "crisis")]
    [InlineData(Inflection.Comparative, "worse", "bad")]
    [InlineData(Inflection.Name, "sept.", "September")]
    public void Forms_have_their_lemmas(object kind, string form, string lemma) => Assert.Equal(lemma, Shipped.Find((Inflection)kind, adverb: false, form));

    [Fact]
    public void The_table_is_large_and_no_line_stands_twice()
    {
        var lines = Repository.Data.Lines(IrregularForms.FileName).Select(l => l.Text).ToList();
        Assert.Equal(lines.Count, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(Shipped.Count, 550, 2000);
    }

    [Fact]
    public void A_form_is_of_one_lemma_only_save_for_worse()
    {
        var lemmas = new Dictionary<(string Kind, int Field, string Form), string>();
        foreach (var (line, text) in Repository.Data.Lines(IrregularForms.FileName))
        {
            var fields = text.Split('|', StringSplitOptions.TrimEntries);
            for (var i = 2; i < fields.Length; i++)
                foreach (var form in fields[i].Split(", ").Where(f => f != "-" && f is not ("worse" or "worst")))
                    Assert.True(lemmas.TryAdd((fields[0], i, form), fields[1]) || lemmas[(fields[0], i, form)] == fields[1], $"line {line}: {form}");
        }
    }

    [Theory]
    [InlineData("verb | go | went", "3 fields, expected 4")]
    [InlineData("word | go | went | gone", "\"word\" is not one of")]
    [InlineData("noun | | feet", "an empty form")]
    public void A_bad_line_is_named(string line, string reason)
    {
        var data = new DataFiles([new(IrregularForms.FileName, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes("# head\n" + line + "\n")))]);
        var e = Assert.Throws<DataException>(() => IrregularForms.Load(data));
        Assert.Contains("irregular.txt:2", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }
}
