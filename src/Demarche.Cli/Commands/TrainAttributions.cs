using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Quotes.Training;
using Demarche.Server;

namespace Demarche.Cli.Commands;

/// <summary>demarche train attributions: learns from annotated articles who is said to say and think what.</summary>
internal static class TrainAttributions
{
    public static Command Create()
    {
        var annotations = new Option<FileInfo>("--annotations") { Description = "stand-off annotations", Required = true };
        var corpus = new Option<FileInfo[]>("--corpus") { Description = "the articles that are annotated: JSONL with id and text, or text with empty lines between the articles", Required = true, AllowMultipleArgumentsPerToken = true };
        var model = new Option<FileInfo>("--out") { Description = "where to write the model", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "seed of all random numbers", DefaultValueFactory = _ => 1 };
        var command = new Command("attributions", "learn from annotated articles who says and thinks what") { annotations, corpus, model, seed };
        command.SetAction(r => Run(r.GetValue(annotations)!, r.GetValue(corpus)!, r.GetValue(model)!, r.GetValue(seed)));
        return command;
    }

    private static int Run(FileInfo annotations, FileInfo[] corpus, FileInfo model, ulong seed)
    {
        foreach (var file in corpus.Prepend(annotations))
        {
            if (file.Exists) continue;
            Messages.Say($"{file}: there is no such file");
            return ExitCodes.NotFound;
        }
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in corpus)
            foreach (var (id, text) in file.Extension == ".jsonl" ? Lines(file) : Paragraphs(file)) texts[id] = text;
        using var reader = new StreamReader(annotations.FullName, Encoding.UTF8);
        using var stream = new MemoryStream();
        AttributionTrainer.Train(DataFolder.Open(), reader, annotations.Name, texts.GetValueOrDefault, stream, seed, Messages.Say);
        File.WriteAllBytes(model.FullName, stream.ToArray());
        return ExitCodes.Ok;
    }

    private static IEnumerable<(string Id, string Text)> Lines(FileInfo file)
    {
        foreach (var line in File.ReadLines(file.FullName, Encoding.UTF8))
        {
            using var article = JsonDocument.Parse(line);
            yield return (article.RootElement.GetProperty("id").GetString()!, article.RootElement.GetProperty("text").GetString()!);
        }
    }

    // "general-00012": the thirteenth article of general.txt.
    private static IEnumerable<(string Id, string Text)> Paragraphs(FileInfo file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        var articles = File.ReadAllText(file.FullName, Encoding.UTF8).Split("\n\n");
        for (var i = 0; i < articles.Length; i++) yield return (string.Create(CultureInfo.InvariantCulture, $"{stem}-{i:00000}"), articles[i].Trim('\n'));
    }
}
