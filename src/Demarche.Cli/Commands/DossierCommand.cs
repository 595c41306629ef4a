using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Cli.Rendering;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Exports;
using Demarche.Ontology;
using Demarche.Server;
using Demarche.Server.Exports;

namespace Demarche.Cli.Commands;

/// <summary>`demarche dossier`: the articles reconciled into one chronicle.</summary>
internal static class DossierCommand
{
    private const string Terminal = "terminal";

    public static Command Create()
    {
        var options = new Batch.Options();
        var format = new Option<string?>("--format") { Description = "terminal (on a terminal), md (otherwise), html or json." };
        format.AcceptOnlyFromAmong(Terminal, "md", "html", "json");
        var asOf = new AsOfOptions();
        var corrections = new CorrectionOptions();
        var tables = new Option<string?>("--tables") { Description = "Write the dossier as CSV tables and its contacts as GraphML into this folder, with a manifest (docs/exports.md), and print nothing." };
        var command = new Command("dossier", "Reconcile articles: one chronicle of events with their reports, contacts, mediation, positions, figures, disagreements.");
        options.AddTo(command);
        command.Options.Add(format);
        asOf.AddTo(command);
        corrections.AddTo(command);
        command.Options.Add(tables);
        command.SetAction(parsed =>
        {
            if (corrections.Read(parsed, out var exitCode) is not { } log) return exitCode;
            var horizon = asOf.Of(parsed);
            var batch = Batch.Read(parsed, options, horizon: horizon);
            if (batch.NothingRead) return batch.ExitCode;
            var wishes = new DossierOptions { Horizon = horizon, Corrections = log, LaterCorrections = corrections.Later(parsed) };
            var dossier = DossierMaker.Make(batch.Code(), wishes);
            CorrectionOptions.Say(dossier.Corrections.Report, log, horizon, wishes.LaterCorrections);
            if (parsed.GetValue(tables) is { } folder) WriteTables(dossier, folder);
            else Print(dossier, parsed.GetValue(format) ?? (Console.IsOutputRedirected ? "md" : Terminal));
            return batch.ExitCode == ExitCodes.Ok ? exitCode : batch.ExitCode;
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(tables) is not null && result.GetResult(format) is { Implicit: false }) result.AddError("--tables and --format exclude each other.");
        });
        return command;
    }

    private static void WriteTables(Dossier dossier, string folder)
    {
        using var export = new ExportFolder(folder, DossierExport.Of(dossier, DataFolder.Open()));
        foreach (var coded in dossier.Articles) export.Write(coded);
        export.Complete();
    }

    private static void Print(Dossier dossier, string format)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (format == "json")
        {
            using (var json = new Utf8JsonWriter(output, RecordJson.Indented)) DossierJson.Write(json, dossier);
            output.WriteByte((byte)'\n');
            return;
        }
        using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
        var codes = EventOntology.Load(DataFolder.Open());
        switch (format)
        {
            case "html":
                DossierHtml.Write(text, dossier, codes);
                break;
            case "md":
                DossierMarkdown.Write(text, dossier, codes);
                break;
            default:
                TerminalDossier.Write(text, dossier, codes, Rendering.Terminal.Width, Rendering.Terminal.HasColour);
                break;
        }
    }
}
