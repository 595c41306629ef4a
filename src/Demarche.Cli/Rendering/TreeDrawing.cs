using System.Collections.Immutable;
using System.Text;
using Demarche.Language;

namespace Demarche.Cli.Rendering;

/// <summary>Draws a dependency tree beside its words, which stay in the order of the text.</summary>
/// <remarks>Edges run to the left of the words, the root outermost. Edges that cross are drawn through: the tree need not be projective.</remarks>
public static class TreeDrawing
{
    /// <summary>For each token of a sentence the drawing that leads to it, ready to be followed by its form.</summary>
    public static ImmutableArray<string> Draw(Analysis analysis, int first, int end)
    {
        var lines = Enumerable.Range(0, end - first).Select(_ => new StringBuilder()).ToArray();
        var open = new Stack<int>(Enumerable.Range(first, end - first).Where(i => analysis.Tokens[i].Head < first || analysis.Tokens[i].Head >= end).Reverse());
        while (open.TryPop(out var node))
        {
            var family = analysis.Children(node).ToArray().Append(node).Order().ToList();
            Join(analysis, lines, first, node, family);
            foreach (var child in family.AsEnumerable().Reverse())
                if (child != node && analysis.Children(child).Length > 0) open.Push(child);
        }
        return [.. lines.Select(l => l.ToString())];
    }

    /// <summary>Draws the edges from one node to its dependents into the lines between them.</summary>
    private static void Join(Analysis analysis, StringBuilder[] lines, int first, int node, List<int> family)
    {
        var (top, bottom) = (family[0], family[^1]);
        var margin = Enumerable.Range(top, bottom - top + 1).Max(i => lines[i - first].Length);
        for (var i = top; i <= bottom; i++)
        {
            var line = lines[i - first];
            var fill = line.Length > 0 && line[^1] is '─' or '┮' or '┶' or '┾' ? '─' : ' ';
            line.Append(fill, margin - line.Length);
            if (i == node) line.Append(top == bottom ? "╼ " : i == top ? "┮ " : i == bottom ? "┶ " : "┾ ");
            else if (analysis.Tokens[i].Head != node) line.Append(fill == '─' ? "┼─" : "│ ");
            else
            {
                line.Append(i == top ? '╭' : i == bottom ? '╰' : '├');
                line.Append(analysis.Children(i).Length == 0 ? "─╼ " : "─");
            }
        }
    }
}
