using Demarche.Coding;
using Demarche.Language;
using Demarche.Reconciliation;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Stories;

/// <summary>The year of a report without a day, from an act that it counts back to and that a dated report puts into a year.</summary>
/// <remarks>"The treaty signed last year" in the one, "in May they signed a treaty" in a report of 2031 with the same parties: the one is of 2032.</remarks>
internal static class ToldYear
{
    private const int AnyYear = 2000, StepsToVerb = 4, LeastParties = 2;

    /// <summary>Only the year follows, and only where all that is found agrees; else null.</summary>
    /// <param name="undated">A report without a day.</param>
    /// <param name="dated">Reports of like matter.</param>
    public static (Days Year, string Evidence)? Of(CodedArticle undated, IEnumerable<CodedArticle> dated)
    {
        var counted = Counted(undated);
        if (counted.Count == 0) return null;
        (int Year, string Evidence)? found = null;
        foreach (var act in dated.OrderBy(d => d.Article.Id.Value, StringComparer.Ordinal).SelectMany(Signed))
        {
            foreach (var other in counted)
            {
                if (!act.Verbs.Contains(other.Verb) || act.Parties.Count < LeastParties || !act.Parties.IsSubsetOf(other.Parties)) continue;
                var year = act.Year - other.Years;
                if (found is { } known && known.Year != year) return null;
                found ??= (year, $"\"{other.Words}\" of what another report dates to {act.Year}");
            }
        }
        return found is var (told, evidence) && told is > 1 and < 9999 ? (new Days(new DateOnly(told, 1, 1), new DateOnly(told, 12, 31)), evidence) : null;
    }

    /// <summary>Agreements signed in a year that is told. Two parties sign one once; what is done again and again (calls, strikes, offers) proves nothing.</summary>
    private static IEnumerable<(HashSet<string> Verbs, int Year, HashSet<string> Parties)> Signed(CodedArticle coded)
    {
        foreach (var act in coded.Observations)
        {
            if (!act.Cameo.StartsWith("057", StringComparison.Ordinal) || act.Date is not { Text: not null } date || date.Start.Year != date.End.Year) continue;
            var words = act.Trigger.SelectMany(t => coded.Analysis.TokensIn(t) is var (first, end) ? coded.Analysis.Tokens[first..end] : []);
            yield return (words.Where(t => t.Upos == "VERB").Select(t => t.Lemma).ToHashSet(StringComparer.Ordinal), date.Start.Year,
                act.Sources.Concat(act.Targets).Select(a => coded.Actors[a].Country).OfType<string>().ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Acts whose year is counted from that of the report: -1 of "last year".</summary>
    private static List<(string Verb, int Years, HashSet<string> Parties, string Words)> Counted(CodedArticle coded)
    {
        var acts = new List<(string, int, HashSet<string>, string)>();
        foreach (var time in coded.Times.All)
        {
            if (time.Type != TimexType.Date || Back(coded, time) is not { } years || VerbOf(coded, time) is not { } verb) continue;
            var words = (verb.Span.Start < time.Span.Start ? new TextSpan(verb.Span.Start, time.Span.End) : time.Span).Of(coded.Article.Text);
            acts.Add((verb.Lemma, years, Parties(coded, verb.Sentence), words));
        }
        return acts;
    }

    private static int? Back(CodedArticle coded, TimeExpression time)
    {
        if (time.Days is not null || new TimeGrammar(new TimeScan(time.Span.Of(coded.Article.Text)), Holidays.None).FindAll() is not [{ Meaning: UnitMeaning or DistanceMeaning } only]) return null;
        return TimeResolver.Resolve(only.Meaning, new TimeContext(new DateOnly(AnyYear, 7, 1), null, false, false, null)).Days is { } days
            && days.Start == new DateOnly(days.Start.Year, 1, 1) && days.End == new DateOnly(days.Start.Year, 12, 31) ? days.Start.Year - AnyYear : null;
    }

    private static Token? VerbOf(CodedArticle coded, TimeExpression time)
    {
        var at = time.Head;
        for (var step = 0; step < StepsToVerb && at >= 0 && at < coded.Analysis.Tokens.Length; step++, at = coded.Analysis.Tokens[at].Head)
            if (coded.Analysis.Tokens[at] is { Upos: "VERB" } verb) return verb;
        return null;
    }

    /// <summary>Countries of those named in a sentence and the one before it.</summary>
    private static HashSet<string> Parties(CodedArticle coded, int sentence)
    {
        var span = new TextSpan(coded.Analysis.Sentences[Math.Max(0, sentence - 1)].Span.Start, coded.Analysis.Sentences[sentence].Span.End);
        return coded.Actors.Mentions.Where(m => m.Span.Overlaps(span)).SelectMany(m => m.Actors).Select(a => coded.Actors[a].Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
