using System.Text;
using Demarche.Server.Feeds;

namespace Demarche.Tests.Feeds;

public sealed class TextDecoderTests
{
    private const string Text = "The minister said “no” to Müller.";

    private static string? Decode(byte[] bytes, bool markup = false) => TextDecoder.TryDecode(bytes, markup, out var text, out _) ? text : null;

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true },
        { "windows-1252", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_is_found(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(Text, Decode([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]));
    }

    [Fact]
    public void Declared_charset_counts_where_utf8_fails()
    {
        byte[] page = [.. "<meta charset=\"windows-1251\"><p>"u8, 0xCF, 0xEE, 0xF1, 0xEE, 0xEB];
        Assert.EndsWith("Посол", Decode(page, markup: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_declaration_does_not_spoil_utf8() =>
        Assert.EndsWith("Müller", Decode([.. "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>"u8, .. Encoding.UTF8.GetBytes("Müller")], markup: true), StringComparison.Ordinal);

    [Fact]
    public void Utf8_with_a_bad_byte_is_refused_at_its_place()
    {
        byte[] bytes = [.. "“Nein”, sagte Müller"u8, 0xFF];
        Assert.False(TextDecoder.TryDecode(bytes, false, out _, out var fault));
        Assert.Equal("byte " + (bytes.Length - 1), fault!.Value.Place);
    }
}
