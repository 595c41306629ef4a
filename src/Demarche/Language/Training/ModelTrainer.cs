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
    /// <param name="model">Receives the model.</param>
    /// <param name="options">Seed and length of training.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <exception cref="DataException">A treebank cannot be read.</exception>
    public static void Train(TextReader train, TextReader dev, Stream model, TrainingOptions options, Action<string> say)
    {
        var sentences = Conllu.Read(train, "train.conllu").ToList();
        var held = Conllu.Read(dev, "dev.conllu").ToList();
        say($"{sentences.Count} sentences to learn from, {held.Count} to watch");
        var file = new ModelFile(Analyzer.ModelName);
        SegmenterModel.Put(file, SegmenterTrainer.Train(sentences, SegmenterEpochs, options.Seed, bareBreak: 0.5f));
        file.Write(model);
    }
}
