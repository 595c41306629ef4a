using System.Text;

namespace Demarche.SystemTests;

/// <summary>What the built program does with inputs that are none: one line each, the right exit code, the rest read.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    private static (int Code, string Out, string[] Errors) Extract(params string[] paths)
    {
        var run = DemarcheProgram.Run(["extract", .. paths]);
        return (run.ExitCode, run.Text, run.ErrorLines);
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
            (Path.Join(_folder.Path, "missing.txt"), "DMR0101"),
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
        Assert.Equal((0, 0), (code, errors.Length));
        Assert.Equal(3, output.Split("said “no” to Müller").Length - 1);
    }

    [Fact]
    public void Nothing_but_a_missing_path_is_not_found() => Assert.Equal(4, Extract(Path.Join(_folder.Path, "none")).Code);

    [Theory]
    [InlineData("code")]
    [InlineData("dossier")]
    [InlineData("explain")]
    [InlineData("extract")]
    [InlineData("parse")]
    public void A_misspelt_option_is_an_error_of_the_command_line(string command)
    {
        var run = DemarcheProgram.Run(command, Write("good.txt", "The envoys met in Tarsk on Monday.\n"u8.ToArray()), "--formt");
        Assert.Equal((2, ""), (run.ExitCode, run.Text));
        Assert.Single(run.ErrorLines, line => line.Contains("unknown option --formt", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_characters_of_a_file_name_do_not_reach_the_terminal()
    {
        var (_, _, errors) = Extract(Path.Join(_folder.Path, "a\u001B[31mb.txt"));
        Assert.DoesNotContain('\u001B', Assert.Single(errors));
    }
}
