namespace Demarche.Reconciliation;

/// <summary>Numbers for the words and parties of the sightings at hand, and how alike two parties are, worked out once each.</summary>
/// <remarks>The numbers serve to tell equal from unequal and mean nothing else.</remarks>
internal sealed class SightingTable
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<Party, int> _numbers = [];
    private readonly List<Party> _parties = [];
    private readonly Dictionary<(int, int), double> _likeness = [];

    public int WordOf(string word)
    {
        if (!_words.TryGetValue(word, out var number)) _words.Add(word, number = _words.Count);
        return number;
    }

    public int PartyOf(Party party)
    {
        if (_numbers.TryGetValue(party, out var number)) return number;
        _numbers.Add(party, number = _parties.Count);
        _parties.Add(party);
        return number;
    }

    /// <summary>How alike two parties are.</summary>
    public double Likeness(int a, int b)
    {
        if (!_likeness.TryGetValue((a, b), out var likeness)) _likeness[(a, b)] = likeness = _parties[a].Likeness(_parties[b]);
        return likeness;
    }
}
