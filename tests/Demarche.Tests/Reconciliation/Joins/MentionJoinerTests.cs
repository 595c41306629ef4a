using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Reconciliation.Evaluation;
using Demarche.Reconciliation.Joins;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Reconciliation.Joins;

public sealed class MentionJoinerTests
{
    private static readonly string[][] Reports =
    [
        ["Gunmen *assassinated* the mayor of Tarvik outside her house on Monday .", "Police *arrested* two brothers in a garage in Tarvik on Tuesday ."],
        ["The *assassination* of the mayor of Tarvik on Monday shocked the town .", "Two brothers were *arrested* in a garage on Tuesday , the police said ."],
        ["The mayor of Tarvik was *assassinated* outside her house , officials said Monday .", "The ferry to Osund *sank* in a storm ."],
        ["A ferry *sank* off Osund in a storm on Friday with forty people aboard .", "The *sinking* of the ferry off Osund is the third this year ."],
        ["Divers found the ferry that *sank* off Osund on Friday .", "The storm off Osund had forty people in the water ."],
    ];

    private static readonly MentionJoiner Joiner = MentionJoiner.Load(Repository.Data, Repository.Analyzer);

    private static readonly (Analysis Analysis, ImmutableArray<(int Token, string Word)> Marked)[] Parsed = [.. Reports.Select((r, i) => Parse(i, r))];

    [Fact]
    public void Noun_and_verb_of_one_act_are_joined_over_reports() =>
        Assert.Contains(Groups(Parsed), g => g.Contains("0 assassinated") && g.Contains("1 assassination") && g.Contains("2 assassinated"));

    [Fact]
    public void Acts_of_two_stories_stay_apart() =>
        Assert.DoesNotContain(Groups(Parsed), g => g.Contains("sank", StringComparison.Ordinal) && (g.Contains("arrested", StringComparison.Ordinal) || g.Contains("assassinat", StringComparison.Ordinal)));

    [Fact]
    public void Each_mention_is_in_exactly_one_group() =>
        Assert.Equal(Parsed.Sum(p => p.Marked.Length), Groups(Parsed).Sum(g => g.Split(", ").Length));

    [Fact]
    public void The_order_of_the_documents_changes_nothing()
    {
        var usual = Groups(Parsed).Order(StringComparer.Ordinal).ToList();
        Prop.ForAll(Gen.Shuffle(Parsed).ToArbitrary(), shuffled => Groups(shuffled).Order(StringComparer.Ordinal).SequenceEqual(usual)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Joiner.Join([], []));

    private static List<string> Groups((Analysis Analysis, ImmutableArray<(int Token, string Word)> Marked)[] reports)
    {
        var mentions = reports.SelectMany((r, d) => r.Marked.Select(m => (Document: d, m.Token, Name: r.Analysis.Article.Id + " " + m.Word))).ToList();
        var groups = Joiner.Join([.. reports.Select(r => r.Analysis)], [.. mentions.Select(m => (m.Document, ImmutableArray.Create(m.Token)))]);
        return [.. groups.Select(g => string.Join(", ", g.Select(i => mentions[i].Name).Order(StringComparer.Ordinal)))];
    }

    private static (Analysis, ImmutableArray<(int, string)>) Parse(int number, string[] sentences)
    {
        var words = sentences.Select(s => s.Split(' ')).ToArray();
        var analysis = MentionCorpus.Analyze(Repository.Analyzer, number.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. words.Select(s => s.Select(w => w.Trim('*')).ToArray())]);
        return (analysis, [.. words.SelectMany(s => s).Select((w, i) => (i, w)).Where(x => x.w.StartsWith('*')).Select(x => (x.i, x.w.Trim('*')))]);
    }
}
