using System.Text;

namespace Demarche.Server.Feeds;

/// <summary>Tells files that are no text.</summary>
internal static class BinaryContent
{
    private const int Probe = 1 << 16;

    private static readonly (byte[] Start, string Name)[] Formats =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"), ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"), ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0x4D, 0x5A, 0x90, 0x00], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), ("RIFF"u8.ToArray(), "a sound, film or picture"),
        ("ID3"u8.ToArray(), "a sound"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"), ("BZh"u8.ToArray(), "a bzip2 file"),
        ("SQLite format 3"u8.ToArray(), "a database"),
    ];

    /// <summary>What the bytes are, if not text; null for text.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Formats)
        {
            if (bytes.StartsWith(start) && (start.Length > 3 || HasControls(bytes))) return name;
        }
        if (TextDecoder.WideEncoding(bytes) is not null) return null;
        var probe = bytes[..Math.Min(bytes.Length, Probe)];
        if (probe.Contains((byte)0)) return "binary data (NUL bytes)";
        return HasControls(probe) ? "binary data (control characters)" : null;
    }

    /// <summary>True if more than two characters in a hundred of a decoded text are control characters.</summary>
    public static bool HasControls(string text)
    {
        var probe = text.AsSpan(0, Math.Min(text.Length, Probe));
        var odd = 0;
        foreach (var c in probe)
        {
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f') or '\uFFFD') odd++;
        }
        return odd * 50L > probe.Length;
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes) =>
        HasControls(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Probe)]));
}
