using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Language;
using Demarche.Language.Evaluation;
using Demarche.Server;
using Demarche.Text;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate ner: names of persons, organisations and places.</summary>
internal static class EvaluateNames
{
    public static Command Create()
    {
        var gold = new Argument<FileInfo>("FILE") { Description = "a corpus of names (.bio): form, start, end and tag a line" };
        var documents = new Option<bool>("--documents") { Description = "read the sentences of a document together, a line each, instead of each alone" };
        var system = new Option<FileInfo?>("--out") { Description = "write what was found, a JSON object a sentence: id and entities (start, end, type)" };
        var command = new Command("ner", "Names of persons, organisations and places, from the corpus's raw sentences.") { gold, documents, system };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(documents), r.GetValue(system)));
        return command;
    }

    private static int Run(FileInfo gold, bool documents, FileInfo? system)
    {
        if (!gold.Exists)
        {
            Messages.Say($"{gold}: there is no such file");
            return ExitCodes.NotFound;
        }
        using var reader = new StreamReader(gold.FullName, Encoding.UTF8);
        var sentences = NameCorpus.Read(Analyzer.Load(DataFolder.Open()), reader, gold.Name, documents);
        if (system is not null) File.WriteAllLines(system.FullName, sentences.Select(Line), new UTF8Encoding(false));
        Console.Out.Write(NameScores.Table(NameScores.Compare([.. sentences.Select(s => ((IReadOnlyList<MarkedName>)s.Gold, (IReadOnlyList<MarkedName>)s.Found))])));
        return ExitCodes.Ok;
    }

    private static string Line(NamedSentence sentence)
    {
        var points = new CodePoints(sentence.Text);
        var entities = sentence.Found.Select(f => new { start = points.At(f.Span.Start), end = points.At(f.Span.End), type = NameScores.TypeOf(f.Kind) });
        return JsonSerializer.Serialize(new { id = sentence.Id, entities });
    }
}
