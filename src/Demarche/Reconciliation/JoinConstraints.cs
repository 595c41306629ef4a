namespace Demarche.Reconciliation;

/// <summary>Which things somebody has said to be one, and which to be apart.</summary>
/// <typeparam name="T">What names a thing: a report of an event, an article of a story.</typeparam>
public sealed class JoinConstraints<T> where T : struct
{
    private readonly Dictionary<T, T> _home = [];
    private readonly List<(T A, T B)> _apart = [];
    private readonly HashSet<(T, T)> _apartPairs = [];

    /// <summary>True if nothing was said.</summary>
    public bool IsEmpty => _home.Count == 0 && _apart.Count == 0;

    /// <summary>Takes note that two are one.</summary>
    /// <returns>False, and nothing noted, if that contradicts what was said before.</returns>
    public bool Unite(T a, T b)
    {
        var (x, y) = (Home(a), Home(b));
        if (x.Equals(y)) return true;
        foreach (var (p, q) in _apart)
            if (Home(p).Equals(x) && Home(q).Equals(y) || Home(p).Equals(y) && Home(q).Equals(x)) return false;
        _home[y] = x;
        return true;
    }

    /// <summary>Takes note that two are apart.</summary>
    /// <returns>False, and nothing noted, if that contradicts what was said before.</returns>
    public bool Part(T a, T b)
    {
        if (Home(a).Equals(Home(b))) return false;
        _apart.Add((a, b));
        _apartPairs.Add((a, b));
        _apartPairs.Add((b, a));
        return true;
    }

    /// <summary>True if the two were said to be apart.</summary>
    public bool AreApart(T a, T b) => _apartPairs.Count > 0 && _apartPairs.Contains((a, b));

    /// <summary>What stands for all that are one with a thing; the thing itself if nothing was said of it.</summary>
    public T Home(T thing)
    {
        while (_home.TryGetValue(thing, out var next)) thing = next;
        return thing;
    }

    /// <summary>Makes groups obey: those that hold things said to be one become one, those that hold things said to be apart are parted.</summary>
    /// <param name="groups">Groups of members.</param>
    /// <param name="name">What names a member.</param>
    /// <returns>The groups in the order of their lowest members, members in order, and whether each was joined here. What stood in a parted group without
    /// being named stays with its first member.</returns>
    public List<(List<int> Members, bool Joined)> Obey(IEnumerable<List<int>> groups, Func<int, T> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var all = groups.SelectMany(g => Part(g, name)).Select(g => (Members: g, Joined: false)).ToList();
        var holding = new Dictionary<T, int>();
        for (var g = 0; g < all.Count; g++)
        {
            foreach (var home in all[g].Members.Select(m => Home(name(m))).Distinct().ToList())
            {
                if (!holding.TryGetValue(home, out var other) || all[other].Members.Count == 0) holding[home] = g;
                else if (other != g && !all[other].Members.Exists(x => all[g].Members.Exists(y => AreApart(name(x), name(y)))))
                {
                    all[g] = ([.. all[other].Members, .. all[g].Members], true);
                    foreach (var moved in all[g].Members) holding[Home(name(moved))] = g;
                    all[other] = ([], false);
                }
            }
        }
        return [.. all.Where(g => g.Members.Count > 0).Select(g => (g.Members.Order().ToList(), g.Joined)).OrderBy(g => g.Item1[0])];
    }

    private List<List<int>> Part(List<int> group, Func<int, T> name)
    {
        var parts = new List<List<int>>();
        foreach (var member in group)
        {
            var free = parts.Find(p => !p.Exists(x => AreApart(name(x), name(member))));
            if (free is null) parts.Add([member]);
            else free.Add(member);
        }
        return parts;
    }
}
