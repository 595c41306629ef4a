namespace Demarche.Language;

/// <summary>The best tree with one root: the best head of each word where these form a tree, else Chu, Liu and Edmonds' algorithm.</summary>
internal static class TreeDecoder
{
    private const float Never = -1e9f;
    private const int MostRootsTried = 4;

    /// <summary>Finds the heads of n words.</summary>
    /// <param name="scores">Row i: scores of word i's heads; column 0 the root, column j + 1 word j.</param>
    /// <param name="width">Width of a row.</param>
    /// <param name="heads">Receives n heads counted from 0; -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, int width, Span<int> heads)
    {
        var n = heads.Length;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * width, n + 1);
            var best = -1;
            for (var j = 0; j <= n; j++)
                if (j != i + 1 && (best < 0 || row[j] > row[best])) best = j;
            heads[i] = best - 1;
        }
        if (Roots(heads) == 1 && !HasCycle(heads)) return;
        var matrix = Matrix(scores, width, n);
        Span(matrix, n, heads);
        if (Roots(heads) > 1) ChooseRoot(scores, width, heads);
    }

    private static int Roots(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        foreach (var h in heads)
            if (h < 0) roots++;
        return roots;
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == i + 1) return true;
        }
        return false;
    }

    /// <summary>score[head][dependent], both counted from 1, the root 0; room for as many contracted nodes again.</summary>
    private static float[,] Matrix(ReadOnlySpan<float> scores, int width, int n)
    {
        var matrix = new float[(2 * n) + 1, (2 * n) + 1];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= n; j++) matrix[j, i + 1] = j == i + 1 ? Never : scores[(i * width) + j];
        return matrix;
    }

    private static void ChooseRoot(ReadOnlySpan<float> scores, int width, Span<int> heads)
    {
        var n = heads.Length;
        var candidates = new List<int>();
        for (var i = 0; i < n; i++)
            if (heads[i] < 0) candidates.Add(i);
        if (candidates.Count > MostRootsTried) candidates.RemoveRange(MostRootsTried, candidates.Count - MostRootsTried);
        var bestTotal = float.NegativeInfinity;
        var trial = new int[n];
        foreach (var root in candidates)
        {
            var matrix = Matrix(scores, width, n);
            for (var i = 0; i < n; i++)
                if (i != root) matrix[0, i + 1] = Never;
            Span(matrix, n, trial);
            var total = 0f;
            for (var i = 0; i < n; i++) total += trial[i] < 0 && i != root ? Never : scores[(i * width) + trial[i] + 1];
            if (total <= bestTotal) continue;
            bestTotal = total;
            trial.CopyTo(heads);
        }
    }

    /// <summary>Greatest spanning tree by contracting cycles one after the other, then undoing the contractions.</summary>
    private static void Span(float[,] score, int n, Span<int> heads)
    {
        var size = (2 * n) + 1;
        var head = new int[size];
        var alive = new bool[size];
        var cycles = new List<(int Node, int[] Members, int[] Enter, int[] Leave, int[] Inner)>();
        for (var i = 0; i <= n; i++) alive[i] = true;
        var count = n + 1;
        while (true)
        {
            for (var v = 1; v < count; v++)
                if (alive[v]) head[v] = BestHead(score, alive, count, v);
            if (FindCycle(head, alive, count) is not { } members) break;
            cycles.Add(Contract(score, head, alive, count, members));
            count++;
        }
        for (var c = cycles.Count - 1; c >= 0; c--) Expand(head, cycles[c]);
        for (var i = 0; i < n; i++) heads[i] = head[i + 1] - 1;
    }

    private static int BestHead(float[,] score, bool[] alive, int count, int v)
    {
        var best = -1;
        for (var u = 0; u < count; u++)
            if (alive[u] && u != v && (best < 0 || score[u, v] > score[best, v])) best = u;
        return best;
    }

    private static int[]? FindCycle(int[] head, bool[] alive, int count)
    {
        var seen = new int[count];
        for (var i = 1; i < count; i++)
        {
            if (!alive[i]) continue;
            var at = i;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = i;
                at = head[at];
            }
            if (at <= 0 || seen[at] != i) continue;
            var members = new List<int>();
            var from = at;
            do
            {
                members.Add(at);
                at = head[at];
            }
            while (at != from);
            return [.. members];
        }
        return null;
    }

    private static (int Node, int[] Members, int[] Enter, int[] Leave, int[] Inner) Contract(float[,] score, int[] head, bool[] alive, int node, int[] members)
    {
        var enter = new int[node];
        var leave = new int[node];
        var inner = new int[members.Length];
        for (var m = 0; m < members.Length; m++)
        {
            inner[m] = head[members[m]];
            alive[members[m]] = false;
        }
        for (var u = 0; u < node; u++)
        {
            if (!alive[u]) continue;
            float into = float.NegativeInfinity, from = float.NegativeInfinity;
            foreach (var v in members)
            {
                var gain = score[u, v] - score[head[v], v];
                if (gain > into) (into, enter[u]) = (gain, v);
                if (score[v, u] > from) (from, leave[u]) = (score[v, u], v);
            }
            score[u, node] = into;
            score[node, u] = from;
        }
        alive[node] = true;
        return (node, members, enter, leave, inner);
    }

    private static void Expand(int[] head, (int Node, int[] Members, int[] Enter, int[] Leave, int[] Inner) cycle)
    {
        var above = head[cycle.Node];
        for (var u = 0; u < cycle.Leave.Length; u++)
            if (head[u] == cycle.Node && Array.IndexOf(cycle.Members, u) < 0) head[u] = cycle.Leave[u];
        for (var m = 0; m < cycle.Members.Length; m++) head[cycle.Members[m]] = cycle.Inner[m];
        head[cycle.Enter[above]] = above;
    }
}
