using System.Globalization;
using Demarche.Corrections;
using Demarche.Server.Corrections;

namespace Demarche.Tests.Corrections;

public sealed class CorrectionFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demarche-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "corrections.jsonl");

    private CorrectionFile Log => new(Path);

    public void Dispose() => _folder.Delete(recursive: true);

    private static Correction Entry(int n) => CorrectionJson.Named(new Correction(new(""), new DateTimeOffset(2031, 5, 9, 8, 0, 0, TimeSpan.Zero).AddSeconds(n), "Ana",
        CorrectionAct.Undo, CorrectionSubject.Correction, "cor-" + n.ToString(CultureInfo.InvariantCulture), "test")
    {
        Undoes = new("cor-0"),
        Because = "“why”\nnot 🕊",
    });

    [Fact]
    public void What_is_written_is_read_and_a_log_that_does_not_exist_is_empty()
    {
        Assert.Empty(Log.Read().Log.Entries);
        Log.Append([Entry(1), Entry(2)]);
        Log.Append([Entry(3)]);
        var (log, faults) = Log.Read();
        Assert.Empty(faults);
        Assert.Equal([Entry(1), Entry(2), Entry(3)], log.Entries.Select(e => e with { Reports = Entry(1).Reports }));
    }

    [Fact]
    public void A_torn_last_line_is_named_at_whatever_byte_it_was_torn()
    {
        Log.Append([Entry(1), Entry(2)]);
        var whole = File.ReadAllBytes(Path);
        var first = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var cut = first + 1; cut < whole.Length - 1; cut++)
        {
            File.WriteAllBytes(Path, whole[..cut]);
            var (log, faults) = Log.Read();
            Assert.Equal(Entry(1).Id, Assert.Single(log.Entries).Id);
            Assert.Equal((2, true), Assert.Single(faults) is var fault ? (fault.Line, fault.Reason.StartsWith("torn", StringComparison.Ordinal)) : default);
        }
        Log.Append([Entry(3)]);
        Assert.Equal([Entry(1).Id, Entry(3).Id], Log.Read().Log.Entries.Select(e => e.Id));
        Assert.Equal(2, Assert.Single(Log.Read().Faults).Line);
    }

    [Fact]
    public void A_line_that_was_changed_by_hand_is_named_and_holds()
    {
        Log.Append([Entry(1)]);
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("\"Ana\"", "\"Eve\"", StringComparison.Ordinal));
        var (log, faults) = Log.Read();
        Assert.Equal("Eve", Assert.Single(log.Entries).By);
        Assert.False(Assert.Single(faults).LeftOut);
    }

    [Fact]
    public void Writers_at_once_lose_nothing_and_mix_nothing()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            for (var i = 0; i < 20; i++) Log.Append([Entry(writer * 100 + i)]);
        });
        var (log, faults) = Log.Read();
        Assert.Empty(faults);
        Assert.Equal(160, log.Entries.Length);
    }
}
