using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Demarche.Server.Feeds;

/// <summary>Finds the encoding of a file and decodes it.</summary>
/// <remarks>Order: byte order mark; UTF-16 by its zero bytes; valid UTF-8; the charset that the page declares; Windows-1252, which
/// holds ISO-8859-1. What is UTF-8 but for some bytes is refused: read as anything else, its every accent would be wrong.</remarks>
internal static partial class TextDecoder
{
    private const int Probe = 4096;
    private static readonly SearchValues<byte> NotInWindows1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes <paramref name="bytes"/>; without a text, says why and where.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="markup">True if a charset may be declared within.</param>
    /// <param name="text">Without byte order mark.</param>
    /// <param name="fault">The first bad byte, or null where the text is good.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, bool markup, out string text, out (string Place, string Reason)? fault)
    {
        fault = null;
        if (Marked(bytes) is { } marked)
        {
            text = marked.Encoding.GetString(bytes[marked.Skip..]);
            return true;
        }
        if (Wide(bytes) is { } wide)
        {
            text = wide.GetString(bytes);
            return true;
        }
        var declared = markup ? Declared(bytes) : null;
        var bad = FirstBadUtf8(bytes, out var goodSequences, out var badBytes);
        if (bad < 0 && declared?.CodePage is not (50220 or 50221 or 50222 or 50225 or 50227 or 52936))
        {
            text = Encoding.UTF8.GetString(bytes);
            return true;
        }
        var encoding = declared is null or UTF8Encoding ? Fallback(bytes, goodSequences, badBytes) : declared;
        text = encoding?.GetString(bytes) ?? "";
        if (encoding is null)
            fault = ("byte " + bad.ToString(CultureInfo.InvariantCulture),
                "the text is neither valid UTF-8 nor plausible Windows-1252; convert it to UTF-8");
        return encoding is not null;
    }

    /// <summary>UTF-16 or UTF-32 by mark or zero bytes, or null: a stream that must be decoded before it is cut into lines.</summary>
    public static Encoding? WideEncoding(ReadOnlySpan<byte> start) =>
        Marked(start) is { } m ? m.Encoding is UTF8Encoding ? null : m.Encoding : Wide(start);

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] when FirstBadUtf8(bytes, out _, out _) < 0 => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>English in UTF-16 has a zero in nearly every other byte, and hardly any in the rest.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var probe = bytes[..Math.Min(bytes.Length, Probe)];
        if (probe.Length < 4) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < probe.Length; i++)
        {
            if (probe[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        var half = probe.Length / 2;
        if (odd * 10 >= half * 6 && even * 20 <= half) return Encoding.Unicode;
        return even * 10 >= half * 6 && odd * 20 <= half ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Offset of the first byte that is not UTF-8, or -1; with counts of good sequences of several bytes and of bad bytes.</summary>
    private static long FirstBadUtf8(ReadOnlySpan<byte> bytes, out int goodSequences, out int badBytes)
    {
        var first = -1L;
        goodSequences = badBytes = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var plain = bytes[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0) break;
            i += plain;
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var used) == OperationStatus.Done) goodSequences++;
            else
            {
                if (first < 0) first = i;
                badBytes += used;
            }
            i += used;
        }
        return first;
    }

    /// <summary>Windows-1252, unless the file is UTF-8 with faults, or its bytes mean nothing there.</summary>
    private static Encoding? Fallback(ReadOnlySpan<byte> bytes, int goodSequences, int badBytes)
    {
        if (goodSequences > badBytes || badBytes * 3L > bytes.Length) return null;
        return bytes.ContainsAny(NotInWindows1252) ? null : Encoding.GetEncoding(1252);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Probe)]);
        var match = CharsetPattern().Match(head);
        if (!match.Success) return null;
        var name = match.Groups[1].Value.ToLowerInvariant();
        // As browsers do: what calls itself Latin-1 or ASCII is Windows-1252, and UTF-16 cannot declare itself in ASCII.
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1") return Encoding.GetEncoding(1252);
        if (name.StartsWith("utf-", StringComparison.Ordinal) || name == "utf8") return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;   // an encoding nobody knows: as if none were declared
        }
    }

    [GeneratedRegex("""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_:.\-]{2,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();
}
