using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Demarche.Articles;
using Demarche.Language;
using Demarche.Language.Evaluation;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate: compares what the program finds with hand-made annotation.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Measure the analysis against hand-made annotation.")
    {
        CreateUd(),
        EvaluateClustering.Create(),
        EvaluateEvents.Create(),
        EvaluateFigures.Create(),
        EvaluateJoins.Create(),
        EvaluateNames.Create(),
        EvaluateQuotes.Create(),
        EvaluateReferences.Create(),
        EvaluateStories.Create(),
        EvaluateTimes.Create(),
    };

    private static Command CreateUd()
    {
        var gold = GoldArgument("a treebank: CoNLL-U of Universal Dependencies v2");
        var pretokenized = new Option<bool>("--pretokenized") { Description = "keep the treebank's tokens and sentences: measure tags and trees alone" };
        var system = new Option<FileInfo?>("--system") { Description = "score this CoNLL-U file instead of analysing the text" };
        var model = new Option<FileInfo?>("--model") { Description = "use this language model instead of the shipped one" };
        var enhanced = new Option<bool>("--enhanced") { Description = "measure the relations that are found in the treebank's own trees (column 9)" };
        var command = new Command("ud", "Tokens, sentences, tags, lemmas and trees, from the treebank's raw text.") { gold, pretokenized, system, model, enhanced };
        command.SetAction(r => r.GetValue(enhanced)
            ? EvaluateEnhanced(r.GetValue(gold)!)
            : EvaluateUd(r.GetValue(gold)!, r.GetValue(system), r.GetValue(model), r.GetValue(pretokenized)));
        return command;
    }

    private static Argument<FileInfo> GoldArgument(string description) => new("FILE") { Description = description };

    private static int EvaluateUd(FileInfo gold, FileInfo? system, FileInfo? model, bool pretokenized)
    {
        if (Missing(gold) || Missing(system) || Missing(model)) return ExitCodes.NotFound;
        var expected = ReadTreebank(gold);
        var found = system is not null ? ReadTreebank(system) : Treebank.Of(Analyze(gold, expected.Text, model, pretokenized));
        try
        {
            Console.Out.Write(UdScores.Table(UdScores.Compare(expected, found)));
            return ExitCodes.Ok;
        }
        catch (ArgumentException e)
        {
            Messages.Say($"{system ?? gold}: {e.Message}");
            return ExitCodes.SomeRefused;
        }
    }

    private static int EvaluateEnhanced(FileInfo gold)
    {
        if (Missing(gold)) return ExitCodes.NotFound;
        using var reader = new StreamReader(gold.FullName, Encoding.UTF8);
        Console.Out.Write(UdScores.Table([EnhancedScore.Of(reader, gold.Name)]));
        return ExitCodes.Ok;
    }

    private static Analysis Analyze(FileInfo gold, string text, FileInfo? model, bool pretokenized)
    {
        var analyzer = Analyzer.LoadParser(DataFolder.Open(model is null ? [] : [new(Analyzer.ModelName, model.OpenRead)]));
        if (!pretokenized)
            return analyzer.Analyze(new Article(new ArticleId(gold.Name), gold.Name, null, null, null, null, ImmutableArray<string>.Empty, "en", PublicationDate.Unknown, text, []));
        using var reader = new StreamReader(gold.FullName, Encoding.UTF8);
        return Pretokenized.Analyze(analyzer, reader, gold.Name);
    }

    private static Treebank ReadTreebank(FileInfo file)
    {
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        return Treebank.Read(reader, file.Name);
    }

    private static bool Missing(FileInfo? file)
    {
        if (file is null || file.Exists) return false;
        Messages.Say($"{file}: there is no such file");
        return true;
    }
}
