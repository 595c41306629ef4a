using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Finds the phrases of roles.txt among tokens, singular or plural, in any letter case.</summary>
internal sealed class RoleLexicon
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["people"] = "people",
        ["media"] = "media",
        ["forces"] = "force",
        ["jihadis"] = "jihadi",
        ["families"] = "family",
        ["spies"] = "spy",
        ["houses"] = "house",
        ["judges"] = "judge",
        ["activities"] = "activity",
        ["authorities"] = "authority",
        ["corps"] = "corps",
        ["congress"] = "congress",
        ["press"] = "press",
        ["chiefs"] = "chief",
        ["gas"] = "gas",
        ["customs"] = "customs",
        ["rights"] = "right",
        ["human"] = "human",
        ["arms"] = "arm",
        ["chassis"] = "chassis",
        ["worshippers"] = "worshipper",
        ["hostess"] = "hostess",
        ["princess"] = "princess",
        ["baroness"] = "baroness",
        ["miss"] = "miss",
        ["airline"] = "airline",
        ["u.s."] = "u.s.",
        ["united"] = "united",
        ["nations"] = "nation",
        ["news"] = "news",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<RoleEntry>> _byFirstWord;

    public RoleLexicon(IEnumerable<RoleEntry> roles) =>
        _byFirstWord = roles.Select(r => r with { Phrase = [.. r.Phrase.SelectMany(w => w.Split('-')).Select(Singular)] })
            .GroupBy(r => r.Phrase[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(r => r.Phrase.Length).ThenBy(r => r.Text, StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);

    /// <summary>The longest phrase that starts at a token and ends before <paramref name="end"/>, with its end; null if none.</summary>
    public (RoleEntry Role, int End)? Match(ImmutableArray<Token> tokens, int start, int end)
    {
        if (!_byFirstWord.TryGetValue(Singular(FirstPart(tokens[start].Form)), out var roles)) return null;
        foreach (var role in roles)
            if (EndOf(role.Phrase, tokens, start, end) is var e and > 0) return (role, e);
        return null;
    }

    /// <summary>A word in lower case without the ending of the plural.</summary>
    public static string Singular(string word)
    {
        var w = word.ToLowerInvariant();
        if (Irregular.TryGetValue(w, out var known)) return known;
        if (w.Length > 5 && w.EndsWith("men", StringComparison.Ordinal)) return string.Concat(w.AsSpan(0, w.Length - 2), "an");
        if (w.Length < 4 || w[^1] != 's' || w[^2] is 's' or 'u' or 'i') return w;
        if (w.EndsWith("ies", StringComparison.Ordinal)) return w[..^3] + "y";
        return w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal)
            || w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal)
            ? w[..^2]
            : w[..^1];
    }

    private static string FirstPart(string form) => form.IndexOf('-', 1 < form.Length ? 1 : 0) is var i and > 0 ? form[..i] : form;

    private static int EndOf(ImmutableArray<string> phrase, ImmutableArray<Token> tokens, int start, int end)
    {
        var word = 0;
        for (var i = start; i < end; i++)
        {
            var form = tokens[i].Form;
            if (form == "-" && word > 0) continue;
            foreach (var part in form.Length > 1 && form.Contains('-', StringComparison.Ordinal) ? form.Split('-') : [form])
            {
                if (word >= phrase.Length || Singular(part) != phrase[word]) return 0;
                word++;
            }
            if (word == phrase.Length) return i + 1;
        }
        return 0;
    }
}
