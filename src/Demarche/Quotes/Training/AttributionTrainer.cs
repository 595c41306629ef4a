using System.Globalization;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Quotes.Learned;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes.Training;

/// <summary>Learns from annotated articles which words ascribe words and thoughts, to whom, and what stands between quotation marks for other reasons.</summary>
public static class AttributionTrainer
{
    private const int Parts = 2;

    private static readonly SlotTraining Options = new() { RowBits = 13 };

    /// <summary>Writes a model of attributions.</summary>
    /// <param name="data">The data files, with the language model it is for.</param>
    /// <param name="annotations">Stand-off annotations; docs/models.md gives the format.</param>
    /// <param name="name">Their file's name, for errors.</param>
    /// <param name="textOf">The text of an article of the corpus, or null.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="seed">Of all random numbers.</param>
    /// <param name="say">Told of the progress.</param>
    /// <exception cref="DataException">The annotations do not fit the corpus.</exception>
    public static void Train(DataFiles data, TextReader annotations, string name, Func<string, string?> textOf, Stream output, ulong seed, Action<string> say)
    {
        var sentences = AnnotatedSpeech.Read(annotations, name);
        var analyzer = Analyzer.Load(data);
        var actors = ActorFinder.Load(data);
        var cues = SpeechCues.Load(data);
        var meanings = new WordMeanings(analyzer.Parser);
        var articles = sentences.Where(s => !s.IsTest).GroupBy(s => s.Article).AsParallel().AsOrdered().Select(group =>
        {
            var text = textOf(group.Key) ?? throw new DataException(name, 0, $"the corpus has no article {group.Key}");
            var analysis = analyzer.AnalyzeDeeply(new Article(new ArticleId(group.Key), group.Key, null, null, null, null, [], "en", PublicationDate.Unknown, text, []));
            var quotations = QuotationScanner.Find(text);
            return new ReadArticle(new Surroundings(analysis, actors.Find(analysis), cues, Surroundings.InnermostOf(analysis, quotations), meanings), quotations, group);
        }).ToList();
        var words = articles.SelectMany(a => a.All).Where(a => a.Cue is not null).Select(a => AttributionModel.KeyOf(a.Cue!)).ToHashSet();
        say(string.Create(CultureInfo.InvariantCulture, $"{articles.Count:N0} articles, {articles.Sum(a => a.All.Count):N0} attributions, {words.Count:N0} words that are cues"));

        var times = TimeFinder.Load(data);
        var marks = new List<SlotExample>();
        for (var part = 0; part < Parts; part++)
        {
            // What stands in an article's quotation marks is learnt with what is found by networks that have not seen the article.
            var half = part;
            var partial = Model(Networks([.. articles.Where((_, i) => i % Parts != half)], words, meanings, seed, null), words, meanings, Untrained(meanings, seed));
            foreach (var article in articles.Where((_, i) => i % Parts == half))
                marks.AddRange(new AttributionExamples(article).Marks(times.Find(article.At.Analysis), new LearnedAttributions(partial, article.At).Find(new AttributionBounds())));
        }
        say(string.Create(CultureInfo.InvariantCulture, $"{marks.Count:N0} quotations, {marks.Count(m => m.Right is [1]):N0} of them somebody's"));
        var marked = Trained("marks", MarkView.Inputs(meanings), 2, marks, seed, say);
        var file = File(Networks(articles, words, meanings, seed, say), words, meanings, marked);
        file.Write(output);
    }

    private static List<(string Name, SlotTrainer Trained)> Networks(List<ReadArticle> articles, HashSet<uint> words, WordMeanings meanings, ulong seed, Action<string>? say)
    {
        var examples = articles.Select(a => new AttributionExamples(a)).ToList();
        return
        [
            ("cues", Trained("cues", CueView.Inputs(meanings), AttributionModel.CueOutcomes, [.. examples.SelectMany(e => e.Cues(t => words.Contains(AttributionModel.KeyOf(t))))], seed, say)),
            ("sources", Trained("sources", SourceView.Inputs(meanings), 2, [.. examples.SelectMany(e => e.Sources())], seed, say)),
            ("contents", Trained("contents", ContentView.Inputs(meanings), 2, [.. examples.SelectMany(e => e.Contents())], seed, say)),
        ];
    }

    private static SlotTrainer Trained(string what, int inputs, int outcomes, List<SlotExample> examples, ulong seed, Action<string>? say)
    {
        var trainer = new SlotTrainer(inputs, outcomes, seed, Options);
        trainer.Train(examples, (pass, loss) => say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{what}, {examples.Count:N0} examples, pass {pass + 1}: loss {loss:0.0000}")));
        return trainer;
    }

    private static SlotTrainer Untrained(WordMeanings meanings, ulong seed) => new(MarkView.Inputs(meanings), 2, seed, Options);

    private static AttributionModel Model(List<(string Name, SlotTrainer Trained)> networks, HashSet<uint> words, WordMeanings meanings, SlotTrainer marks)
    {
        using var stream = new MemoryStream();
        File(networks, words, meanings, marks).Write(stream);
        stream.Position = 0;
        return AttributionModel.Get(ModelFile.Read(stream, AttributionModel.Name), meanings);
    }

    private static ModelFile File(List<(string Name, SlotTrainer Trained)> networks, HashSet<uint> words, WordMeanings meanings, SlotTrainer marks)
    {
        var file = new ModelFile(AttributionModel.Name);
        AttributionModel.Put(file, words, meanings.Fingerprint, [.. networks, ("marks", marks)]);
        return file;
    }
}
