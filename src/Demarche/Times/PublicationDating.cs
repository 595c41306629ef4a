using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;

namespace Demarche.Times;

/// <summary>Gives undated reports the day they state, or the one that dated reports of the same affair lead to; in doubt none.</summary>
/// <remarks>
/// Two reports that name one weekday for one thing done ("strikes on Friday") fix that day for both. The undated report then
/// appeared on the day from which the days it names lie least far back. A report dated so may date others in turn. Reports of other affairs play no part.
/// </remarks>
public sealed class PublicationDating
{
    // The same quotations (three runs of five words), or one sentence copied, with two fifths of the names; or two reports, each with three fifths of the names and a clause
    // of three shared words. Of one report without common quotations one date in three was off by days to a year: docs/accuracy.md.
    private const int EnoughWords = 3, QuotedWords = 4, EnoughNames = 4, EnoughPhrases = 3, Rounds = 4, DaysFromDateline = 10;
    private const double NamesWithQuotes = 0.4, NamesAlone = 0.6;

    /// <summary>Dates a batch.</summary>
    /// <param name="batch">In any order.</param>
    /// <returns>The same articles in the same order; those already dated are unchanged.</returns>
    public ImmutableArray<Article> Date(IReadOnlyList<Article> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var articles = batch.ToArray();
        if (articles.All(a => a.Published.Date is not null)) return [.. articles];
        var profiles = new AffairProfile[articles.Length];
        for (var i = 0; i < articles.Length; i++)
        {
            profiles[i] = new AffairProfile(articles[i], articles[i].Published.Date);
            if (articles[i].Published.Date is null && StatedDay.Of(articles[i], profiles[i]) is { } stated) Give(i, stated);
        }
        for (var round = 0; round < Rounds; round++)
        {
            var index = new MentionIndex(articles, profiles);
            var found = new List<(int Article, PublicationDate Day)>();
            for (var i = 0; i < articles.Length; i++)
                if (articles[i].Published.Date is null && (OfDateline(i, articles, profiles) ?? Infer(i, articles, profiles, index)) is { } day) found.Add((i, day));
            if (found.Count == 0) break;
            foreach (var (i, day) in found) Give(i, day);
        }
        return [.. articles];

        void Give(int i, PublicationDate day)
        {
            articles[i] = articles[i] with { Published = day with { Zone = articles[i].Published.Zone } };
            profiles[i] = new AffairProfile(articles[i], day.Date);
        }
    }

    /// <summary>A dateline without its year has that of the reports of the same affair that are dated within days of it.</summary>
    private static PublicationDate? OfDateline(int article, Article[] articles, AffairProfile[] profiles)
    {
        if (StatedDay.WithoutYear(articles[article]) is not { } dateline) return null;
        (DateOnly Day, int Report)? found = null;
        for (var i = 0; i < articles.Length; i++)
        {
            if (articles[i].Published.Date is not { } other || dateline.In(other.Year) is not { } day || Math.Abs(day.DayNumber - other.DayNumber) > DaysFromDateline) continue;
            var names = profiles[article].Names.Count(profiles[i].Names.Contains);
            if (names < EnoughNames || names < NamesWithQuotes * Math.Min(profiles[article].Names.Count, profiles[i].Names.Count)) continue;
            if (found is { } known && known.Day != day) return null;
            found ??= (day, i);
        }
        return found is not { } only || profiles[article].LatestStated > only.Day ? null
            : new(only.Day, DateBasis.Inferred, $"dateline: {dateline.Words}, in the year of {articles[only.Report].Source}") { Span = dateline.Span };
    }

    private static PublicationDate? Infer(int article, Article[] articles, AffairProfile[] profiles, MentionIndex index)
    {
        var votes = new SortedDictionary<DateOnly, Vote>();
        foreach (var (report, anchors) in index.Anchors(profiles[article], profiles))
        {
            if (report == article || Link.Of(profiles[article], profiles[report], anchors) is not { } link) continue;
            if (LikeliestDay(profiles[article], anchors) is not { } day) continue;
            votes[day] = votes.TryGetValue(day, out var old) ? old.With(link, report, articles) : new Vote(link.Quoted, 1, link.Strength, report);
        }
        var ranked = votes.OrderByDescending(v => v.Value.Best).ThenBy(v => v.Key).ToList();
        // Two days that reports speak for about as strongly leave it open; so does a single report with other quotations.
        if (ranked.Count == 0 || ranked.Count > 1 && ranked[1].Value.Best * 2 > ranked[0].Value.Best) return null;
        if (!ranked[0].Value.Quoted && ranked[0].Value.Reports < 2) return null;
        var source = articles[ranked[0].Value.Report];
        var evidence = string.Create(CultureInfo.InvariantCulture,
            $"same affair as {source.Source}, dated {source.Published.Date:yyyy-MM-dd}; names {ranked[0].Key:dddd}");
        return new PublicationDate(ranked[0].Key, DateBasis.Inferred, evidence);
    }

    /// <summary>What speaks for a day: whether a report with the same quotations does, how many reports do, how strongly the best of them, and which that is.</summary>
    private sealed record Vote(bool Quoted, int Reports, int Best, int Report)
    {
        public Vote With(Link link, int report, Article[] articles)
        {
            var better = link.Strength > Best || link.Strength == Best && string.CompareOrdinal(articles[report].Id.Value, articles[Report].Id.Value) < 0;
            return new(Quoted || link.Quoted, Reports + 1, Math.Max(Best, link.Strength), better ? report : Report);
        }
    }

