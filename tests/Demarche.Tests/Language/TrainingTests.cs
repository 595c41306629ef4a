using Demarche.Language;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Tests.Language;

public sealed class TrainingTests
{
    private const string Treebank =
        """
        # text = Rebels hold towns
        1	Rebels	rebel	NOUN	NNS	Number=Plur	2	nsubj	_	_
        2	hold	hold	VERB	VBP	_	0	root	_	_
        3	towns	town	NOUN	NNS	Number=Plur	2	obj	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	2	punct	_	_

        # text = Towns fear rebels
        1	Towns	town	NOUN	NNS	Number=Plur	2	nsubj	_	_
        2	fear	fear	VERB	VBP	_	0	root	_	_
        3	rebels	rebel	NOUN	NNS	Number=Plur	2	obj	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	2	punct	_	_

        # text = Old towns fear old rebels
        1	Old	old	ADJ	JJ	_	2	amod	_	_
        2	towns	town	NOUN	NNS	Number=Plur	3	nsubj	_	_
        3	fear	fear	VERB	VBP	_	0	root	_	_
        4	old	old	ADJ	JJ	_	5	amod	_	_
        5	rebels	rebel	NOUN	NNS	Number=Plur	3	obj	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	3	punct	_	_


        """;

    [Fact]
    public void A_network_learns_a_few_sentences_by_heart()
    {
        var sentences = Conllu.Read(new StringReader(Treebank.Replace("\r", "", StringComparison.Ordinal)), "tiny.conllu").ToList();
        var many = Enumerable.Repeat(sentences, 8).SelectMany(s => s).ToList();
        var trainer = new ParserTrainer(many, new WordVectors(["rebels"], new float[VectorTrainer.Width], VectorTrainer.Width), seed: 1);
        var lines = new List<string>();
        trainer.Train(epochs: 100, many, lines.Add, _ => { });
        Assert.Contains("UPOS 100.00", lines[^1], StringComparison.Ordinal);
        Assert.Contains("LAS 100.00", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        Assert.Equal(Model(seed: 5), Model(seed: 5));
        Assert.NotEqual(Model(seed: 5), Model(seed: 6));
    }

    [Fact]
    public void A_damaged_model_is_refused_by_name()
    {
        var model = Model(seed: 5);
        var cut = Assert.Throws<DataException>(() => Analyzer.Load(new MemoryStream(model, 0, model.Length / 2), "models/x.model"));
        Assert.Contains("models/x.model", cut.Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => Analyzer.Load(new MemoryStream([1, 2, 3, 4, 5]), "models/x.model"));
    }

    private static byte[] Model(ulong seed)
    {
        var vectors = new ModelFile("vectors");
        new WordVectors(["rebels"], new float[VectorTrainer.Width], VectorTrainer.Width).Put(vectors);
        using var stored = new MemoryStream();
        vectors.Write(stored);
        stored.Position = 0;
        using var written = new MemoryStream();
        ModelTrainer.Train(new StringReader(Treebank), new StringReader(Treebank), stored, () => written, new TrainingOptions(seed, 1), _ => { });
        return written.ToArray();
    }
}
