namespace Demarche.Coding.Evaluation;

/// <summary>Pairs each of one list with at most one of another: as many pairs as possible, the better ones first.</summary>
/// <param name="left">How many there are on the left.</param>
/// <param name="right">How many there are on the right.</param>
/// <param name="quality">How well a left one and a right one go together; zero if not at all.</param>
internal sealed class PairMatching(int left, int right, Func<int, int, int> quality)
{
    private readonly int?[] _ofLeft = new int?[left];
    private readonly int?[] _ofRight = new int?[right];

    /// <summary>For each on the left its partner, or null.</summary>
    public int?[] Match()
    {
        foreach (var (l, r, _) in Pairs().OrderByDescending(p => p.Quality).ThenBy(p => p.Left).ThenBy(p => p.Right))
            if (_ofLeft[l] is null && _ofRight[r] is null) Join(l, r);
        for (var l = 0; l < left; l++)
            if (_ofLeft[l] is null) Augment(l);
        return _ofLeft;
    }

    private IEnumerable<(int Left, int Right, int Quality)> Pairs() =>
        from l in Enumerable.Range(0, left)
        from r in Enumerable.Range(0, right)
        let q = quality(l, r)
        where q > 0
        select (l, r, q);

    private void Join(int l, int r) => (_ofLeft[l], _ofRight[r]) = (r, l);

    /// <summary>Seeks, breadth first, a chain of pairs that can be exchanged so that one more has a partner.</summary>
    private void Augment(int start)
    {
        var from = new int?[right];
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var l))
        {
            for (var r = 0; r < right; r++)
            {
                if (from[r] is not null || quality(l, r) == 0) continue;
                from[r] = l;
                if (_ofRight[r] is { } taken)
                {
                    queue.Enqueue(taken);
                    continue;
                }
                Exchange(r, from);
                return;
            }
        }
    }

    private void Exchange(int free, int?[] from)
    {
        for (int? r = free; r is { } here;)
        {
            var l = from[here]!.Value;
            var before = _ofLeft[l];
            Join(l, here);
            r = before;
        }
    }
}
