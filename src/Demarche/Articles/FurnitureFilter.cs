using System.Collections.Immutable;
using System.Text;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>Sets furniture aside: lines that belong to the page, not to the report.</summary>
internal sealed class FurnitureFilter
{
    private readonly FurniturePatterns _patterns;

    private FurnitureFilter(FurniturePatterns patterns) => _patterns = patterns;

    public static FurnitureFilter Load(DataFiles data, OutletRegistry outlets)
    {
        _ = outlets;
        return new(FurniturePatterns.Load(data));
    }

    /// <summary>Sorts tidy paragraphs into the report's text, each closed by "\n", and what was set aside.</summary>
    public (string Text, ImmutableArray<Furniture> Removed) Sift(ImmutableArray<string> paragraphs, string? title, ImmutableArray<string> authors)
    {
        _ = (title, authors);
        var text = new StringBuilder();
        var removed = ImmutableArray.CreateBuilder<Furniture>();
        foreach (var p in paragraphs)
        {
            if (_patterns.Match(p) is { } reason) removed.Add(new(p, reason, text.Length));
            else text.Append(p).Append('\n');
        }
        return (text.ToString(), removed.ToImmutable());
    }
}
