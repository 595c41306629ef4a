using System.Runtime.InteropServices;

namespace Demarche.Stories;

/// <summary>Finds, among the articles seen, those worth comparing with a new one: they share weighty words.</summary>
/// <param name="model">How articles are compared.</param>
/// <param name="latest">How many articles a word remembers, the latest ones; this bounds the cost of an article, however many there are.</param>
internal sealed class ProfileIndex(StoryModel model, int latest)
{
    private const int LeastShared = 2;

    private readonly Dictionary<uint, Ring> _articles = [];
    private readonly List<ArticleProfile> _profiles = [];
    private int[] _shared = new int[1024];
    private readonly List<int> _touched = [];

    /// <summary>The articles seen.</summary>
    public int Count => _profiles.Count;

    /// <summary>Adds an article.</summary>
    /// <param name="profile">The next article; its number is the count of those before it.</param>
    /// <param name="likely">Receives the earlier articles whose score is at least <paramref name="least"/>, by number.</param>
    /// <param name="least">Bound of the score.</param>
    public void Add(ArticleProfile profile, List<(int Article, float Score)> likely, float least)
    {
        var number = _profiles.Count;
        _profiles.Add(profile);
        if (_shared.Length < _profiles.Count) Array.Resize(ref _shared, _shared.Length * 2);
        foreach (var key in profile.Keys)
        {
            ref var ring = ref CollectionsMarshal.GetValueRefOrAddDefault(_articles, key, out _);
            ring ??= new Ring();
            foreach (var other in ring.Articles)
                if (_shared[other]++ == 0) _touched.Add(other);
            ring.Add(number, latest);
        }
        _touched.Sort();
        foreach (var other in _touched)
        {
            if (_shared[other] >= LeastShared && model.Score(profile, _profiles[other]) is var score && score >= least) likely.Add((other, score));
            _shared[other] = 0;
        }
        _touched.Clear();
    }

    /// <summary>The last so many numbers, in no order.</summary>
    private sealed class Ring
    {
        private int[] _numbers = new int[2];
        private int _count;
        private int _next;

        public ReadOnlySpan<int> Articles => _numbers.AsSpan(0, _count);

        public void Add(int number, int most)
        {
            if (_count < most)
            {
                if (_count == _numbers.Length) Array.Resize(ref _numbers, Math.Min(most, _count * 2));
                _numbers[_count++] = number;
                return;
            }
            _numbers[_next] = number;
            _next = (_next + 1) % most;
        }
    }
}
