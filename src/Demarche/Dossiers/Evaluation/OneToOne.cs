namespace Demarche.Dossiers.Evaluation;

/// <summary>How well two go together; compared part by part.</summary>
internal readonly record struct Fit(double First, double Second = 0, double Third = 0, double Fourth = 0) : IComparable<Fit>
{
    public int CompareTo(Fit other) =>
        First != other.First ? First.CompareTo(other.First)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : Third != other.Third ? Third.CompareTo(other.Third) : Fourth.CompareTo(other.Fourth);
}

/// <summary>Pairs what was expected with what was found, one to one: as many pairs as possible, the better ones first.</summary>
internal static class OneToOne
{
    /// <param name="expected">How many are expected.</param>
    /// <param name="edges">Which may go together, and how well.</param>
    /// <param name="spare">Found ones that would be no fault without a partner: they get one last.</param>
    /// <returns>For each expected one that has a partner, that partner.</returns>
    public static Dictionary<int, int> Match(int expected, IReadOnlyDictionary<(int Expected, int Found), Fit> edges, IReadOnlySet<int>? spare = null)
    {
        var partner = new Dictionary<int, int>();
        var taken = new Dictionary<int, int>();
        if (spare is { Count: > 0 }) Extend(expected, edges.Where(e => !spare.Contains(e.Key.Found)), partner, taken);
        Extend(expected, edges, partner, taken);
        return partner;
    }

    private static void Extend(
        int expected, IEnumerable<KeyValuePair<(int Expected, int Found), Fit>> edges, Dictionary<int, int> partner, Dictionary<int, int> taken)
    {
        var order = edges.OrderByDescending(e => e.Value).ThenBy(e => e.Key).Select(e => e.Key).ToList();
        foreach (var (e, f) in order)
            if (!partner.ContainsKey(e) && !taken.ContainsKey(f)) (partner[e], taken[f]) = (f, e);
        var near = order.ToLookup(p => p.Expected, p => p.Found);
        for (var e = 0; e < expected; e++)
            if (!partner.ContainsKey(e)) Augment(e, near, partner, taken, []);
    }

    /// <summary>Seeks a chain of pairs that can be exchanged so that one more has a partner.</summary>
    private static bool Augment(int e, ILookup<int, int> near, Dictionary<int, int> partner, Dictionary<int, int> taken, HashSet<int> seen)
    {
        foreach (var f in near[e])
        {
            if (!seen.Add(f)) continue;
            if (taken.TryGetValue(f, out var other) && !Augment(other, near, partner, taken, seen)) continue;
            (partner[e], taken[f]) = (f, e);
            return true;
        }
        return false;
    }
}
