using System.CommandLine;
using Demarche.Language;
using Demarche.Reconciliation.Training;
using Demarche.Server;
using Demarche.Text;

namespace Demarche.Cli.Commands;

/// <summary>demarche train joins: learns from annotated mentions which are one act.</summary>
internal static class TrainJoins
{
    public static Command Create()
    {
        var mentions = new Option<string>("--mentions") { Description = "mentions with their clusters, a document a line (JSONL: id, topic, mentions), or - for standard input", Required = true };
        var docs = new Option<FileInfo>("--docs") { Description = "the documents, one a line (JSONL: id, sentences cut into words)", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var folds = new Option<int>("--folds") { Description = "also measure, each topic by a model that has not seen it: the topics are dealt into so many parts" };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var command = new Command("joins", "learn from annotated mentions which are one act") { mentions, docs, model, folds, seed };
        command.SetAction(r => Run(r.GetValue(mentions)!, r.GetValue(docs)!, r.GetValue(model)!, r.GetValue(folds), r.GetValue(seed)));
        return command;
    }

    private static int Run(string mentions, FileInfo docs, FileInfo model, int folds, ulong seed)
    {
        if (AnnotatedTexts.AnyMissing([docs.FullName, .. mentions == "-" ? Array.Empty<string>() : [mentions]])) return ExitCodes.NotFound;
        var analyzer = Analyzer.LoadParser(DataFolder.Open());
        try
        {
            var corpus = EvaluateJoins.Corpus(analyzer, mentions, docs);
            using var stream = new MemoryStream();
            JoinTrainer.Train(analyzer, corpus, stream, folds, seed, Messages.Say);
            File.WriteAllBytes(model.FullName, stream.ToArray());
            return ExitCodes.Ok;
        }
        catch (DataException e)
        {
            Messages.Say($"{e.File}:{e.Line}: {e.Reason}");
            return ExitCodes.SomeRefused;
        }
    }
}
