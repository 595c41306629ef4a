using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>What training needs to know.</summary>
/// <param name="Seed">The same seed, data and machine give the same model.</param>
/// <param name="Epochs">Passes of the network over the treebank.</param>
public sealed record TrainingOptions(ulong Seed, int Epochs);

/// <summary>Trains a language model from treebanks in CoNLL-U.</summary>
public static class ModelTrainer
{
    private const int SegmenterEpochs = 8;

    /// <summary>Trains and writes a model.</summary>
    /// <param name="train">CoNLL-U with spaces and paragraphs marked (SpaceAfter=No, newpar).</param>
    /// <param name="dev">CoNLL-U to watch progress on; never learnt from.</param>
    /// <param name="vectors">Word vectors made by <see cref="TrainVectors"/>.</param>
    /// <param name="model">Opened anew for each checkpoint and for the final model.</param>
    /// <param name="options">Seed and length of training.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <exception cref="DataException">A treebank cannot be read.</exception>
    public static void Train(TextReader train, TextReader dev, Stream vectors, Func<Stream> model, TrainingOptions options, Action<string> say)
    {
        var sentences = Conllu.Read(train, "train.conllu").ToList();
        var held = Conllu.Read(dev, "dev.conllu").ToList();
        say($"{sentences.Count} sentences to learn from, {held.Count} to watch");
        var file = new ModelFile(Analyzer.ModelName);
        SegmenterModel.Put(file, SegmenterTrainer.Train(sentences, SegmenterEpochs, options.Seed, bareBreak: 0.5f));
        var trainer = new ParserTrainer(sentences, WordVectors.Get(ModelFile.Read(vectors, "vectors")), options.Seed);
        trainer.Train(options.Epochs, held, say, epoch =>
        {
            if (epoch % 4 != 0 && epoch != options.Epochs) return;
            trainer.Put(file);
            using var stream = model();
            file.Write(stream);
        });
    }

    /// <summary>Learns word vectors from running text and writes them as a model file without a parser.</summary>
    /// <param name="train">Treebank that teaches how to cut the text into words.</param>
    /// <param name="corpus">Unlabelled lines of text; each line is a paragraph.</param>
    /// <param name="vectors">Receives the vectors.</param>
    /// <param name="options">Seed and number of passes.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    public static void TrainVectors(TextReader train, IEnumerable<string> corpus, Stream vectors, TrainingOptions options, Action<string> say)
    {
        var sentences = Conllu.Read(train, "train.conllu").ToList();
        var segmenter = SegmenterTrainer.Train(sentences, SegmenterEpochs, options.Seed, bareBreak: 0.5f);
        var (words, rows) = VectorTrainer.Train(corpus, segmenter, options.Epochs, options.Seed, say);
        var file = new ModelFile("vectors");
        new WordVectors(words, rows, VectorTrainer.Width).Put(file);
        file.Write(vectors);
    }
}
