using System.Globalization;
using System.Text;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Benchmarks;

/// <summary>What coding costs beside the language analysis, and what ten thousand patterns more change: the two claims of docs/performance.md.</summary>
/// <remarks>
/// The three are measured in turn, many times over the same articles on one thread, so that the drift of a busy machine meets them alike;
/// medians of their ratios are printed.
/// </remarks>
internal static class CodingCost
{
    private const int DummyPatterns = 10_000;
    private const int Rounds = 32;
    private const int WarmUp = 8;

    /// <summary>Runs the measurement over the shipped samples, or over a text file given.</summary>
    public static void Run(string? file)
    {
        var data = Samples.Data();
        var analyzer = Analyzer.Load(data);
        var pipeline = Pipeline.Load(data);
        var articles = file is null ? Samples.Articles(data) : [Article(file)];
        var coded = articles.Select(pipeline.Code).ToList();
        var (few, many) = (EventCoder.Load(data), EventCoder.Load(WithDummies(data)));
        var (analysis, coding, more) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var read = Seconds(() => articles.Sum(a => analyzer.Analyze(a).Tokens.Length));
            var (plain, grown) = round % 2 == 0 ? Both(few, many, coded) : Swapped(Both(many, few, coded));
            if (round < 0) continue;
            analysis.Add(read);
            coding.Add(plain / read);
            more.Add(grown / plain);
        }
        var words = coded.Sum(c => c.Analysis.Tokens.Length);
        Print($"{words:N0} words, {Events(few, coded)} events, {few.Patterns.All.Length:N0} and {many.Patterns.All.Length:N0} patterns, median of {Rounds} rounds");
        Print($"language analysis: {words / Median(analysis):N0} words a second");
        Print($"coding adds {Median(coding):P1} to the time of the language analysis");
        Print($"{DummyPatterns:N0} patterns that match nothing change the time of coding by {Median(more) - 1:+0.0 %;-0.0 %}");
    }

    private static (double First, double Second) Both(EventCoder first, EventCoder second, List<CodedArticle> articles) =>
        (Seconds(() => Events(first, articles)), Seconds(() => Events(second, articles)));

    /// <summary>Whichever is measured second finds the text in the cache: they take turns.</summary>
    private static (double, double) Swapped((double First, double Second) measured) => (measured.Second, measured.First);

    private static int Events(EventCoder coder, List<CodedArticle> articles) =>
        articles.Sum(c => coder.Code(c.Analysis, c.Actors, c.Times, c.Quotes).Length);

    /// <summary>The data with patterns added whose triggers no text has, in the shapes of the real ones.</summary>
    private static DataFiles WithDummies(DataFiles data)
    {
        var text = new StringBuilder();
        string[] rests = ["", " {target}", " @arms to:{target}", " >@verb_meet", " (deal|plan|offer) with:{target} !~not"];
        for (var i = 0; i < DummyPatterns; i++)
            text.Append(CultureInfo.InvariantCulture, $"190 | zz{i}ify{rests[i % rests.Length]} | An example that nobody reads.\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new DataFiles(data.Under("", "").Select(n => KeyValuePair.Create(n, () => data.Open(n)))
            .Append(KeyValuePair.Create<string, Func<Stream>>("patterns/19-dummies.txt", () => new MemoryStream(bytes))));
    }

    private static Article Article(string file) => new(
        new ArticleId(file), file, null, null, null, null, [], "en", PublicationDate.Unknown, File.ReadAllText(file), []);

    /// <summary>Seconds of processor time, which other work on the machine disturbs less than the clock.</summary>
    private static double Seconds(Func<int> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
