using Demarche.Reconciliation;

namespace Demarche.Stories;

/// <summary>Joins articles into groups, the likest first: average linkage, and no two groups whose articles are much liker among themselves than across.</summary>
/// <remarks>
/// The result depends on the articles and their numbering alone. A group depends on nothing but its own articles: leaving out all the articles
/// of another group changes nothing in it.
/// </remarks>
internal sealed class Agglomeration
{
    private readonly StoryOptions _options;
    private readonly Dictionary<int, double>[] _across;
    private readonly double[] _within;
    private readonly int[] _size;
    private readonly int[] _group;
    private readonly PriorityQueue<(int A, int B, int SizeA, int SizeB), (double, int, int)> _queue = new();

    private readonly Days?[]? _days;

    private Agglomeration(int articles, StoryOptions options, Days?[]? days)
    {
        (_options, _days) = (options, days is null ? null : [.. days]);
        _across = new Dictionary<int, double>[articles];
        _within = new double[articles];
        _size = new int[articles];
        _group = new int[articles];
        for (var i = 0; i < articles; i++) (_across[i], _size[i], _group[i]) = ([], 1, i);
    }

    /// <summary>For each article the least number of its group.</summary>
    /// <param name="articles">How many there are.</param>
    /// <param name="scores">Pairs of articles, the lesser number first, each once; pairs left out have <see cref="StoryOptions.Unlike"/>.</param>
    /// <param name="options">When groups are one.</param>
    /// <param name="days">The days of each article, null where unknown; given, groups further apart than <see cref="StoryOptions.EpisodeDays"/> are never one.</param>
    public static int[] Group(int articles, IEnumerable<(int A, int B, float Score)> scores, StoryOptions options, Days?[]? days = null)
    {
        var made = new Agglomeration(articles, options, days);
        foreach (var (a, b, score) in scores) made._across[a][b] = made._across[b][a] = Math.Clamp(score, options.Unlike, options.Alike) - options.Unlike;
        for (var a = 0; a < articles; a++)
            foreach (var b in made._across[a].Keys)
                if (a < b) made.Propose(a, b);
        made.Join();
        return [.. Enumerable.Range(0, articles).Select(made.Root)];
    }

    private void Join()
    {
        while (_queue.TryDequeue(out var pair, out _))
        {
            var (a, b, sizeA, sizeB) = pair;
            if (_size[a] != sizeA || _size[b] != sizeB) continue;
            _within[a] += _within[b] + Sum(a, b);
            _group[b] = a;
            if (_days is not null) _days[a] = _days[a] is { } x && _days[b] is { } y ? x.Union(y) : _days[a] ?? _days[b];
            foreach (var (other, sum) in _across[b])
            {
                _across[other].Remove(b);
                if (other == a) continue;
                _across[a][other] = _across[other][a] = _across[a].GetValueOrDefault(other) + sum;
            }
            _across[b] = [];
            (_size[a], _size[b]) = (sizeA + sizeB, 0);
            foreach (var other in _across[a].Keys) Propose(Math.Min(a, other), Math.Max(a, other));
        }
    }

    private void Propose(int a, int b)
    {
        if (_days?[a] is { } x && _days[b] is { } y && x.Gap(y) > _options.EpisodeDays) return;
        var score = Score(a, b);
        if (score >= _options.Threshold) _queue.Enqueue((a, b, _size[a], _size[b]), (-score, a, b));
    }

    /// <summary>The mean score across, less a share of what it is short of the mean within the looser of the two groups.</summary>
    private double Score(int a, int b)
    {
        var across = Sum(a, b) / ((double)_size[a] * _size[b]);
        if (_size[a] == 1 || _size[b] == 1) return across;
        var shortfall = Math.Min(Within(a), Within(b)) - across - _options.Slack;
        return shortfall > 0 ? across - _options.Contrast * shortfall : across;
    }

    private double Sum(int a, int b) => _across[a].GetValueOrDefault(b) + _options.Unlike * _size[a] * _size[b];

    private double Within(int a) => _within[a] / (_size[a] * (_size[a] - 1) / 2.0);

    private int Root(int article)
    {
        while (_group[article] != article) article = _group[article];
        return article;
    }
}
