using System.Globalization;
using System.IO.Compression;

namespace Demarche.Server.Feeds;

/// <summary>Opens inputs and reads them under a limit; all that the system may say against it becomes a refusal.</summary>
internal static class InputStreams
{
    /// <exception cref="RefusedException">It is not there, or may not be read.</exception>
    public static Stream Open(InputFile file, Stream? stdin)
    {
        if (file.Path == "-") return stdin ?? Stream.Null;
        try
        {
            var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            return file.Packed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException(Errors.NotFound, "there is no such file or folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Errors.Unreadable, "the file cannot be read: " + e.Message);
        }
    }

    /// <summary>The whole stream.</summary>
    /// <exception cref="RefusedException">It is longer than <paramref name="limit"/> bytes, cannot be unpacked or read.</exception>
    public static byte[] ReadAll(Stream stream, long limit) => Guarded(() =>
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int n; (n = stream.Read(buffer)) > 0;)
        {
            if (all.Length + n > limit) throw new RefusedException(Errors.FileTooLarge, TooLong("the file", limit));
            all.Write(buffer, 0, n);
        }
        return all.ToArray();
    });

    /// <summary>The lines of a stream with their numbers from 1, without line ends, each read under the limit; a longer line is null.</summary>
    /// <exception cref="RefusedException">It cannot be unpacked or read.</exception>
    public static IEnumerable<(int Number, byte[]? Line)> ReadLines(Stream stream, long limit)
    {
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        var tooLong = false;
        var number = 1;
        for (int n; (n = Guarded(() => stream.Read(buffer))) > 0;)
        {
            for (var start = 0; start < n;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, n - start);
                var stop = end < 0 ? n : end;
                if (tooLong || line.Length + (stop - start) > limit) tooLong = true;
                else line.Write(buffer, start, stop - start);
                if (end >= 0)
                {
                    yield return (number++, tooLong ? null : line.ToArray());
                    line.SetLength(0);
                    tooLong = false;
                }
                start = stop + 1;
            }
        }
        if (tooLong || line.Length > 0) yield return (number, tooLong ? null : line.ToArray());
    }

    /// <summary>The words for something over a limit.</summary>
    public static string TooLong(string what, long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} is longer than the limit of {limit} bytes; split it");

    /// <summary>Turns what the system says against reading into a refusal.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Errors.BadArchive, "the file is not gzip, or is damaged");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Errors.Unreadable, "the file cannot be read: " + e.Message);
        }
    }
}
