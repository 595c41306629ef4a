namespace Demarche.Tests.Exports;

/// <summary>Reads comma-separated text strictly as RFC 4180 has it: lines end with CR LF, quotation marks are doubled.</summary>
internal static class Rfc4180
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            while (true)
            {
                row.Add(Cell(text, ref at));
                if (text[at] == ',')
                {
                    at++;
                    continue;
                }
                Assert.Equal("\r\n", text.Substring(at, 2));
                at += 2;
                break;
            }
            rows.Add(row);
        }
        Assert.Single(rows.Select(r => r.Count).Distinct());
        return rows;
    }

    /// <summary>The cells of the only row, by the names of the head.</summary>
    public static Dictionary<string, string> Single(string text)
    {
        var rows = Read(text);
        Assert.Equal(2, rows.Count);
        return rows[0].Zip(rows[1]).ToDictionary(p => p.First, p => p.Second);
    }

    private static string Cell(string text, ref int at)
    {
        var start = at;
        if (text[at] != '"')
        {
            while (text[at] is not (',' or '\r')) Assert.NotEqual('"', text[at++]);
            return text[start..at];
        }
        var cell = "";
        for (at++; ; at++)
        {
            if (text[at] != '"') cell += text[at];
            else if (text[at + 1] == '"') cell += text[at++];
            else break;
        }
        at++;
        return cell;
    }
}
