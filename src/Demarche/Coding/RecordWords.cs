using System.Collections.Concurrent;
using System.Text;

namespace Demarche.Coding;

/// <summary>The record's own spelling of an enumeration's values: <c>AtLeast</c> is printed "at_least".</summary>
public static class RecordWords
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>Lower case, words joined by "_", as CONTRACT-reading programs expect.</summary>
    public static string Word(this Enum value) => Known.GetOrAdd(value, Spell);

    private static string Spell(Enum value)
    {
        var word = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('_');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }
}
