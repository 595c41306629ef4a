using System.CommandLine;
using Demarche.Server;
using Demarche.Stories.Evaluation;

namespace Demarche.Cli.Commands;

/// <summary>demarche evaluate clustering: how well articles are grouped into stories.</summary>
internal static class EvaluateClustering
{
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "the true groups: one object a line with id, cluster and perhaps set" };
        var found = new Argument<string>("PRED") { Description = "the groups found, as demarche stories prints them; every id of GOLD once. - for standard input" };
        var command = new Command("clustering", "Articles grouped into stories: B-cubed (b3) and pairwise precision, recall and F1, set by set.") { gold, found };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(found)!));
        return command;
    }

    private static int Run(string gold, string found)
    {
        if (AnnotatedTexts.AnyMissing(new[] { gold, found }.Where(p => p != "-"))) return ExitCodes.NotFound;
        try
        {
            var (truth, made) = (GroupedArticles.Read(gold), GroupedArticles.Read(found));
            var (absent, unknown) = (truth.Keys.Count(id => !made.ContainsKey(id)), made.Keys.Count(id => !truth.ContainsKey(id)));
            if (absent + unknown > 0) throw new FormatException($"{found}: {absent} ids of {gold} are missing, {unknown} are unknown there");
            Console.Out.Write(ClusterScores.Table([.. truth.GroupBy(t => t.Value.Set, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => KeyValuePair.Create(s.Key, ClusterScores.Of([.. s.Select(t => (t.Value.Group, made[t.Key].Group))])))]));
            return ExitCodes.Ok;
        }
        catch (FormatException e)
        {
            Messages.Say(e.Message);
            return ExitCodes.SomeRefused;
        }
    }
}
