using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Server;
using Demarche.Server.Feeds;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Cli;

/// <summary>The articles that a command was given: read, dated over the whole batch, coded by several threads, in one order always.</summary>
internal sealed class Batch
{
    private readonly DataFiles _data;
    private readonly int _exitCode;
    private readonly int _threads;
    private readonly bool _patternsOnly;
    private int _faults;

    private Batch(DataFiles data, ImmutableArray<Article> articles, int exitCode, int threads, bool patternsOnly)
    {
        _data = data;
        Articles = articles;
        _exitCode = exitCode;
        _threads = threads;
        _patternsOnly = patternsOnly;
    }

    /// <summary>In order of path and place in the file, whatever the order of the arguments.</summary>
    public ImmutableArray<Article> Articles { get; }

    /// <summary>True if no article could be read; false if some were and none of them is within the horizon.</summary>
    public bool NothingRead { get; private init; }

    /// <summary>What the command shall exit with once it has printed the articles.</summary>
    public int ExitCode => _faults > 0 && _exitCode == ExitCodes.Ok ? ExitCodes.SomeRefused : _exitCode;

    /// <summary>Options shared by the commands that read articles.</summary>
    /// <param name="pathsNeeded">False where the command can do without paths.</param>
    public sealed class Options(bool pathsNeeded = true)
    {
        public Argument<string[]> Paths { get; } = PathsArgument.Create("Files (.txt .html .json .jsonl), folders, or - for standard input.", pathsNeeded);

        public Option<bool> AsIs { get; } = new("--as-is") { Description = "Take the text as it stands: no furniture is removed, spans point into the input." };

        public Option<DateOnly?> Published { get; } = Day("--published", "Publication date (YYYY-MM-DD) of articles that state none.");

        public Option<int> Threads { get; } = new("--threads")
        {
            Description = "Threads to code with; the output is the same for any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };

        public Option<bool> PatternsOnly { get; } = new("--patterns-only") { Description = "Code by the patterns of data/patterns alone, without what was learnt from annotated sentences." };

        /// <summary>An option that takes a day.</summary>
        public static Option<DateOnly?> Day(string name, string description) => new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                result.AddError($"'{result.Tokens[0].Value}' is no date: write YYYY-MM-DD.");
                return null;
            },
        };

        public void AddTo(Command command)
        {
            command.Arguments.Add(Paths);
            command.Options.Add(AsIs);
            command.Options.Add(Published);
            command.Options.Add(Threads);
            command.Options.Add(PatternsOnly);
        }
    }

    /// <summary>Reads what the command line names; says on standard error what was refused, a line each.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options it was parsed with.</param>
    /// <param name="among">The paths to read, where they are not all that stand in their place; null for all.</param>
    /// <param name="horizon">What may be known; null for all.</param>
    public static Batch Read(ParseResult parsed, Options options, IEnumerable<string>? among = null, Horizon? horizon = null)
    {
        var read = new ReadOptions { AsIs = parsed.GetValue(options.AsIs), Published = parsed.GetValue(options.Published) };
        var data = DataFolder.Open();
        var paths = (among ?? parsed.GetRequiredValue(options.Paths)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var articles = ImmutableArray.CreateBuilder<Article>();
        var refusals = new List<Refusal>();
        using var stdin = Console.OpenStandardInput();
        foreach (var result in new ArticleReader(new ArticleCleaner(data)).Read(paths, read, stdin))
        {
            if (result.Article is { } article) articles.Add(article);
            if (result.Refusal is not { } refusal) continue;
            refusals.Add(refusal);
            Messages.Say(refusal.ToString());
        }
        var dated = horizon?.Date(articles) ?? new PublicationDating().Date(articles.ToImmutable());
        if (horizon is not null) AsOfOptions.SayLeftOut(horizon, articles.ToImmutable(), dated);
        return new Batch(data, dated, ExitCodes.After(articles.Count, refusals), Math.Clamp(parsed.GetValue(options.Threads), 1, 64), parsed.GetValue(options.PatternsOnly))
        {
            NothingRead = articles.Count == 0,
        };
    }

    /// <summary>The articles coded by the pipeline, in their order, while later ones are still being worked on.</summary>
    /// <remarks>An article that the program fails on is named on standard error and left out; the others go on.</remarks>
    public IEnumerable<CodedArticle> Code()
    {
        var pipeline = _patternsOnly ? Pipeline.LoadPatternsOnly(_data) : Pipeline.Load(_data);
        using var progress = Progress.Over(Articles.Length);
        foreach (var (article, coded, fault) in Articles.AsParallel().AsOrdered().WithDegreeOfParallelism(_threads)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(a => Attempt(pipeline, a)))
        {
            progress.Step();
            if (coded is not null)
            {
                yield return coded;
                continue;
            }
            _faults++;
            Messages.Say($"{article.Source}: left out, the program failed on it: {fault} [{Errors.Fault}]");
        }
    }

    // The one place that catches everything: a fault of ours in one article must not cost the user the rest of the batch.
    private static (Article Article, CodedArticle? Coded, string? Fault) Attempt(Pipeline pipeline, Article article)
    {
        try
        {
            return (article, pipeline.Code(article), null);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or DataException))
        {
            return (article, null, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
