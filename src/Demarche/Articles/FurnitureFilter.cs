using System.Collections.Immutable;
using System.Text;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>Sets furniture aside: what belongs to the page and not to the report. Words of the report are never changed.</summary>
internal sealed class FurnitureFilter
{
    private readonly FurniturePatterns _patterns;
    private readonly CaptionRules _captions;
    private readonly LayoutRules _layout;

    private FurnitureFilter(FurniturePatterns patterns, CaptionRules captions, LayoutRules layout) =>
        (_patterns, _captions, _layout) = (patterns, captions, layout);

    /// <summary>Reads the phrases and the agencies.</summary>
    public static FurnitureFilter Load(DataFiles data, OutletRegistry outlets) =>
        new(FurniturePatterns.Load(data), CaptionRules.Load(data), new LayoutRules(outlets));

    /// <summary>Sorts tidy paragraphs into the report's text, each closed by "\n", and what was set aside.</summary>
    public (string Text, ImmutableArray<Furniture> Removed) Sift(ImmutableArray<string> paragraphs, string? title, ImmutableArray<string> authors)
    {
        var reasons = new string?[paragraphs.Length];
        for (var i = 0; i < reasons.Length; i++) reasons[i] = Judge(paragraphs[i]);
        _layout.Judge(paragraphs, reasons, title, authors);
        var text = new StringBuilder();
        var removed = ImmutableArray.CreateBuilder<Furniture>();
        for (var i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] is { } reason) removed.Add(new(paragraphs[i], reason, text.Length));
            else Append(paragraphs[i], text, removed);
        }
        return (text.ToString(), removed.ToImmutable());
    }

    /// <summary>The reason for which a paragraph goes, told by its words alone; null if it stays.</summary>
    internal string? Judge(string paragraph) => _patterns.Match(paragraph) ?? _captions.Judge(paragraph);

    private static void Append(string paragraph, StringBuilder text, ImmutableArray<Furniture>.Builder removed)
    {
        var from = 0;
        foreach (var (start, end) in WidgetCut.Find(paragraph))
        {
            text.Append(paragraph, from, start - from);
            removed.Add(new(paragraph[start..end], "related", text.Length));
            from = end;
            // One space is enough between the words on both sides; none before a stop or an apostrophe.
            if (from < paragraph.Length && paragraph[from] == ' ' && text.Length > 0 && text[^1] == ' ') from++;
        }
        text.Append(paragraph, from, paragraph.Length - from).Append('\n');
    }
}