    /// <summary>How strongly two reports speak of the same days; none if not enough.</summary>
    private sealed record Link(int Strength, bool Quoted)
    {
        public static Link? Of(AffairProfile undated, AffairProfile dated, List<Anchor> anchors)
        {
            var names = undated.Names.Count(dated.Names.Contains);
            if (names < EnoughNames) return null;
            var share = (double)names / Math.Min(undated.Names.Count, dated.Names.Count);
            var quoted = share >= NamesWithQuotes && (undated.Phrases.Count(dated.Phrases.Contains) >= EnoughPhrases || anchors.Exists(a => a.IsCopied));
            if (!quoted && !(share >= NamesAlone && anchors.Max(a => a.Shared) >= EnoughWords)) return null;
            return new Link(anchors.Sum(a => a.Shared) + (quoted ? QuotedWords : 0), quoted);
        }
    }

    /// <summary>
    /// The day on which it can have appeared from which the days it names lie least far back, all in all; it must be one of them.
    /// Null if the anchors contradict each other or two days would do as well.
    /// </summary>
    private static DateOnly? LikeliestDay(AffairProfile undated, List<Anchor> anchors)
    {
        int low = 0, high = DateOnly.MaxValue.DayNumber;
        foreach (var anchor in anchors)
        {
            // A bare weekday is at most six days back; "last Friday" is that of the week before, counted from Monday.
            var day = anchor.Day.DayNumber;
            var (from, to) = anchor.Turn == Turn.Last ? (day + 8 - anchor.Weekday, day + 14 - anchor.Weekday) : (day, day + 6);
            (low, high) = (Math.Max(low, from), Math.Min(high, to));
        }
        (int Day, int Cost) best = (-1, int.MaxValue), second = best;
        for (var day = low; day <= high; day++)
        {
            var weekday = AffairProfile.IsoWeekday(DateOnly.FromDayNumber(day));
            var bare = undated.Mentions.Where(m => m.Turn == Turn.Any).Select(m => (weekday - m.Weekday + 7) % 7).ToList();
            if (!bare.Contains(0)) continue;
            var cost = bare.Sum();
            if (cost < best.Cost) (best, second) = ((day, cost), best);
            else if (cost < second.Cost) second = (day, cost);
        }
        if (best.Day < 0 || second.Cost == best.Cost) return null;
        var likeliest = DateOnly.FromDayNumber(best.Day);
        return undated.LatestStated > likeliest ? null : likeliest;
    }
}

/// <summary>A day that an undated report and a dated one name for one thing.</summary>
/// <param name="Day">By the dated report.</param>
/// <param name="Weekday">Its weekday, 1 to 7.</param>
/// <param name="Turn">How the undated report names it.</param>
/// <param name="Shared">How many content words the two clauses share.</param>
/// <param name="IsCopied">True if the words before the day are the very same.</param>
internal sealed record Anchor(DateOnly Day, int Weekday, Turn Turn, int Shared, bool IsCopied);

/// <summary>The weekdays that the dated reports name, found by the words around them.</summary>
internal sealed class MentionIndex
{
    private readonly Dictionary<(int Weekday, string Word), List<(int Report, int Number, DayMention Mention)>> _byWord = [];

    public MentionIndex(Article[] articles, AffairProfile[] profiles)
    {
        for (var i = 0; i < articles.Length; i++)
        {
            if (articles[i].Published.Date is null) continue;
            for (var n = 0; n < profiles[i].Mentions.Count; n++)
                foreach (var word in profiles[i].Mentions[n].Words)
                    if (!profiles[i].Names.Contains(word)) Add((profiles[i].Mentions[n].Weekday, word), (i, n, profiles[i].Mentions[n]));
        }
    }

    /// <summary>The anchors between a report and each dated one: clauses on one weekday that share a name and a word of what was done.</summary>
    public SortedDictionary<int, List<Anchor>> Anchors(AffairProfile undated, AffairProfile[] profiles)
    {
        var anchors = new SortedDictionary<int, List<Anchor>>();
        foreach (var mention in undated.Mentions)
        {
            var seen = new HashSet<(int, int)>();
            foreach (var word in mention.Words)
            {
                if (undated.Names.Contains(word) || !_byWord.TryGetValue((mention.Weekday, word), out var others)) continue;
                foreach (var (report, number, other) in others)
                    if (other.Day is { } day && seen.Add((report, number)) && Shared(mention.Words, other.Words, undated.Names, profiles[report].Names) is >= 2 and var shared)
                        (anchors.TryGetValue(report, out var list) ? list : anchors[report] = []).Add(new Anchor(day, mention.Weekday, mention.Turn, shared, mention.Before is { } words && words == other.Before));
            }
        }
        return anchors;
    }

    private static int Shared(FrozenSet<string> a, FrozenSet<string> b, FrozenSet<string> namesA, FrozenSet<string> namesB)
    {
        int names = 0, words = 0;
        foreach (var word in a)
            if (b.Contains(word)) _ = namesA.Contains(word) || namesB.Contains(word) ? names++ : words++;
        return names > 0 && words > 0 ? names + words : 0;
    }

    private void Add((int, string) key, (int, int, DayMention) value)
    {
        if (!_byWord.TryGetValue(key, out var list)) _byWord.Add(key, list = []);
        list.Add(value);
    }
}
