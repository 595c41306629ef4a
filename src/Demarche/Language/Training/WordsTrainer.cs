using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Trains what cuts words and finds lemmas, and puts it into a model whose network stays as it is.</summary>
public static class WordsTrainer
{
    private const int Epochs = 6;
    private const float BareBreak = 0.4f;

    /// <summary>Reads a model, trains its splitter and its lemmatiser anew, and writes it.</summary>
    /// <param name="train">Treebanks in CoNLL-U with spaces and paragraphs marked (SpaceAfter=No, newpar).</param>
    /// <param name="corpus">Unlabelled lines of news; how words are written there is counted. None: the counts of the model are kept.</param>
    /// <param name="model">The model to start from.</param>
    /// <param name="result">Receives the new model; may be where the old one was read from.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="say">Receives a line of progress now and then.</param>
    /// <exception cref="DataException">Treebank or model cannot be read.</exception>
    public static void Train(IEnumerable<TextReader> train, IEnumerable<string>? corpus, Stream model, Func<Stream> result, ulong seed, Action<string> say)
    {
        var file = ModelFile.Read(model, Analyzer.ModelName);
        var sentences = train.SelectMany(t => Conllu.Read(t, "train.conllu")).ToList();
        if (corpus is not null) LexiconTrainer.Train(corpus).Put(file);
        var lexicon = Lexicon.Get(file);
        say($"{lexicon.Count} words counted");
        SegmenterModel.Put(file, SegmenterTrainer.Train(sentences, Epochs, seed, BareBreak, lexicon));
        LemmatizerTrainer.Train(sentences, TagSet.Get(file), lexicon).Put(file);
        using var stream = result();
        file.Write(stream);
    }
}
