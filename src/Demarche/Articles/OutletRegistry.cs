using Demarche.Text;

namespace Demarche.Articles;

/// <summary>One outlet: who publishes.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or "INT".</param>
/// <param name="Kind">"agency", "broadcaster", "paper", "magazine", "site" or "official".</param>
/// <param name="TimeZone">IANA name of the zone in which it dates its reports.</param>
public sealed record Outlet(string Name, string Country, string Kind, string TimeZone);

/// <summary>The outlets that are known by name or address, from data/articles/outlets.txt.</summary>
public sealed class OutletRegistry
{
    private readonly Dictionary<string, Outlet> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads and checks "articles/outlets.txt".</summary>
    public static OutletRegistry Load(DataFiles data, string file = "articles/outlets.txt")
    {
        var registry = new OutletRegistry();
        foreach (var (number, line) in data.Lines(file))
        {
            var cells = line.Split('|');
            if (cells.Length != 6) throw new DataException(file, number, "needs six cells: name | aliases | domains | country | kind | time zone");
            for (var i = 0; i < cells.Length; i++) cells[i] = cells[i].Trim();
            var outlet = new Outlet(cells[0], cells[3], cells[4], cells[5]);
            Add(registry._byName, [outlet.Name, .. Split(cells[1])]);
            Add(registry._byDomain, Split(cells[2]));

            void Add(Dictionary<string, Outlet> map, string[] keys)
            {
                foreach (var key in keys)
                {
                    if (!map.TryAdd(key, outlet)) throw new DataException(file, number, $"\"{key}\" stands there twice");
                }
            }
        }
        return registry;
    }

    /// <summary>The outlet of that name or alias, or null.</summary>
    public Outlet? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(TidyText.Line(name));

    /// <summary>The outlet whose domain the address is in, or null.</summary>
    public Outlet? OfUrl(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address)) return null;
        var host = address.Host.TrimEnd('.');
        while (true)
        {
            if (_byDomain.TryGetValue(host, out var outlet)) return outlet;
            var dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return null;
            host = host[(dot + 1)..];
        }
    }

    /// <summary>The outlet's name: as the input declares it, else by address, else by an agency's mark in the dateline; null if none of
    /// them tells. A page's own name for its site comes after the address.</summary>
    internal string? NameOf(RawPage page, string text)
    {
        var declared = page.Outlet is null ? "" : TidyText.Line(page.Outlet);
        var known = Find(declared)?.Name ?? (page.Kind == PageKind.Markup ? OfUrl(page.Url)?.Name : null);
        if (known is not null) return known;
        return declared.Length > 0 ? declared : OfUrl(page.Url)?.Name ?? OfDateline(text)?.Name;
    }

    /// <summary>The agency named in brackets near the start of the first lines, before a dash: "GENEVA (Agency) - The talks…".</summary>
    private Outlet? OfDateline(string text)
    {
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 2000)).ToString().Split('\n').Take(4))
        {
            var head = line[..Math.Min(line.Length, 90)];
            var open = head.IndexOf('(', StringComparison.Ordinal);
            var close = open < 0 ? -1 : head.IndexOf(')', open);
            if (close < 0) continue;
            var rest = head[(close + 1)..].TrimStart();
            if (rest.Length == 0 || rest[0] is not ('-' or '–' or '—') || head[..open].Contains('.', StringComparison.Ordinal)) continue;
            if (Find(head[(open + 1)..close]) is { } outlet) return outlet;
        }
        return null;
    }

    private static string[] Split(string cell) =>
        cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
