using System.Diagnostics;
using System.Text;

namespace Demarche.SystemTests;

/// <summary>What the built program does with inputs that are none: one line each, the right exit code, the rest read.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Join(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static (int Code, string Out, List<string> Errors) Extract(params string[] paths)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "Demarche.Cli.dll"));
        start.ArgumentList.Add("extract");
        foreach (var path in paths) start.ArgumentList.Add(path);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, [.. errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    [Fact]
    public void Each_bad_input_is_one_clear_line_and_the_good_ones_are_read()
    {
        var good = Write("good.txt", "The envoys met in Tarsk on Monday.\n"u8.ToArray());
        var bad = new (string Path, string Code)[]
        {
            (Write("empty.txt", []), "DMR0103"),
            (Write("blank.txt", "  \n\n"u8.ToArray()), "DMR0103"),
            (Write("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), "DMR0104"),
            (Write("noise.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 % 256))]), "DMR0104"),
            (Write("line.txt", [.. Enumerable.Repeat((byte)'x', 50_000_000)]), "DMR0106"),
            (Write("invalid.txt", [.. "“Nein”, sagte Müller"u8, 0xFF]), "DMR0108"),
            (Write("deep.html", Encoding.ASCII.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)))), "DMR0111"),
            (Write("furniture.txt", "Advertisement\nShare this article\nAda Holm/AP\n"u8.ToArray()), "DMR0107"),
            (Write("broken.json", "{\"text\": \"a\",\n \"title\": }"u8.ToArray()), "DMR0109"),
            (Write("list.json", "{\"title\": \"a\"}"u8.ToArray()), "DMR0110"),
            (Write("packed.txt.gz", "no gzip at all"u8.ToArray()), "DMR0114"),
            (Path.Join(_folder, "missing.txt"), "DMR0101"),
        };
        var (code, output, errors) = Extract([.. bad.Select(b => b.Path), good]);
        Assert.Equal(3, code);
        Assert.Equal(bad.Select(b => b.Code), errors.Select(e => e[(e.LastIndexOf('[') + 1)..e.LastIndexOf(']')]));
        Assert.All(bad.Zip(errors), pair => Assert.Contains(Path.GetFileName(pair.First.Path), pair.Second, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", string.Join('\n', errors), StringComparison.Ordinal);
        Assert.Contains("The envoys met in Tarsk on Monday.", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_line_of_a_jsonl_file_is_named_and_the_others_are_read()
    {
        var path = Write("a.jsonl", "{\"text\":\"The envoys met.\"}\n{\"text\":\n{\"text\":\"They parted.\"}\n"u8.ToArray());
        var (code, output, errors) = Extract(path);
        Assert.Equal(3, code);
        Assert.Contains("a.jsonl: line 2", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Wide_and_old_encodings_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "The minister said “no” to Müller of Osten on Monday.\n";
        var (code, output, errors) = Extract(
            Write("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]), Write("b.txt", Encoding.BigEndianUnicode.GetBytes(text)),
            Write("c.txt", Encoding.GetEncoding(1252).GetBytes(text)));
        Assert.Equal((0, 0), (code, errors.Count));
        Assert.Equal(3, output.Split("said “no” to Müller").Length - 1);
    }

    [Fact]
    public void Nothing_but_a_missing_path_is_not_found() => Assert.Equal(4, Extract(Path.Join(_folder, "none")).Code);

    [Fact]
    public void Control_characters_of_a_file_name_do_not_reach_the_terminal()
    {
        var (_, _, errors) = Extract(Path.Join(_folder, "a\u001B[31mb.txt"));
        Assert.DoesNotContain('\u001B', Assert.Single(errors));
    }
}
