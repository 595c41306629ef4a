using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Server;
using Demarche.Server.Feeds;

namespace Demarche.Cli.Commands;

/// <summary>`demarche extract`: the clean article out of pages and texts, one JSON line each.</summary>
internal static class ExtractCommand
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var paths = PathsArgument.Create("Files (.txt .html .json .jsonl), folders, or - for standard input.");
        var format = new Option<string>("--format") { Description = "jsonl: one object a line.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var removed = new Option<bool>("--removed") { Description = "Add what was set aside, with its reason." };
        var command = new Command("extract", "Print the clean text of pages: title, authors, outlet, date, text.") { paths, format, removed };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(removed)));
        return command;
    }

    private static int Run(string[] paths, bool withRemoved)
    {
        var reader = new ArticleReader(new ArticleCleaner(DataFolder.Open()));
        using var output = Console.OpenStandardOutput();
        using var stdin = Console.OpenStandardInput();
        var refusals = new List<Refusal>();
        var articles = 0;
        foreach (var result in reader.Read(paths, new(), stdin))
        {
            if (result.Article is { } article)
            {
                output.Write(Line(article, withRemoved));
                articles++;
            }
            else
            {
                refusals.Add(result.Refusal!);
                Messages.Say(result.Refusal!.ToString());
            }
        }
        return ExitCodes.After(articles, refusals);
    }

    private static ReadOnlySpan<byte> Line(Article article, bool withRemoved)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("source", article.Source);
            json.WriteString("input_id", article.InputId);
            json.WriteString("url", article.Url);
            json.WriteString("outlet", article.Outlet);
            json.WriteString("title", article.Title);
            json.WriteStartArray("authors");
            foreach (var author in article.Authors) json.WriteStringValue(author);
            json.WriteEndArray();
            json.WriteString("language", article.Language);
            json.WriteStartObject("published");
            json.WriteString("date", article.Published.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("basis", BasisName(article.Published.Basis));
            json.WriteEndObject();
            json.WriteString("text", article.Text);
            if (withRemoved) WriteRemoved(json, article);
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
        return bytes.WrittenSpan;
    }

    private static void WriteRemoved(Utf8JsonWriter json, Article article)
    {
        json.WriteStartArray("removed");
        foreach (var furniture in article.Removed)
        {
            json.WriteStartObject();
            json.WriteString("reason", furniture.Reason);
            json.WriteString("text", furniture.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string BasisName(DateBasis basis) => basis switch
    {
        DateBasis.Metadata => "metadata",
        DateBasis.Text => "text",
        DateBasis.Inferred => "inferred",
        _ => "unknown",
    };
}
