using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>How to train on a treebank.</summary>
/// <param name="Seed">The same seed, data and machine give the same model.</param>
/// <param name="Epochs">Passes over the treebank, or over the text.</param>
/// <param name="Rate">Greatest rate of learning.</param>
public sealed record TrainingOptions(ulong Seed, int Epochs, float Rate = TrainingOptions.UsualRate)
{
    /// <summary>Rate of a network that begins with random weights.</summary>
    public const float UsualRate = 2.2e-3f;
}

/// <summary>Trains a language model from treebanks in CoNLL-U and unlabelled text. docs/models.md tells the steps.</summary>
public static class ModelTrainer
{
    private const int SegmenterEpochs = 8;
    private const int TeacherLayers = 2;
    private const int StudentLayers = 3;

    /// <summary>Trains a model on a treebank and writes it.</summary>
    /// <param name="train">CoNLL-U with spaces and paragraphs marked (SpaceAfter=No, newpar).</param>
    /// <param name="dev">CoNLL-U to watch progress on; never learnt from.</param>
    /// <param name="start">A model whose network is trained further, or word vectors made by <see cref="TrainVectors"/>, with which a
    /// network begins anew.</param>
    /// <param name="model">Opened anew for each checkpoint and for the final model.</param>
    /// <param name="options">Seed, length and rate of training.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <exception cref="DataException">A treebank or model cannot be read.</exception>
    public static void Train(IEnumerable<TextReader> train, TextReader? dev, Stream start, Func<Stream> model, TrainingOptions options, Action<string> say)
    {
        var sentences = ReadAll(train);
        List<ConlluSentence> held = dev is null ? [] : [.. Conllu.Read(dev, "dev")];
        say($"{sentences.Count} sentences to learn from, {held.Count} to watch");
        var random = new Xoshiro(options.Seed);
        var from = ModelFile.Read(start, "start");
        var parts = ParserModel.IsIn(from) ? ParserModel.Get(from) : ParserTrainer.Begin(sentences, WordVectors.Get(from), TeacherLayers, ownWords: false, random);
        var file = new ModelFile(Analyzer.ModelName);
        SegmenterModel.Put(file, SegmenterTrainer.Train(sentences, SegmenterEpochs, options.Seed, bareBreak: 0.5f));
        var trainer = new ParserTrainer(parts, sentences, random);
        trainer.Train(options.Epochs, options.Rate, held, say, epoch =>
        {
            if (epoch % 4 != 0 && epoch != options.Epochs) return;
            trainer.Put(file);
            using var stream = model();
            file.Write(stream);
        });
    }

    /// <summary>Trains a deeper model on what teachers make of unlabelled text, and writes it; <see cref="Train"/> completes it.</summary>
    /// <param name="train">Treebank whose words the model is to know.</param>
    /// <param name="start">A model to train further, or null for a new one.</param>
    /// <param name="dev">CoNLL-U to watch progress on; never learnt from.</param>
    /// <param name="teachers">Models made by <see cref="Train"/> from the same treebank and vectors.</param>
    /// <param name="corpus">Unlabelled lines of text; each line is a paragraph.</param>
    /// <param name="words">About how many words of it to read.</param>
    /// <param name="model">Receives the model.</param>
    /// <param name="seed">The same seed, data and machine give the same model.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    public static void Pretrain(
        TextReader train, TextReader? dev, Stream? start, IEnumerable<Stream> teachers, IReadOnlyList<string> corpus, long words, Stream model, ulong seed, Action<string> say)
    {
        var sentences = ReadAll([train]);
        List<ConlluSentence> held = dev is null ? [] : [.. Conllu.Read(dev, "dev")];
        var files = teachers.Select(t => ModelFile.Read(t, "teacher")).ToList();
        var random = new Xoshiro(seed);
        var segmenter = SegmenterModel.Get(files[0]);
        var student = start is null
            ? ParserTrainer.Begin(sentences, WordVectors.Get(files[0]), StudentLayers, ownWords: true, random)
            : ParserModel.Get(ModelFile.Read(start, "start"));
        say($"{files.Count} teachers, {corpus.Count} lines, {student.Words.Length} words");
        student = student with { Vectors = student.Vectors with { Habits = HabitCounter.Count(corpus, segmenter, student.Vectors.Words) } };
        var trainer = new ParserTrainer(student, sentences, random);
        var readers = new Teachers([.. files.Select(f => ParserModel.GetReader(f))]);
        var pretraining = new Pretraining(corpus, segmenter, readers, student.ToParser().Features, student.Weights[0].Shape.Tables, seed);
        trainer.Pretrain(pretraining, words, held, say);
        var file = new ModelFile(Analyzer.ModelName);
        SegmenterModel.Put(file, segmenter);
        trainer.Put(file);
        file.Write(model);
    }

    /// <summary>Puts the networks of several models trained from one start into one model, where they vote; the rest is the first's.</summary>
    /// <exception cref="ArgumentException">They know different words or tags.</exception>
    public static void Join(IEnumerable<Stream> models, Stream joined)
    {
        var files = models.Select(m => ModelFile.Read(m, "model")).ToList();
        var parsers = files.Select(ParserModel.Get).ToList();
        var first = parsers[0];
        if (parsers.Any(p => !p.Words.SequenceEqual(first.Words, StringComparer.Ordinal) || !p.Tags.Tags.SequenceEqual(first.Tags.Tags) || p.Weights[0].Shape != first.Weights[0].Shape))
            throw new ArgumentException("the models were not trained from one start", nameof(models));
        (first with { Weights = [.. parsers.SelectMany(p => p.Weights)] }).Put(files[0]);
        files[0].Write(joined);
    }

    /// <summary>Learns word vectors from running text and writes them as a model file without a parser.</summary>
    /// <param name="train">Treebank that teaches how to cut the text into words.</param>
    /// <param name="corpus">Unlabelled lines of text; each line is a paragraph.</param>
    /// <param name="vectors">Receives the vectors.</param>
    /// <param name="options">Seed and number of passes.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    public static void TrainVectors(TextReader train, IEnumerable<string> corpus, Stream vectors, TrainingOptions options, Action<string> say)
    {
        var segmenter = SegmenterTrainer.Train(ReadAll([train]), SegmenterEpochs, options.Seed, bareBreak: 0.5f);
        var (words, rows) = VectorTrainer.Train(corpus, segmenter, options.Epochs, options.Seed, say);
        var file = new ModelFile("vectors");
        new WordVectors(words, rows, VectorTrainer.Width, new byte[words.Length]).Put(file);
        file.Write(vectors);
    }

    private static List<ConlluSentence> ReadAll(IEnumerable<TextReader> treebanks) => [.. treebanks.SelectMany((r, i) => Conllu.Read(r, $"treebank {i + 1}"))];
}
