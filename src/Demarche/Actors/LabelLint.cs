using System.Text.RegularExpressions;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Looks through labels.txt: names that no entry has, two lines for one, labels that are not in the script of their language.</summary>
internal static partial class LabelLint
{
    /// <param name="labels">The file's lines.</param>
    /// <param name="known">The names of states, persons and organisations.</param>
    public static IEnumerable<Finding> Findings(IReadOnlyList<LabelEntry> labels, IReadOnlySet<string> known)
    {
        foreach (var e in labels.Where(e => !known.Contains(e.Name)))
            yield return At(e, "unknown", $"no state, person or organisation is named \"{e.Name}\"", "write the name as the entry has it");
        foreach (var e in labels.GroupBy(e => e.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            yield return At(e, "duplicate", $"\"{e.Name}\" has a line already", "leave one of the two");
        foreach (var e in labels.Where(e => e.Wikidata is not null).GroupBy(e => e.Wikidata, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            yield return At(e, "duplicate", $"{e.Wikidata} is the item of another actor", "leave it to the one whose it is");
        foreach (var e in labels)
        {
            if (e.Wikidata is not null && !Item().IsMatch(e.Wikidata)) yield return At(e, "fault", $"\"{e.Wikidata}\" is no item of Wikidata", "write it as \"Q159\"");
            for (var i = 0; i < e.Labels.Length; i++)
                if (e.Labels[i] is { } label && !IsInScript(label, ActorLabels.Languages[i]))
                    yield return At(e, "script", $"\"{label}\" is not in the letters of {ActorLabels.Languages[i]}", "write it in them, or leave it empty");
        }
        for (var i = 1; i < labels.Count; i++)
            if (string.CompareOrdinal(labels[i - 1].Name, labels[i].Name) > 0)
                yield return At(labels[i], "unsorted", $"\"{labels[i].Name}\" stands after \"{labels[i - 1].Name}\"", "sort the file by its first column, ordinal");
    }

    /// <summary>True if all letters are of the script that the language is written in; Roman numerals belong to all.</summary>
    private static bool IsInScript(string label, string language) => label.Split(' ').All(word => IsNumeral(word) || word.All(c => !char.IsLetter(c) || IsOf(c, language)));

    private static bool IsNumeral(string word) => word.All(c => c is 'I' or 'V' or 'X');

    private static bool IsOf(char letter, string language) => language switch
    {
        "ar" => IsArabic(letter) && letter is not ('پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی'),
        "fa" => IsArabic(letter) && letter is not ('ك' or 'ي' or 'ة' or 'ى'),
        "he" => letter is >= 'א' and <= 'ת',
        "ru" => letter is >= 'А' and <= 'я' or 'Ё' or 'ё',
        "uk" => letter is (>= 'А' and <= 'я' or 'І' or 'і' or 'Ї' or 'ї' or 'Є' or 'є' or 'Ґ' or 'ґ') and not ('ы' or 'э' or 'ъ' or 'Ы' or 'Э' or 'Ъ'),
        _ => letter <= '\u024F',
    };

    private static bool IsArabic(char letter) => letter is >= '\u0620' and <= '\u06FF';

    private static Finding At(LabelEntry e, string kind, string what, string remedy) => new(ActorDataReader.LabelsFile, e.Line, kind, what, remedy);

    [GeneratedRegex("^Q[1-9][0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();
}
