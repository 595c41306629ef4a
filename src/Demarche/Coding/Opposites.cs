using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Words by which a sentence says where a matter stands, for setting it against sentences that say the opposite.</summary>
/// <param name="Matter">The kind of matter: "truce", "meeting", … or "denial".</param>
/// <param name="About">What it is about: a lemma, a country or an actor's name; empty for a denial.</param>
/// <param name="Standing">Where it stands: "in force", "broken", …</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">The words that say so.</param>
public sealed record Stand(string Matter, string About, string Standing, TextSpan Sentence, TextSpan Words);

/// <summary>Finds where sentences say that matters stand, with the words of data/coding/opposites.txt.</summary>
internal sealed class Opposites
{
    private const string File = "coding/opposites.txt";
    private const string AboutWord = "about";
    private const int MaxGap = 4;
    private const int MaxDistance = 12;

    /// <summary>The matter that is no matter of its own: any claim may be denied.</summary>
    public const string Denial = "denial";

    private static readonly string[] Negations = ["not", "n't", "no", "never", "neither", "nor", "without"];
    private static readonly string[] Refusals = ["fail", "refuse", "decline", "deny", "dispute", "refute"];

    private readonly ImmutableArray<Matter> _matters;

    private Opposites(ImmutableArray<Matter> matters) => _matters = matters;

    /// <summary>Reads data/coding/opposites.txt.</summary>
    /// <exception cref="DataException">A line is malformed, stands twice, or a matter has nothing to be about or one standing only.</exception>
    public static Opposites Load(DataFiles data)
    {
        var matters = new List<Matter>();
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split(" | ") is not [var name, var standing, var words]) throw new DataException(File, line, "expected 'matter | about or standing | lemmas'");
            var matter = matters.Find(m => m.Name == name);
            if (matter is null) matters.Add(matter = new Matter(name));
            var cues = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('_')).ToList();
            if (cues.Count == 0 || cues.Exists(c => c.Contains(""))) throw new DataException(File, line, "an empty lemma");
            if (standing == AboutWord)
            {
                foreach (var noun in cues)
                    if (!matter.About.TryAdd(noun[0], cues[0][0])) throw new DataException(File, line, $"'{noun[0]}' is there twice");
            }
            else if (matter.Standings.Exists(s => s.Name == standing)) throw new DataException(File, line, $"'{standing}' is there twice");
            else matter.Standings.Add((standing, cues));
        }
        foreach (var m in matters)
            if (m.Standings.Count < 2 || m.Name != Denial && m.About.Count == 0) throw new DataException(File, 0, $"the matter '{m.Name}' needs a line 'about' and two standings");
        return new Opposites([.. matters]);
    }

    /// <summary>In text order, then in the order of the file.</summary>
    public ImmutableArray<Stand> Find(Analysis analysis, ActorMentions actors)
    {
        var found = ImmutableArray.CreateBuilder<Stand>();
        foreach (var s in analysis.Sentences)
            foreach (var m in _matters) Find(analysis, actors, s, m, found);
        return found.ToImmutable();
    }

    private static void Find(Analysis analysis, ActorMentions actors, Sentence s, Matter matter, ImmutableArray<Stand>.Builder found)
    {
        var nouns = matter.Name == Denial || matter.About.ContainsKey("*") ? null : Nouns(analysis, s, matter);
        if (nouns is { Count: 0 }) return;
        for (var k = 0; k < matter.Standings.Count; k++)
        {
            foreach (var cue in matter.Standings[k].Cues)
            {
                if (Match(analysis, s, cue) is not { } at || matter.Name == Denial && analysis.Tokens[at.First].BaseRelation == "amod") continue;    // "a disputed village"
                var negated = cue[0] is not ("not" or "no") && IsNegated(analysis, analysis.Tokens[at.First]);
                if (negated && (k > 1 || matter.Name == Denial)) continue;
                var standing = matter.Standings[negated ? 1 - k : k].Name;
                var span = new TextSpan(analysis.Tokens[at.First].Span.Start, analysis.Tokens[at.Last].Span.End);
                foreach (var about in matter.Name == Denial ? [""] : nouns is null ? Doers(actors, s, analysis.Tokens[at.First]) : Near(nouns, at))
                    if (!found.Any(f => f.Sentence == s.Span && f.Matter == matter.Name && f.About == about && f.Standing == standing))
                        found.Add(new Stand(matter.Name, about, standing, s.Span, span));
            }
        }
    }

    /// <summary>The nouns of the matter in a sentence, with their tokens.</summary>
    private static List<(string Noun, int Token)> Nouns(Analysis analysis, Sentence s, Matter matter)
    {
        var nouns = new List<(string, int)>();
        for (var i = s.FirstToken; i < s.EndToken; i++)
            if (matter.About.TryGetValue(analysis.Tokens[i].Lemma.ToLowerInvariant(), out var noun)) nouns.Add((noun, i));
        return nouns;
    }

    private static IEnumerable<string> Near(List<(string Noun, int Token)> nouns, (int First, int Last) cue) =>
        nouns.Where(n => n.Token >= cue.First - MaxDistance && n.Token <= cue.Last + MaxDistance).Select(n => n.Noun).Distinct(StringComparer.Ordinal);

    /// <summary>Those who do it: the country of the last actor named before the words, or of the first one after them.</summary>
    private static List<string> Doers(ActorMentions actors, Sentence s, Token cue)
    {
        var here = actors.Mentions.Where(m => s.Span.Contains(m.Span)).ToList();
        var doer = here.LastOrDefault(m => m.Span.End <= cue.Span.Start) ?? here.FirstOrDefault();
        return doer is null ? [] : [.. doer.Actors.Select(a => actors[a].Country ?? actors[a].Name).Distinct(StringComparer.Ordinal)];
    }

    private static (int First, int Last)? Match(Analysis analysis, Sentence s, string[] cue)
    {
        for (var first = s.FirstToken; first < s.EndToken; first++)
        {
            if (!Is(analysis.Tokens[first], cue[0])) continue;
            var (at, k) = (first, 1);
            for (var i = first + 1; k < cue.Length && i < s.EndToken && i - at <= MaxGap + 1; i++)
                if (Is(analysis.Tokens[i], cue[k])) (at, k) = (i, k + 1);
            if (k == cue.Length) return (first, at);
        }
        return null;
    }

    private static bool Is(Token token, string lemma) =>
        string.Equals(token.Lemma, lemma, StringComparison.OrdinalIgnoreCase) || string.Equals(token.Form, lemma, StringComparison.OrdinalIgnoreCase)
        || lemma == "not" && string.Equals(token.Form, "n't", StringComparison.OrdinalIgnoreCase);

    private static bool IsNegated(Analysis analysis, Token cue)
    {
        var at = cue;
        for (var up = 0; up < 3 && at is not null; up++)
        {
            if (analysis.Children(at.Index, "advmod", "det", "cc", "case", "mark").Any(t => Negations.Contains(t.Lemma, StringComparer.OrdinalIgnoreCase))) return true;
            if (up > 0 && Refusals.Contains(at.Lemma, StringComparer.OrdinalIgnoreCase)) return true;
            if (at.BaseRelation is not ("xcomp" or "acl" or "obj" or "ccomp")) return false;
            at = analysis.Head(at);
        }
        return false;
    }

    private sealed class Matter(string name)
    {
        public string Name { get; } = name;

        /// <summary>Each noun with the first of its line, for which it stands.</summary>
        public Dictionary<string, string> About { get; } = new(StringComparer.Ordinal);

        public List<(string Name, List<string[]> Cues)> Standings { get; } = [];
    }
}
