using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Dossiers;
using Demarche.Stories;

namespace Demarche.Benchmarks;

/// <summary>A long stream of invented reports, grouped as they come, the dossier of each story touched made anew: docs/performance.md.</summary>
internal static class StoryScale
{
    private const int Steps = 20, Apart = 17, StepsADay = 16;

    /// <summary>Streams so many articles; writes a table and a drawing into a folder.</summary>
    public static void Run(int articles, string folder)
    {
        var data = Samples.Data();
        var templates = new StoryTemplates(data, Samples.Root());
        var stream = new StoryStream(StoryModel.Shipped);
        var known = new List<(int Instance, int Report, DateOnly Day)>();
        var rows = new List<Row>();
        using var queue = new BlockingCollection<(int, int, DateOnly)[]>(64);
        long making = 0, grouping = 0, made = 0;
        var largest = 0;
        var workers = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount - 1)).Select(_ => Task.Run(() =>
        {
            foreach (var story in queue.GetConsumingEnumerable())
            {
                var start = Stopwatch.GetTimestamp();
                DossierMaker.Make(story.Select(a => templates.Code(a.Item1, a.Item2, a.Item3)));
                Interlocked.Add(ref making, Stopwatch.GetTimestamp() - start);
                Interlocked.Increment(ref made);
            }
        })).ToArray();
        var clock = Stopwatch.StartNew();
        var (last, lastMaking, lastGrouping) = (TimeSpan.Zero, 0L, 0L);
        foreach (var (instance, report, day) in Arrivals(templates).Take(articles))
        {
            var (title, text) = templates.Read(instance, report);
            known.Add((instance, report, day));
            var start = Stopwatch.GetTimestamp();
            var changed = stream.Add(ArticleProfile.Of(title, text, day, StoryModel.Shipped));
            grouping += Stopwatch.GetTimestamp() - start;
            largest = Math.Max(largest, changed.Max(c => stream.ArticlesOf(c).Count));
            foreach (var story in changed) queue.Add([.. stream.ArticlesOf(story).Select(a => known[a])]);
            if (known.Count % Math.Max(1, articles / Steps) != 0) continue;
            while (queue.Count > 0) Thread.Sleep(1);
            var n = articles / (double)Steps;
            var spent = Interlocked.Read(ref making);
            rows.Add(new Row(known.Count, clock.Elapsed.TotalSeconds, (clock.Elapsed - last).TotalMilliseconds / n, Milliseconds(grouping - lastGrouping) / n,
                Milliseconds(spent - lastMaking) / n, Environment.WorkingSet >> 20, largest));
            (last, lastMaking, lastGrouping) = (clock.Elapsed, spent, grouping);
            Console.WriteLine(rows[^1].Line());
        }
        queue.CompleteAdding();
        Task.WaitAll(workers);
        var stories = Enumerable.Range(0, known.Count).Select(stream.StoryOf).Distinct().Count();
        var affairs = known.Select(k => k.Instance).Distinct().Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{known.Count} articles of {affairs} affairs in {stories} stories, {made} dossiers, {clock.Elapsed.TotalSeconds:0} s"));
        File.WriteAllText(Path.Combine(folder, "stories.csv"), "articles,seconds,ms_an_article,grouping_ms_an_article,dossiers_ms_an_article,resident_mb,largest_story\n" + string.Concat(rows.Select(r => r.Line() + "\n")));
        File.WriteAllText(Path.Combine(folder, "stories.svg"), StoryPlot.Draw([.. rows.Select(r => (r.Articles, r.WallMs, r.GroupingMs, (double)r.Megabytes))]));
    }

    /// <summary>The reports of an affair come some steps apart, those of many affairs between each other.</summary>
    private static IEnumerable<(int Instance, int Report, DateOnly Day)> Arrivals(StoryTemplates templates)
    {
        for (var step = 0; ; step++)
        {
            var day = new DateOnly(2031, 1, 1).AddDays(step / StepsADay);
            for (var report = 0; step - report * Apart >= 0 && report < 8; report++)
            {
                var instance = step - report * Apart;
                if (report < templates.Reports(instance)) yield return (instance, report, day);
            }
        }
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private sealed record Row(int Articles, double Seconds, double WallMs, double GroupingMs, double MakingMs, long Megabytes, int Largest)
    {
        public string Line() => string.Create(CultureInfo.InvariantCulture, $"{Articles},{Seconds:0.0},{WallMs:0.000},{GroupingMs:0.000},{MakingMs:0.000},{Megabytes},{Largest}");
    }
}
