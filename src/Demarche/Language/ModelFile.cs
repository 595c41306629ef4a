using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>The model on disk: a magic word, then named sections of bytes. All numbers little-endian.</summary>
internal sealed class ModelFile
{
    private const uint Magic = 0x324C4D44; // "DML2"

    private readonly SortedDictionary<string, byte[]> _sections = new(StringComparer.Ordinal);
    private readonly string _name;

    public ModelFile(string name) => _name = name;

    /// <exception cref="DataException">Not a model of this version, or cut short.</exception>
    public static ModelFile Read(Stream stream, string name)
    {
        var file = new ModelFile(name);
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt32() != Magic) throw file.Bad("not a language model of this version; train it again or take the one of this release");
            for (var n = reader.ReadInt32(); n > 0; n--)
            {
                var section = reader.ReadString();
                var length = reader.ReadInt32();
                var bytes = length >= 0 ? reader.ReadBytes(length) : [];
                if (bytes.Length != length) throw file.Bad($"section {section} is cut short");
                file._sections.Add(section, bytes);
            }
        }
        catch (EndOfStreamException)
        {
            throw file.Bad("it is cut short");
        }
        return file;
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(_sections.Count);
        foreach (var (name, bytes) in _sections)
        {
            writer.Write(name);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }

    /// <summary>Stores a section; <paramref name="write"/> fills it.</summary>
    public void Put(string section, Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true)) write(writer);
        _sections[section] = memory.ToArray();
    }

    public bool Has(string section) => _sections.ContainsKey(section);

    /// <summary>Reads a section whole.</summary>
    public T Get<T>(string section, Func<BinaryReader, T> read)
    {
        if (!_sections.TryGetValue(section, out var bytes)) throw Bad($"section {section} is missing");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            var value = read(reader);
            if (reader.BaseStream.Position != bytes.Length) throw Bad($"section {section} is longer than its contents");
            return value;
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException)
        {
            throw Bad($"section {section} cannot be read ({e.Message})");
        }
    }

    /// <summary>Writes rows of numbers as signed bytes, each row with its own scale: row r is scale × bytes.</summary>
    public static void PutRows(BinaryWriter writer, ReadOnlySpan<float> values, int width)
    {
        writer.Write(values.Length);
        writer.Write(width);
        var bytes = new byte[width];
        for (var r = 0; r < values.Length; r += width)
        {
            var row = values.Slice(r, width);
            var most = 0f;
            foreach (var v in row) most = Math.Max(most, Math.Abs(v));
            writer.Write(most / 127f);
            for (var i = 0; i < width; i++) bytes[i] = most == 0 ? (byte)0 : (byte)(sbyte)MathF.Round(row[i] / most * 127f);
            writer.Write(bytes);
        }
    }

    public static float[] GetRows(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        var width = reader.ReadInt32();
        if (width < 1 || values.Length % width != 0) throw new ArgumentException("rows do not fill the table");
        var bytes = new byte[width];
        for (var r = 0; r < values.Length; r += width)
        {
            var scale = reader.ReadSingle();
            reader.BaseStream.ReadExactly(bytes);
            for (var i = 0; i < width; i++) values[r + i] = scale * (sbyte)bytes[i];
        }
        return values;
    }

    /// <summary>Reads what <see cref="PutRows"/> wrote and leaves it in bytes.</summary>
    public static ByteTable GetTable(BinaryReader reader)
    {
        var values = new sbyte[reader.ReadInt32()];
        var width = reader.ReadInt32();
        if (width < 1 || values.Length % width != 0) throw new ArgumentException("rows do not fill the table");
        var scales = new float[values.Length / width];
        for (var r = 0; r < scales.Length; r++)
        {
            scales[r] = reader.ReadSingle();
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(r * width, width)));
        }
        return new ByteTable(values, scales);
    }

    /// <summary>Writes numbers with half precision.</summary>
    public static void PutHalves(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        Span<byte> two = stackalloc byte[2];
        foreach (var v in values)
        {
            BinaryPrimitives.WriteHalfLittleEndian(two, (Half)v);
            writer.Write(two);
        }
    }

    public static float[] GetHalves(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        var bytes = new byte[values.Length * 2];
        reader.BaseStream.ReadExactly(bytes);
        for (var i = 0; i < values.Length; i++) values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(i * 2));
        return values;
    }

    public static void PutStrings(BinaryWriter writer, IReadOnlyCollection<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var s in strings) writer.Write(s);
    }

    public static string[] GetStrings(BinaryReader reader)
    {
        var strings = new string[reader.ReadInt32()];
        for (var i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();
        return strings;
    }

    /// <summary>An exception that names the file.</summary>
    public DataException Bad(string reason) => new(_name, 0, reason);
}
