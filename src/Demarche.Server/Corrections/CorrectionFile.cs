using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Demarche.Corrections;

namespace Demarche.Server.Corrections;

/// <summary>A line of the log that is not as it should be.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="LeftOut">True if the line could not be read; false if it holds nonetheless.</param>
public sealed record LogFault(int Line, string Reason, bool LeftOut);

/// <summary>A log of corrections as a file of JSON lines to which lines are only ever added.</summary>
/// <remarks>
/// Writers exclude each other by a lock on the file; what is written is on the disk before <see cref="Append"/> returns. A line that a crash cut short
/// is named by its number, all others hold, and the next entry begins on a line of its own.
/// </remarks>
public sealed class CorrectionFile(string path)
{
    private const int Attempts = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Where the log is.</summary>
    public string Path => path;

    /// <summary>True if there is such a file.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Reads the whole log; one that does not exist is empty.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public (CorrectionLog Log, ImmutableArray<LogFault> Faults) Read()
    {
        if (!Exists) return (CorrectionLog.Empty, []);
        using var stream = Open(FileMode.Open, FileAccess.Read, FileShare.Read);
        using var reader = new StreamReader(stream, Utf8);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Adds entries, in one piece, on the disk.</summary>
    /// <exception cref="IOException">It cannot be written; then nothing was added.</exception>
    public void Append(IEnumerable<Correction> entries)
    {
        using var stream = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var end = stream.Length;
        var torn = end > 0 && LastByte(stream) != '\n';
        var text = (torn ? "\n" : "") + string.Concat(entries.Select(e => CorrectionJson.Line(e) + "\n"));
        try
        {
            stream.Seek(end, SeekOrigin.Begin);
            stream.Write(Utf8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            stream.SetLength(end);
            throw;
        }
    }

    internal static (CorrectionLog Log, ImmutableArray<LogFault> Faults) Parse(string text)
    {
        var entries = new List<Correction>();
        var faults = ImmutableArray.CreateBuilder<LogFault>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                entries.Add(CorrectionJson.Read(line, out var intact));
                if (!intact) faults.Add(new(i + 1, "changed since it was written: its id does not follow from the rest; it holds as it stands", false));
            }
            catch (JsonException e)
            {
                var torn = i == lines.Length - 1;
                faults.Add(new(i + 1, torn ? "torn: written in part only, and left out; the lines before it hold" : "no correction, and left out: " + e.Message, true));
            }
        }
        return (new CorrectionLog(entries), faults.ToImmutable());
    }

    private static int LastByte(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte();
    }

    /// <summary>Waits for others who have the file, for some ten seconds.</summary>
    private FileStream Open(FileMode mode, FileAccess access, FileShare share)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, mode, access, share);
            }
            catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new IOException($"{path}: {e.Message}", e);
            }
        }
    }
}
