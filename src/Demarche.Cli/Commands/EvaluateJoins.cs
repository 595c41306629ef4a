using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Language;
using Demarche.Reconciliation.Evaluation;
using Demarche.Reconciliation.Joins;
using Demarche.Server;
using Demarche.Text;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate joins: mentions of one act in several documents.</summary>
internal static class EvaluateJoins
{
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "mentions with their clusters, a document a line (JSONL: id, topic, mentions), or - for standard input" };
        var docs = new Option<FileInfo>("--docs") { Description = "the documents, one a line (JSONL: id, sentences cut into words)", Required = true };
        var predictions = new Option<FileInfo?>("--predictions") { Description = "write the clusters that were found, a document a line" };
        var command = new Command("joins", "Mentions of one act in several documents: MUC, B-cubed, CEAF-e and LEA.") { gold, docs, predictions };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(docs)!, r.GetValue(predictions)));
        return command;
    }

    private static int Run(string gold, FileInfo docs, FileInfo? predictions)
    {
        if (AnnotatedTexts.AnyMissing([docs.FullName, .. gold == "-" ? Array.Empty<string>() : [gold]])) return ExitCodes.NotFound;
        var data = DataFolder.Open();
        var analyzer = Analyzer.LoadParser(data);
        try
        {
            var corpus = Corpus(analyzer, gold, docs);
            var found = corpus.Join(MentionJoiner.Load(data, analyzer));
            if (predictions is not null) Write(predictions, corpus, found);
            Console.Out.Write(JoinTable.Of(corpus.Gold(), found));
            return ExitCodes.Ok;
        }
        catch (DataException e)
        {
            Messages.Say($"{e.File}:{e.Line}: {e.Reason}");
            return ExitCodes.SomeRefused;
        }
    }

    /// <summary>Reads and parses a corpus.</summary>
    public static JoinCorpus Corpus(Analyzer analyzer, string gold, FileInfo docs)
    {
        var mentions = MentionCorpus.ReadMentions(gold == "-" ? Lines(Console.In) : File.ReadLines(gold, Encoding.UTF8), gold);
        return JoinCorpus.Read(analyzer, mentions, MentionCorpus.ReadDocuments(File.ReadLines(docs.FullName, Encoding.UTF8), docs.Name), gold);
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static void Write(FileInfo file, JoinCorpus corpus, Dictionary<string, string> found)
    {
        using var stream = file.Create();
        foreach (var document in corpus.Topics.SelectMany(t => t.Mentions).GroupBy(m => m.Document))
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Key);
                json.WriteStartArray("mentions");
                foreach (var m in document)
                {
                    json.WriteStartObject();
                    json.WriteString("m", m.Name);
                    json.WriteString("cluster", found[m.Key]);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            stream.WriteByte((byte)'\n');
        }
    }
}
