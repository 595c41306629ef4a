using System.Security.Cryptography;
using System.Text;

namespace Demarche.Exports;

/// <summary>Writes one table of an export to a stream and keeps what the manifest says of it: rows, bytes, SHA-256.</summary>
public sealed class TableWriter : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ExportTable _table;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Writes the table's head, if it has one, and the rows that stand before any event. The stream is neither flushed nor closed.</summary>
    public TableWriter(ExportTable table, Stream stream)
    {
        (_table, _stream) = (table, stream);
        if (table.Head is { } head) Line(head);
        foreach (var row in table.Opening) Row(row);
    }

    /// <summary>Rows written, the head left out.</summary>
    public long Rows { get; private set; }

    /// <summary>Bytes written.</summary>
    public long Bytes { get; private set; }

    internal string File => _table.File;

    internal void Write(ExportedEvent e)
    {
        foreach (var row in _table.Rows(e)) Row(row);
    }

    internal string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private void Row(string text)
    {
        Line(text);
        Rows++;
    }

    private void Line(string text)
    {
        var bytes = Utf8.GetBytes(text + _table.LineEnd);
        _stream.Write(bytes);
        _hash.AppendData(bytes);
        Bytes += bytes.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
