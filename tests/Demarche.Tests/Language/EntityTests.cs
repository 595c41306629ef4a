using Demarche.Language;
using Demarche.Language.Evaluation;
using Demarche.Language.Training;
using Demarche.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Language;

public sealed class EntityTests
{
    private static readonly string[] Pieces =
        ["Angela Merkel", "said", "in", "Berlin", ".", "The", "United Nations", ",", " ", " ", "\n", "“", "don't", "PARIS", "\ud83d\ude00", "\ud800", "Ünal", "(", "Acme Corp.", "president", "'s", "-"];

    private static Arbitrary<string> AnyText { get; } = Arb.From(Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements(Pieces).ArrayOf().Select(p => string.Join(' ', p))));

    private static Config Sample { get; } = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Theory]
    [InlineData("The envoy flew to Berlin on Monday to meet Angela Merkel.", "LOC Berlin; PER Angela Merkel")]
    [InlineData("Officials of the United Nations met John Smith in Geneva.", "ORG United Nations; PER John Smith; LOC Geneva")]
    [InlineData("The harvest was poor and the wells had run dry.", "")]
    [InlineData("Soldiers from Turkey and Syria exchanged fire near the border.", "LOC Turkey; LOC Syria")]
    public void Plain_names_are_found(string text, string expected) => Assert.Equal(expected, Names(text));

    [Fact]
    public void A_title_is_no_part_of_a_name() => Assert.Contains("PER Emmanuel Macron", Names("President Emmanuel Macron spoke in Paris."), StringComparison.Ordinal);

    [Fact]
    public void Names_stand_in_order_without_overlap_and_cover_their_tokens() => Prop.ForAll(AnyText, text =>
    {
        var analysis = Reading.Of(text);
        var end = 0;
        foreach (var name in analysis.Entities)
        {
            if (name.First < end || name.End <= name.First || name.End > analysis.Tokens.Length) return false;
            var (first, last) = (analysis.Tokens[name.First], analysis.Tokens[name.End - 1]);
            if (name.Span != new TextSpan(first.Span.Start, last.Span.End) || first.Sentence != last.Sentence || name.Score is not (>= 0f and <= 1f)) return false;
            end = name.End;
        }
        return true;
    }).Check(Sample);

    [Fact]
    public void Notes_of_words_are_legal() => Prop.ForAll(AnyText, text =>
    {
        var analysis = Reading.Of(text);
        var notes = new EntityNotes(analysis);
        string? last = null;
        foreach (var token in analysis.Tokens)
        {
            var note = notes.Of(token);
            if (note is not null && note[4] == 'I' && (last is null || last[6..] != note[6..])) return false;
            last = note;
        }
        return true;
    }).Check(Sample);

    [Fact]
    public void The_same_text_gives_the_same_names_on_many_threads()
    {
        const string text = "Anna Kovac of the Danube Commission left Vienna for Belgrade.\nKovac will meet Peter Hale there, the commission said.";
        var expected = Reading.Of(text).Entities;
        Assert.NotEmpty(expected);
        Parallel.For(0, 12, _ => Assert.Equal(expected.AsEnumerable(), Reading.Of(text).Entities));
    }

    [Fact]
    public void Names_are_printed_with_the_words()
    {
        var analysis = Reading.Of("Talks in New Delhi failed.");
        var output = new StringWriter();
        ConlluWriter.Write(analysis, "doc", new CodePoints(analysis.Text), output, new EntityNotes(analysis).Of);
        Assert.Contains("NER=B-LOC|TokenRange=9:12", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("NER=I-LOC|TokenRange=13:18", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Legal_labels_never_break_off_a_name()
    {
        var random = new Xoshiro(7);
        var transitions = Enumerable.Range(0, EntityLabels.Columns * EntityLabels.Columns).Select(_ => random.Unit()).ToArray();
        var chain = new EntityChain(transitions);
        for (var n = 1; n < 9; n++)
        {
            var scores = Enumerable.Range(0, n * EntityLabels.Columns).Select(_ => (random.Unit() - 0.5f) * 6).ToArray();
            var labels = new int[n];
            chain.Decode(scores, labels);
            var last = EntityLabels.Outside;
            foreach (var label in labels.Append(EntityLabels.Outside))
            {
                Assert.True(EntityLabels.IsLegal(last, label));
                last = label;
            }
        }
    }

    [Fact]
    public void The_probabilities_of_all_labels_of_a_word_add_up_to_one()
    {
        var random = new Xoshiro(11);
        var chain = new EntityChain(new float[EntityLabels.Columns * EntityLabels.Columns]);
        const int n = 4;
        var scores = Enumerable.Range(0, n * EntityLabels.Columns).Select(_ => random.Unit() * 3).ToArray();
        var marginals = new float[scores.Length];
        var total = chain.Sum(scores, n);
        chain.Marginals(marginals, n);
        for (var i = 0; i < n; i++) Assert.Equal(1.0, marginals.Skip(i * EntityLabels.Columns).Take(EntityLabels.Columns).Sum(), 4);
        var labels = new int[n];
        chain.Decode(scores, labels);
        var best = labels.Select((l, i) => scores[(i * EntityLabels.Columns) + l]).Sum() + chain.ScoreOfSteps(labels);
        Assert.Equal(Math.Exp(best - total), chain.SpanProbability(labels, 0, n), 4);
    }

    [Fact]
    public void A_damaged_model_is_refused_by_name()
    {
        using var stream = Repository.Data.Open(Analyzer.EntitiesName);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        Assert.Contains(Analyzer.EntitiesName, Assert.Throws<DataException>(() => Load(bytes[..(bytes.Length / 2)])).Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => Load([1, 2, 3]));
    }

    [Fact]
    public void A_model_for_other_word_vectors_is_refused()
    {
        var file = new ModelFile(Analyzer.EntitiesName);
        new EntityWeights(5, 16, [], 0).Put(file);
        using var written = new MemoryStream();
        file.Write(written);
        Assert.Contains("train entities", Assert.Throws<DataException>(() => Load(written.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_sentences_are_learnt_by_heart_and_the_same_seed_gives_the_same_model()
    {
        const string bio = "# newdoc id = d\n# sent_id = s1\n# text = Miro Tal left Zeb .\nMiro\t0\t4\tB-PER\nTal\t5\t8\tI-PER\nleft\t9\t13\tO\nZeb\t14\t17\tB-LOC\n.\t18\t19\tO\n\n";
        var options = new EntityLearnerOptions { Bits = 10, Epochs = 30, Members = 1, Groups = 4, FeatureDropout = 0, SparseRate = 0.1f, Renamings = 0, Lowered = 0, Titled = 0, Shouted = 0, InputDropout = 0, HiddenDropout = 0 };
        var (first, said) = Train(bio, options, 3);
        Assert.Contains("F1 100.00", said, StringComparison.Ordinal);
        Assert.Equal(first, Train(bio, options, 3).Model);
        Assert.NotEqual(first, Train(bio, options, 4).Model);
    }

    private static (byte[] Model, string Said) Train(string bio, EntityLearnerOptions options, ulong seed)
    {
        var corpus = BioFile.Read(new StringReader(bio), "tiny.bio");
        var lines = new List<string>();
        using var stream = new MemoryStream();
        EntityTrainer.Train(Repository.Analyzer, [], [corpus], corpus, options, seed, lines.Add).Write(stream);
        return (stream.ToArray(), lines[^1]);
    }

    private static void Load(byte[] entities) => Analyzer.Load(new DataFiles(
    [
        new(Analyzer.ModelName, () => Repository.Data.Open(Analyzer.ModelName)),
        new(Analyzer.EntitiesName, () => new MemoryStream(entities)),
        new(IrregularForms.FileName, () => Repository.Data.Open(IrregularForms.FileName)),
    ]));

    private static string Names(string text) => string.Join("; ", Reading.Of(text).Entities.Select(n => NameScores.TypeOf(n.Kind) + " " + n.Span.Of(text)));
}
