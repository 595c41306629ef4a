using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Demarche.Articles;

namespace Demarche.Server.Feeds;

/// <summary>Reads articles out of files, folders and standard input. No input stops the others: what cannot be read is a refusal.</summary>
public sealed class ArticleReader(ArticleCleaner cleaner)
{
    /// <summary>Reads lazily, in the order of the paths, folders in ordinal order of the paths within.</summary>
    /// <param name="paths">Files (.txt, .html, .json, .jsonl, also with .gz; of other names by content), folders, "-" for standard input.</param>
    /// <param name="options">Limits and defaults.</param>
    /// <param name="stdin">What "-" reads; null: empty.</param>
    public IEnumerable<ReadResult> Read(IEnumerable<string> paths, ReadOptions options, Stream? stdin)
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                foreach (var result in ReadFolder(path, options)) yield return result;
            }
            else
            {
                foreach (var result in ReadFile(path == "-" ? new("-", InputKind.Unknown, false) : InputPaths.Of(path), options, stdin))
                    yield return result;
            }
        }
    }

    private IEnumerable<ReadResult> ReadFolder(string folder, ReadOptions options)
    {
        var refusals = new List<Refusal>();
        var files = InputPaths.Under(folder, refusals);
        foreach (var refusal in refusals) yield return ReadResult.Of(refusal);
        if (files.Count == 0 && refusals.Count == 0)
            yield return ReadResult.Of(new Refusal(folder, "", "the folder holds no .txt, .html, .json or .jsonl file", Errors.NothingToRead));
        foreach (var file in files)
        {
            foreach (var result in ReadFile(file, options, null)) yield return result;
        }
    }

    private IEnumerable<ReadResult> ReadFile(InputFile file, ReadOptions options, Stream? stdin)
    {
        Refusal? refusal = null;
        Stream? stream = null;
        try
        {
            stream = InputStreams.Open(file, stdin);
        }
        catch (RefusedException e)
        {
            refusal = e.Of(file.Path);
        }
        if (refusal is not null)
        {
            yield return ReadResult.Of(refusal);
            yield break;
        }
        using (stream)
        {
            foreach (var result in new OpenInput(cleaner, file, stream!, options).Read()) yield return result;
        }
    }
}
