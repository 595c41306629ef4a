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
        var random = new Xoshiro(1);
        var trainer = new ParserTrainer(ParserTrainer.Begin(many, Vectors, layers: 2, ownWords: false, random), many, random);
        var lines = new List<string>();
        trainer.Train(epochs: 100, TrainingOptions.UsualRate, many, lines.Add, _ => { });
        Assert.Contains("UPOS 100.00", lines[^1], StringComparison.Ordinal);
        Assert.Contains("LAS 100.00", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_student_comes_to_agree_with_its_teachers_and_to_guess_covered_words()
    {
        var sentences = Conllu.Read(new StringReader(Treebank), "tiny.conllu").ToList();
        var random = new Xoshiro(1);
        var teachers = new Teachers([ParserTrainer.Begin(sentences, Vectors, layers: 2, ownWords: false, random).ToParser(), ParserTrainer.Begin(sentences, Vectors, layers: 1, ownWords: false, random).ToParser()]);
        var student = ParserTrainer.Begin(sentences, Vectors, layers: 1, ownWords: true, random);
        var trainer = new NetworkTrainer(student.Weights[0], Vectors.Rows, [], random, dropout: 0, guessed: Vectors.Words.Length);
        string[] corpus = [.. Enumerable.Repeat("Rebels hold old towns. Old towns fear rebels. Guerrillas fear old towns.", 300)];
        var segmenter = SegmenterTrainer.Train(sentences, epochs: 4, seed: 1, bareBreak: 0.5f);
        var lessons = new Pretraining(corpus, segmenter, teachers, student.ToParser().Features, student.Weights[0].Shape.Tables, seed: 1).Lessons(long.MaxValue).ToList();
        Assert.InRange(lessons.Sum(l => l.Hidden.Count), 1, lessons.Sum(l => l.Sentences.Sum(s => s.Length)) / 5);
        var losses = Enumerable.Range(0, 60).Select(n => trainer.Step(lessons[n % lessons.Count], 5e-3f)).ToList();
        Assert.All([losses[^1].Tags / losses[0].Tags, losses[^1].Arcs / losses[0].Arcs, losses[^1].Relations / losses[0].Relations, losses[^1].Guesses / losses[0].Guesses], share => Assert.InRange(share, 0, 0.7));
    }

    [Fact]
    public void Training_goes_on_from_a_model()
    {
        var first = Model(seed: 5);
        using var start = new MemoryStream(first);
        using var written = new MemoryStream();
        ModelTrainer.Train([new StringReader(Treebank)], null, start, () => written, new TrainingOptions(6, 1), _ => { });
        Assert.NotEqual(first, written.ToArray());
    }

    [Fact]
    public void Joined_networks_vote_and_twice_the_same_network_decides_as_once()
    {
        using var joined = new MemoryStream();
        var model = Model(seed: 5, epochs: 30);
        ModelTrainer.Join([new MemoryStream(model), new MemoryStream(model)], joined);
        joined.Position = 0;
        const string text = "Old rebels fear towns. Towns hold rebels.";
        var once = Reading.Of(Analyzer.Load(new MemoryStream(model), "once"), text).Tokens.Select(t => (t.Upos, t.Head, t.Relation));
        Assert.Equal(once, Reading.Of(Analyzer.Load(joined, "twice"), text).Tokens.Select(t => (t.Upos, t.Head, t.Relation)));
        Assert.Throws<ArgumentException>(() => ModelTrainer.Join([new MemoryStream(model), new MemoryStream(Model(seed: 5, treebank: Treebank.Replace("fear", "dread", StringComparison.Ordinal)))], new MemoryStream()));
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

    private static WordVectors Vectors => new(["guerrillas", "rebels"], new float[2 * VectorTrainer.Width], VectorTrainer.Width, [0, 0]);

    private static byte[] Model(ulong seed, int epochs = 1, string treebank = Treebank)
    {
        var vectors = new ModelFile("vectors");
        Vectors.Put(vectors);
        using var stored = new MemoryStream();
        vectors.Write(stored);
        stored.Position = 0;
        var written = new MemoryStream();
        ModelTrainer.Train([new StringReader(treebank)], null, stored, () => written = new MemoryStream(), new TrainingOptions(seed, epochs), _ => { });
        return written.ToArray();
    }
}
