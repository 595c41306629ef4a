using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>Small words that are written with a capital only where a sentence begins, titles aside.</summary>
internal static class SentenceStarters
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "A", "About", "According", "After", "All", "Almost", "Also", "Although", "Among", "An", "And", "Another", "Any", "Anyone", "As", "At",
        "Because", "Before", "Both", "But", "By", "Despite", "During", "Each", "Earlier", "Even", "Every", "Everyone", "Few", "Following",
        "For", "From", "He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Instead", "It", "Its", "Last", "Later", "Many",
        "Meanwhile", "More", "Most", "My", "Neither", "Nevertheless", "No", "Nobody", "None", "Nor", "Not", "Nothing", "Now", "Of", "On",
        "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "Several", "She", "Since", "So", "Some", "Still", "Such", "That",
        "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Through", "Thus", "To", "Two", "Under", "Unless",
        "Until", "We", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Without", "Yet", "You",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 12 && Words.Contains(word);
}
