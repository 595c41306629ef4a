using System.Buffers;
using System.Text.RegularExpressions;
using Demarche.Text;

namespace Demarche.Articles;

/// <summary>Tells picture captions and credits: by the agency at their end, or by the present tense beside a past day.</summary>
internal sealed partial class CaptionRules
{
    private const int MostWords = 130;
    private const int TailLength = 160;
    private static readonly SearchValues<char> Speech = SearchValues.Create("\"“”:?!");
    private static readonly SearchValues<string> CreditMarks =
        SearchValues.Create(["/", "[", "(", "Photo", "Image", "Picture", "Credit", "PHOTO"], StringComparison.Ordinal);
    private readonly HashSet<string> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _datedVerbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agencies = new(StringComparer.Ordinal);

    /// <summary>Reads "articles/captions.txt".</summary>
    public static CaptionRules Load(DataFiles data, string file = "articles/captions.txt")
    {
        var rules = new CaptionRules();
        foreach (var (number, line) in data.Lines(file))
        {
            var cells = line.Split(" | ");
            var set = cells.Length != 2 ? null : cells[0] switch
            {
                "agency" => rules._agencies,
                "dated-verb" => rules._datedVerbs,
                "verb" => rules._verbs,
                _ => null,
            };
            if (set is null) throw new DataException(file, number, "needs two cells: agency, dated-verb or verb | words");
            set.UnionWith(cells[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        return rules;
    }

    /// <summary>"caption", "credit" (nothing but the credit), or null.</summary>
    public string? Judge(string line)
    {
        var words = 1 + line.AsSpan().Count(' ');
        if (words > MostWords) return null;
        if (CreditLength(line) is { } credit) return line.Length - credit < 3 ? "credit" : "caption";
        return words is >= 7 and <= 45 && IsPresentWithDay(line) ? "caption" : null;
    }

    /// <summary>How many characters at the end of the line are a credit; null if it has none.</summary>
    private int? CreditLength(string line)
    {
        var from = Math.Max(0, line.Length - TailLength);
        var tail = line[from..];
        if (!tail.AsSpan().ContainsAny(CreditMarks)) return null;
        foreach (var pattern in (ReadOnlySpan<Regex>)[AgencyFirst(), AgencyLast(), PhotoBy()])
        {
            var m = pattern.Match(tail);
            if (m.Success && _agencies.Contains(m.Groups["agency"].Value)) return tail.Length - m.Index;
        }
        var bracket = Bracketed().Match(tail);
        if (bracket.Success && (_agencies.Contains(bracket.Groups["agency"].Value) || bracket.Groups["photo"].Success))
            return tail.Length - bracket.Index;
        return null;
    }

    /// <summary>One sentence that tells a day at its end and is in the present tense: reports tell past days in the past tense.</summary>
    private bool IsPresentWithDay(string line)
    {
        if (line.AsSpan().ContainsAny(Speech)) return false;
        var day = DayAtEnd().Match(line);
        if (!day.Success || Reporting().IsMatch(line)) return false;
        var dated = day.Groups["date"].Success;
        var words = line[..day.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length && i < 14; i++)
        {
            if (_verbs.Contains(words[i]) || (dated && _datedVerbs.Contains(words[i]))) return true;
        }
        return false;
    }

    private const string Name = @"(?:\p{Lu}[\p{L}.'’\-]{0,24}|de|van|von|der|bin|al|el)";
    private const string Names = Name + @"(?: " + Name + @"){0,5}";
    private const string Closing = @"[\s.)\]]{0,4}$";

    // "AGENCY/Name", "AGENCY Photo/Name / POOL"
    [GeneratedRegex(@"(?:^|[\s(\[.])(?<agency>[A-Z][A-Za-z\-]{1,12}(?: Photo| PHOTO)?) ?/ ?" + Names + @"(?: ?[/,] ?[\p{L}]{2,12}){0,3}" + Closing, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AgencyFirst();

    // "Name/AGENCY", "Name/Agency A/Agency B", "Name/Agency via Agency"
    [GeneratedRegex(@"(?:^|[\s(\[.])" + Names + @" ?(?:/|, )? ?/ ?(?:[\p{L}\- ]{2,24} ?/ ?|[\p{L}\- ]{2,24} via ){0,3}(?<agency>[A-Z][A-Za-z\-0-9]{1,16}(?: (?:Images|Agency|News|Photo|Features|Media|Wire|Press|Commons|USA))?)" + Closing, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AgencyLast();

    // "Photo: Name, AGENCY", "Photograph: Name", "Photographer: Name/AGENCY"
    [GeneratedRegex(@"(?:Photos?|Photograph|Photographer|Picture|Image|Credit|PHOTO)s?:? (?:by )?[^.!?:]{0,60}?(?<agency>[A-Z][A-Za-z\-]{1,16}(?: (?:Images|Agency|News|Photo|Features|Media|Wire|Press|Commons|USA))?)" + Closing, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhotoBy();

    // "[Name/Agency]", "[Agency]", "(Photo: Name)" at the very end
    [GeneratedRegex(@"[\[(](?:(?<photo>(?i:photos?|photograph|picture|image|file)[: ][^\[\]()]{0,80})|[^\[\]()]{0,60}?(?:via |/|, )?(?<agency>[A-Z][A-Za-z\-]{1,16}(?: (?:Images|Agency|News|Photo|Features|Media|Wire|Press|Commons|USA))?))[\])]$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:,| on| in) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?) [0-9]{1,2}|[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December))(?:,? [12][0-9]{3})?))\.?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayAtEnd();

    [GeneratedRegex(@"(?: |^)(?:said|says|told|tells|will|would|according|announced|was|were|had|is|are|reported|wrote)(?: |,|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reporting();
}
