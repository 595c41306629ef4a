using System.Runtime.InteropServices;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Exports;

namespace Demarche.Server.Exports;

/// <summary>Writes an export into a folder: every file whole or none, the manifest last.</summary>
/// <remarks>
/// Rows go to files that end in ".partial". When all are complete and on disk, the manifest of an older export of the same format is removed, the
/// files are renamed one by one, and the new manifest is renamed last: a folder with a manifest holds the files that it lists. What a killed run
/// leaves, if it had no chance to clean up, are ".partial" files, which the next run overwrites; two runs into one folder exclude each other by the lock on these.
/// </remarks>
public sealed class ExportFolder : IDisposable
{
    private const string Unfinished = ".partial";
    private const int BufferSize = 1 << 16;

    private static readonly PosixSignal[] Ends = [PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGTERM];

    private readonly string _folder;
    private readonly bool _isNew;
    private readonly List<(string Name, FileStream Stream)> _files = [];
    private readonly ExportWriter _writer;
    private readonly PosixSignalRegistration[] _signals;
    private bool _done;

    /// <summary>Makes the folder, if need be, and opens all files, so that what cannot be written is known before the work.</summary>
    /// <exception cref="IOException">The folder cannot be written, or holds something that the export must not replace.</exception>
    public ExportFolder(string folder, ExportFormat format)
    {
        _folder = Path.GetFullPath(folder);
        if (File.Exists(_folder)) throw new IOException($"{folder} is a file: an export needs a folder");
        _isNew = !Directory.Exists(_folder);
        _signals = [.. Ends.Select(s => PosixSignalRegistration.Create(s, _ => RemoveUnfinished()))];
        try
        {
            Directory.CreateDirectory(_folder);
            var replaces = CheckOlder(format.Name);
            foreach (var name in format.Tables.Select(t => t.File).Append(ExportWriter.ManifestFile)) Open(name, replaces);
            _writer = new ExportWriter(format, [.. _files.SkipLast(1).Select(f => f.Stream)]);
        }
        catch (Exception e)
        {
            Discard();
            foreach (var signal in _signals) signal.Dispose();
            if (e is UnauthorizedAccessException) throw new IOException($"{folder}: cannot be written: {e.Message}", e);
            throw;
        }
    }

    /// <summary>Adds the events of one article.</summary>
    public void Write(CodedArticle coded) => _writer.Write(coded);

    /// <summary>Puts the files in their places. Without this call the folder stays as it was.</summary>
    /// <exception cref="IOException">There is no room, or a file cannot be put in its place.</exception>
    public void Complete()
    {
        _writer.WriteManifest(_files[^1].Stream);
        foreach (var (_, stream) in _files)
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
        }
        File.Delete(Target(ExportWriter.ManifestFile));
        foreach (var (name, _) in _files) File.Move(Target(name) + Unfinished, Target(name), overwrite: true);
        _done = true;
    }

    /// <summary>Removes what is unfinished.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        if (!_done) Discard();
        foreach (var signal in _signals) signal.Dispose();
    }

    private string Target(string name) => Path.Join(_folder, name);

    private void Open(string name, bool replaces)
    {
        if (Directory.Exists(Target(name))) throw new IOException($"{Target(name)} is a folder: the export needs that name for a file");
        if (!replaces && File.Exists(Target(name))) throw new IOException($"{Target(name)} is there and belongs to no export: give another folder, or remove it");
        lock (_files) _files.Add((name, new FileStream(Target(name) + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize)));
    }

    /// <summary>True if there is an export of the same format, which is replaced; anything else is left alone.</summary>
    private bool CheckOlder(string format)
    {
        var path = Target(ExportWriter.ManifestFile);
        if (!File.Exists(path)) return false;
        if (FormatOf(path) is not { } older) throw new IOException($"{path} is not of an export: give another folder");
        if (older != format) throw new IOException($"{_folder} holds an export as {older}: give another folder");
        return true;
    }

    private static string? FormatOf(string manifest)
    {
        using var stream = File.OpenRead(manifest);
        try
        {
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(ExportWriter.FormatProperty, out var format)
                && format.ValueKind == JsonValueKind.String ? format.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Discard()
    {
        foreach (var (_, stream) in _files)
        {
            try
            {
                stream.Dispose();
            }
            catch (IOException)
            {
                // No room for what is still in the buffer, which is discarded anyway.
            }
        }
        RemoveUnfinished();
    }

    /// <summary>Also called when the process is told to end, from another thread.</summary>
    private void RemoveUnfinished()
    {
        lock (_files)
        {
            foreach (var (name, _) in _files) File.Delete(Target(name) + Unfinished);
            if (_isNew && Directory.Exists(_folder) && !Directory.EnumerateFileSystemEntries(_folder).Any()) Directory.Delete(_folder);
        }
    }
}
