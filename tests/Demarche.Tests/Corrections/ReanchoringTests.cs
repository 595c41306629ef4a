using Demarche.Coding;
using Demarche.Corrections;
using Demarche.Tests.Reconciliation;
using Demarche.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Corrections;

public sealed class ReanchoringTests
{
    private static readonly (string Sentence, string Cameo, string Plover, string Who)[] Acts =
    [
        ("Chile shelled the harbour in Peru on Monday.", "194", "ASSAULT", "Chile > Peru"),
        ("Norway offered to mediate between Chile and Peru.", "039", "AGREE", "Norway > Chile, Peru"),
        ("Peru rejected the offer of Norway.", "126", "REJECT", "Peru > Norway"),
        ("Ada Nordli called Pilar Quispe about the harbour.", "041", "CONSULT", "Ada Nordli > Pilar Quispe"),
        ("Chile accused Peru of lying about the harbour.", "112", "ACCUSE", "Chile > Peru"),
        ("Ghana praised Norway for its patience.", "051", "SUPPORT", "Ghana > Norway"),
    ];

    private static readonly string[] Fillers = ["The weather was poor.", "Rain fell on the harbour on Monday 🕊.", "Nobody knows what Norway offered.", "Prices rose.", "Peru rejected it."];

    /// <summary>Fillers before each act, by their numbers.</summary>
    private static CodedArticle Report(int[][] fillers, Func<string, string>? reword = null)
    {
        var report = new CodedReport("Fog Gazette", "2031-05-06");
        for (var i = 0; i < Acts.Length; i++)
        {
            foreach (var f in i < fillers.Length ? fillers[i] : [])
            {
                var filler = Fillers[f % Fillers.Length];
                if (f % 3 == 0) report.Says(filler, "112", "ACCUSE", "Ghana > Chile");    // codes move the ids of those behind
                else report.Counts(filler + " It took 7 days.", 7, "PER", "port");
            }
            report.Says(reword?.Invoke(Acts[i].Sentence) ?? Acts[i].Sentence, Acts[i].Cameo, Acts[i].Plover, Acts[i].Who, "2031-05-06");
        }
        return report.Make();
    }

    private static string? Found(CodedArticle before, int act, CodedArticle after)
    {
        var anchor = Anchor.Of(before, before.Observations.Single(o => o.Cameo == Acts[act].Cameo && o.Sentence.Of(before.Article.Text) == Acts[act].Sentence));
        return new Reanchoring([after]).Find(anchor).Observation?.Sentence.Of(after.Article.Text);
    }

    [Fact]
    public void An_observation_is_found_again_whatever_was_put_in_elsewhere() =>
        Prop.ForAll(Gen.Choose(0, 30).ArrayOf().Select(a => a.Take(3).ToArray()).ArrayOf().Select(a => a.Take(Acts.Length).ToArray()).ToArbitrary(), Gen.Choose(0, Acts.Length - 1).ToArbitrary(),
            (fillers, act) => Found(Report([]), act, Report(fillers)) == Acts[act].Sentence && Found(Report(fillers), act, Report([])) == Acts[act].Sentence).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Norway  offered to\u00a0mediate between Chile and Peru.")]
    [InlineData("Norway offered on Tuesday to mediate between Chile and Peru.")]
    [InlineData("NORWAY offered to mediate between Chile and Peru!")]
    public void A_sentence_cleaned_otherwise_or_reworded_a_little_is_the_same(string now) =>
        Assert.Equal(now, Found(Report([]), 1, Report([], s => s.StartsWith("Norway", StringComparison.Ordinal) ? now : s)));

    [Fact]
    public void A_sentence_that_is_gone_is_said_to_be_gone()
    {
        var anchor = Anchor.Of(Report([]), Report([]).Observations[1]);
        var after = new CodedReport("Fog Gazette", "2031-05-06").Says(Acts[0].Sentence, "194", "ASSAULT", "Chile > Peru").Make();
        Assert.Equal("its sentence is no longer in the article", new Reanchoring([after]).Find(anchor).Trouble);
        Assert.Equal("its article is not among those given", new Reanchoring([]).Find(anchor).Trouble);
        var uncoded = new CodedReport("Fog Gazette", "2031-05-06").Says(Acts[0].Sentence, "194", "ASSAULT", "Chile > Peru").Counts(Acts[1].Sentence + " 7", 7, "PER", "port").Make();
        Assert.Equal("nothing is coded in its sentence any more", new Reanchoring([uncoded]).Find(anchor).Trouble);
    }

    [Fact]
    public void Another_outlets_same_sentence_is_not_it()
    {
        var anchor = Anchor.Of(Report([]), Report([]).Observations[0]);
        var copy = new CodedReport("Rain & Hail", "2031-05-06").Says(Acts[0].Sentence, "194", "ASSAULT", "Chile > Peru").Make();
        Assert.NotNull(new Reanchoring([copy]).Find(anchor).Trouble);
    }

    [Fact]
    public void A_code_that_changed_is_the_same_observation_and_a_neighbour_is_not()
    {
        CodedArticle Two(params (string Cameo, string Plover, string Who)[] coded)
        {
            var one = new CodedReport("Fog Gazette", "2031-05-06");
            foreach (var (cameo, plover, who) in coded) one.Says(Acts[0].Sentence, cameo, plover, who);
            return one.Make() is var made && made.Observations.Length > 1
                ? made with { Observations = [.. made.Observations.Select(o => o with { Sentence = made.Observations[0].Sentence, Trigger = made.Observations[0].Trigger })] } : made;
        }
        var before = Two(("194", "ASSAULT", "Chile > Peru"), ("194", "ASSAULT", "Chile > Norway"));
        var anchor = Anchor.Of(before, before.Observations[0]);
        Assert.Equal("e1", new Reanchoring([Two(("112", "ACCUSE", "Chile > Peru"))]).Find(anchor).Observation?.Id.Value);
        Assert.Equal("e2", new Reanchoring([Two(("194", "ASSAULT", "Chile > Norway"), ("194", "ASSAULT", "Chile > Peru"))]).Find(anchor).Observation?.Id.Value);
        Assert.Null(new Reanchoring([Two(("194", "ASSAULT", "Chile > Norway"))]).Find(anchor).Observation);
    }

    [Theory]
    [InlineData("🕊 He said “no” — twice.  Then he left.", "“no” — twice", "He said \"no\" - twice. Then he left.", 8)]
    [InlineData("A b. A b. A b.", "A b", "A b. A b. A b.", 0)]
    [InlineData("He left. Ana left. Bo left.", "left. Bo", "Cy left. Ana left. Bo left.", 13)]
    [InlineData("one two", "two", "three", null)]
    public void Words_are_found_by_what_stands_around_them(string before, string words, string after, int? start)
    {
        var at = before.IndexOf(words, StringComparison.Ordinal);
        var anchor = TextAnchor.Of(before, new TextSpan(at, at + words.Length), new CodePoints(before));
        Assert.Equal(start, new FoldedText(after).Find(anchor)?.Start);
    }
}
