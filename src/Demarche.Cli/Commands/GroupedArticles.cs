using System.Text.Json;

namespace Demarche.Cli.Commands;

/// <summary>Files that say to which group each article belongs: JSON lines with <c>id</c>, <c>cluster</c> and perhaps <c>set</c>.</summary>
internal static class GroupedArticles
{
    /// <summary>Set ("all" if none is told) and group by id.</summary>
    /// <exception cref="FormatException">A line cannot be read, or an id stands twice.</exception>
    public static Dictionary<string, (string Set, string Group)> Read(string path)
    {
        var groups = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var (number, line) in StreamLines.Of(path))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var (id, group) = (StreamLines.Field(json.RootElement, "id"), json.RootElement.GetProperty("cluster"));
                if (id is null) throw new FormatException("the field id is missing");
                if (!groups.TryAdd(id, (StreamLines.Field(json.RootElement, "set") ?? "all", group.ToString()))) throw new FormatException($"{id} stands twice");
            }
            catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
            {
                throw new FormatException($"{path}:{number}: {e.Message}", e);
            }
        }
        return groups;
    }
}
