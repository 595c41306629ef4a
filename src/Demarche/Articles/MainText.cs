using System.Collections.Immutable;

namespace Demarche.Articles;

/// <summary>Chooses the report's own blocks among all those of a web page.</summary>
/// <remarks>Sentences weigh by their length, links and short pieces weigh nothing. From the outermost container the choice goes down as
/// long as one container within holds most of the weight. What stands there in containers that name themselves something else (navigation,
/// comments, related), is left out; a name counts for nothing where it would leave out most of the page.</remarks>
internal static class MainText
{
    /// <summary>Share of the weight that one container within must hold for the choice to go down into it.</summary>
    private const double Most = 0.72;

    /// <summary>A container of more than this share of the page's weight is believed to be the report, whatever its name.</summary>
    private const double MostApart = 0.4;

    private const int FewestLetters = 60;
    private const double MostLinks = 0.45;

    /// <summary>The blocks of the report, in order.</summary>
    public static ImmutableArray<RawBlock> Choose(RawPage page, PageHints hints)
    {
        var weights = page.Blocks.Select(Weight).ToArray();
        var apart = Apart(page, hints, weights);
        for (var i = 0; i < weights.Length; i++)
        {
            if (apart[i]) weights[i] = 0;
        }
        var chosen = GoDown(page, weights);
        var inside = Inside(page, chosen);
        var poor = Poor(page, weights, inside, chosen);
        var first = FirstText(page, weights, inside);
        var kept = ImmutableArray.CreateBuilder<RawBlock>();
        for (var i = 0; i < page.Blocks.Length; i++)
        {
            var b = page.Blocks[i];
            if (apart[i] || !inside[b.Container + 1] || poor[b.Container + 1] || !IsReport(b, i < first)) continue;
            kept.Add(b);
        }
        return WithoutLonelyHeadings(kept);
    }

    /// <summary>Letters of a block that reads like running text; 0 for links, labels, headings.</summary>
    private static double Weight(RawBlock block)
    {
        if (block.LinkShare > MostLinks || block.Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "figcaption") return 0;
        var length = block.Text.Length;
        if (length < FewestLetters && !(length >= 25 && block.Tag == "p" && TidyText.EndsSentence(block.Text))) return 0;
        return length * (1 - block.LinkShare) * (block.Tag == "p" || TidyText.EndsSentence(block.Text) ? 1 : 0.5);
    }

    /// <summary>For each block, whether it stands in a container that is set apart from the report.</summary>
    private static bool[] Apart(RawPage page, PageHints hints, double[] weights)
    {
        var sums = Sums(page, weights);
        var all = sums.Length > 0 ? sums[0] : 0;
        // A report may be cut into many pieces of one name, and each is small.
        var byName = new Dictionary<(string, string), double>();
        for (var i = 0; i < page.Containers.Length; i++)
        {
            var name = (page.Containers[i].Tag, page.Containers[i].Hints);
            byName[name] = byName.GetValueOrDefault(name) + sums[i + 1];
        }
        var containers = new bool[page.Containers.Length + 1];
        for (var i = 0; i < page.Containers.Length; i++)
        {
            var c = page.Containers[i];
            containers[i + 1] = containers[c.Parent + 1]
                || hints.IsAlwaysApart(c)
                || (hints.IsApart(c) && byName[(c.Tag, c.Hints)] <= all * MostApart);
        }
        return [.. page.Blocks.Select(b => containers[b.Container + 1])];
    }

    /// <summary>Weight below each container; index 0 is the page, index i + 1 container i.</summary>
    private static double[] Sums(RawPage page, double[] weights)
    {
        var sums = new double[page.Containers.Length + 1];
        for (var i = 0; i < weights.Length; i++) sums[page.Blocks[i].Container + 1] += weights[i];
        for (var i = page.Containers.Length - 1; i >= 0; i--) sums[page.Containers[i].Parent + 1] += sums[i + 1];
        return sums;
    }

    private static int GoDown(RawPage page, double[] weights)
    {
        var sums = Sums(page, weights);
        var heaviest = new int[sums.Length];
        for (var i = 0; i < page.Containers.Length; i++)
        {
            var parent = page.Containers[i].Parent + 1;
            if (heaviest[parent] == 0 || sums[i + 1] > sums[heaviest[parent]]) heaviest[parent] = i + 1;
        }
        var here = 0;
        while (heaviest[here] != 0 && sums[here] > 0 && sums[heaviest[here]] >= Most * sums[here]) here = heaviest[here];
        return here;
    }

    private static bool[] Inside(RawPage page, int chosen)
    {
        var inside = new bool[page.Containers.Length + 1];
        inside[chosen] = true;
        for (var i = 0; i < page.Containers.Length; i++)
        {
            if (inside[page.Containers[i].Parent + 1]) inside[i + 1] = true;
        }
        return inside;
    }

    /// <summary>Containers within the choice that hold more links and labels than text: lists of other articles.</summary>
    private static bool[] Poor(RawPage page, double[] weights, bool[] inside, int chosen)
    {
        var letters = new double[inside.Length];
        var links = new double[inside.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var b = page.Blocks[i];
            letters[b.Container + 1] += b.Text.Length;
            links[b.Container + 1] += b.Text.Length * b.LinkShare;
        }
        for (var i = page.Containers.Length - 1; i >= 0; i--)
        {
            var parent = page.Containers[i].Parent + 1;
            letters[parent] += letters[i + 1];
            links[parent] += links[i + 1];
        }
        var poor = new bool[inside.Length];
        for (var i = 0; i < page.Containers.Length; i++)
        {
            var c = page.Containers[i];
            poor[i + 1] = poor[c.Parent + 1] || (inside[i + 1] && i + 1 != chosen && c.Tag is not ("p" or "blockquote")
                && letters[i + 1] > 0 && links[i + 1] > MostLinks * letters[i + 1]);
        }
        return poor;
    }

    private static int FirstText(RawPage page, double[] weights, bool[] inside)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 && inside[page.Blocks[i].Container + 1]) return i;
        }
        return weights.Length;
    }

    private static bool IsReport(RawBlock block, bool beforeText) => block.Tag switch
    {
        "h1" or "figcaption" or "caption" or "legend" or "dt" or "time" or "address" => false,
        "h2" or "h3" or "h4" or "h5" or "h6" => !beforeText && block.LinkShare < 0.5,
        "li" or "dd" => !beforeText && (block.LinkShare < MostLinks || block.Text.Length > 200),
        "p" or "blockquote" or "pre" => block.LinkShare < 0.8 || TidyText.EndsSentence(block.Text),
        _ => !beforeText && block.LinkShare < MostLinks && (block.Text.Length >= FewestLetters || TidyText.EndsSentence(block.Text)),
    };

    /// <summary>Drops headings that no text follows.</summary>
    private static ImmutableArray<RawBlock> WithoutLonelyHeadings(ImmutableArray<RawBlock>.Builder blocks)
    {
        var kept = new List<RawBlock>();
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (IsHeading(blocks[i]) && (kept.Count == 0 || IsHeading(kept[^1]))) continue;
            kept.Add(blocks[i]);
        }
        kept.Reverse();
        return [.. kept];
    }

    private static bool IsHeading(RawBlock block) => block.Tag is ['h', >= '2' and <= '6'];
}
