using System.Runtime.InteropServices;

namespace Demarche.Stories;

/// <summary>Groups articles as they come. What an article costs does not grow with the number of those before it.</summary>
/// <remarks>
/// The stories that a new article is like are grouped anew together with it, so that they may join, and let go what fits better elsewhere.
/// Of a story larger than <see cref="StoryOptions.Regrouped"/> only the latest articles may still move.
/// </remarks>
public sealed class StoryStream
{
    private readonly StoryOptions _options;
    private readonly ProfileIndex _index;
    private readonly List<List<(int Article, float Score)>> _likely = [];
    private readonly List<int> _story = [];
    private readonly Dictionary<int, List<int>> _articles = [];
    private readonly List<(int, float)> _found = [];

    /// <summary>An empty stream.</summary>
    public StoryStream(StoryModel model, StoryOptions? options = null)
    {
        _options = options ?? new StoryOptions();
        _index = new ProfileIndex(model, _options.Remembered);
    }

    /// <summary>How many articles have come.</summary>
    public int Count => _story.Count;

    /// <summary>The story of an article: the number of the story's first article, from 0 in order of arrival. It may change while more articles come.</summary>
    public int StoryOf(int article) => _story[article];

    /// <summary>The articles of a story, in order of arrival.</summary>
    public IReadOnlyList<int> ArticlesOf(int story) => _articles[story];

    /// <summary>Takes the next article.</summary>
    /// <param name="profile">What it is about.</param>
    /// <returns>The stories that are not what they were, ascending; that of the article among them.</returns>
    public IReadOnlyList<int> Add(ArticleProfile profile)
    {
        var number = _story.Count;
        _found.Clear();
        _index.Add(profile, _found, _options.Unlike);
        _likely.Add([.. _found]);
        foreach (var (other, score) in _found) _likely[other].Add((number, score));
        _story.Add(number);
        _articles.Add(number, [number]);
        return Regroup(number);
    }

    private List<int> Regroup(int number)
    {
        var stories = Touched(number);
        var moving = stories.SelectMany(s => _articles[s].TakeLast(_options.Regrouped)).Order().ToArray();
        var place = new Dictionary<int, int>();
        for (var i = 0; i < moving.Length; i++) place[moving[i]] = i;
        var scores = moving.SelectMany((a, i) => _likely[a].Where(l => l.Article < a && place.ContainsKey(l.Article)).Select(l => (place[l.Article], i, l.Score)));
        var groups = Agglomeration.Group(moving.Length, scores, _options);
        return Settle(stories, moving, groups);
    }

    /// <summary>The new story and those with an article likely enough, the likeliest first, as many as may be grouped anew.</summary>
    private List<int> Touched(int number)
    {
        var best = new Dictionary<int, float>();
        foreach (var (other, score) in _likely[number])
        {
            if (score < _options.Threshold) continue;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, _story[other], out var exists);
            known = exists ? Math.Max(known, score) : score;
        }
        var touched = new List<int> { number };
        var articles = 1;
        foreach (var (story, _) in best.OrderByDescending(b => b.Value).ThenBy(b => b.Key))
        {
            articles += Math.Min(_articles[story].Count, _options.Regrouped);
            if (articles > _options.Regrouped && touched.Count > 1) break;
            touched.Add(story);
        }
        return touched;
    }

    /// <summary>Notes the groups. Articles that no longer move stay with the first of their story that does.</summary>
    private List<int> Settle(List<int> stories, int[] moving, int[] groups)
    {
        var made = new SortedDictionary<int, List<int>>();
        var before = new Dictionary<int, List<int>>();
        for (var i = 0; i < moving.Length; i++)
        {
            if (!made.TryGetValue(groups[i], out var members)) made.Add(groups[i], members = []);
            members.Add(moving[i]);
        }
        foreach (var story in stories)
        {
            var all = _articles[story];
            before.Add(story, all);
            _articles.Remove(story);
            var settled = all.Count - _options.Regrouped;
            if (settled > 0) made[groups[Array.BinarySearch(moving, all[settled])]].AddRange(all.Take(settled));
        }
        var changed = new List<int>();
        foreach (var members in made.Values)
        {
            members.Sort();
            var story = members[0];
            _articles.Add(story, members);
            if (before.TryGetValue(story, out var old) && old.Count == members.Count && old.SequenceEqual(members) && story != moving[^1]) continue;
            foreach (var m in members) _story[m] = story;
            changed.Add(story);
        }
        changed.Sort();
        return changed;
    }
}
