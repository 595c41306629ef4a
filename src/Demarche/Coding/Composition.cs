using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>What is offered, asked, demanded, refused or threatened gives CAMEO's code of the offer, the appeal … itself.</summary>
/// <remarks>CAMEO builds 02, 03, 10, 12 and 13 over the acts 04 to 09 and 14 to 20; the tables are data/coding/governors.txt and composition.txt.</remarks>
internal sealed class Composition
{
    private const string GovernorFile = "coding/governors.txt";
    private const string TableFile = "coding/composition.txt";

    private readonly Dictionary<(TriggerKind Kind, string Lemma), List<string>> _governors = [];
    private readonly Dictionary<(string Class, string Prefix), string> _codes = [];

    private Composition(DataFiles data, EventOntology ontology)
    {
        foreach (var (line, text) in data.Lines(GovernorFile)) ReadGovernors(line, text);
        foreach (var (line, text) in data.Lines(TableFile))
        {
            var cells = text.Split(" | ", StringSplitOptions.TrimEntries);
            if (cells.Length != 3) throw new DataException(TableFile, line, "expected 'class | code | code'");
            if (!ontology.TryFind(cells[1], out _) || !ontology.TryFind(cells[2], out _)) throw new DataException(TableFile, line, "no such CAMEO code");
            if (!_codes.TryAdd((cells[0], cells[1]), cells[2])) throw new DataException(TableFile, line, "this line is there twice");
        }
    }

    public static Composition Load(DataFiles data, EventOntology ontology) => new(data, ontology);

    /// <summary>The classes a word governs in; empty for other words.</summary>
    public IReadOnlyList<string> ClassesOf(Token token) =>
        KindOf(token) is { } kind && _governors.TryGetValue((kind, PatternMatcher.Lemma(token)), out var classes) ? classes : [];

    /// <summary>The code of a class over an act, or null.</summary>
    public string? CodeOf(string governor, string act)
    {
        for (var length = act.Length; length >= 2; length--)
            if (_codes.TryGetValue((governor, act[..length]), out var code)) return code;
        return null;
    }

    /// <summary>All codes that some governing word makes of some of the acts.</summary>
    public IEnumerable<string> CodesOver(IReadOnlyCollection<string> acts) =>
        _governors.Values.SelectMany(c => c).Distinct().SelectMany(c => acts.Select(a => CodeOf(c, a))).OfType<string>().Distinct();

    /// <summary>The part of speech a word has as a trigger, or null.</summary>
    public static TriggerKind? KindOf(Token token) => token.Upos switch
    {
        "VERB" => TriggerKind.Verb,
        "NOUN" or "PROPN" => TriggerKind.Noun,
        "ADJ" => TriggerKind.Adjective,
        _ => null,
    };

    private void ReadGovernors(int line, string text)
    {
        var cells = text.Split(" | ", StringSplitOptions.TrimEntries);
        if (cells.Length != 3) throw new DataException(GovernorFile, line, "expected 'class | part of speech | lemmas'");
        var kind = cells[1] switch
        {
            "verb" => TriggerKind.Verb,
            "noun" => TriggerKind.Noun,
            "adjective" => TriggerKind.Adjective,
            _ => throw new DataException(GovernorFile, line, $"'{cells[1]}' is no part of speech here: verb, noun or adjective"),
        };
        foreach (var lemma in cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_governors.TryGetValue((kind, lemma), out var classes)) _governors[(kind, lemma)] = classes = [];
            classes.Add(cells[0]);
        }
    }
}

/// <summary>Composes the matches of one sentence: "offered" over "to help mediate" becomes an offer of mediation.</summary>
internal sealed class Composer(Composition composition, Analysis analysis, PatternMatcher matcher, VerbClasses verbs)
{
    private const int MaxTransparent = 3;

    /// <summary>The matches with composed ones in place of what governs them loosely; in order of trigger.</summary>
    public List<PatternMatch> Compose(List<PatternMatch> matches)
    {
        var composed = new SortedDictionary<int, PatternMatch>();
        foreach (var m in matches) composed[m.Trigger.Index] = m;
        foreach (var inner in matches)
        {
            if (Governor(inner.Trigger) is not { } governor) continue;
            var own = composed.GetValueOrDefault(governor.Index);
            if (Over(governor, inner) is { } whole && (own is null || IsLoose(own) || Refines(whole, own))) composed[governor.Index] = whole;
        }
        return [.. composed.Values];
    }

    /// <summary>A match that says no more than the root of its code can give way to one that says what is offered or asked.</summary>
    private static bool IsLoose(PatternMatch match) => match.Pattern.Code.Length == 3 && match.Pattern.Code[2] == '0' && match.Pattern.Code[..2] is "02" or "03" or "10" or "12" or "13";

    /// <summary>True if a composed code is a leaf under the code of the match it would replace: 0314 (intelligence) under 031.</summary>
    private static bool Refines(PatternMatch whole, PatternMatch own) =>
        own.Inner is null && whole.Pattern.Code.Length > own.Pattern.Code.Length && whole.Pattern.Code.StartsWith(own.Pattern.Code, StringComparison.Ordinal);

    private PatternMatch? Over(Token governor, PatternMatch inner)
    {
        var negated = matcher.IsNegated(governor);
        foreach (var c in composition.ClassesOf(governor))
        {
            var name = negated && c is "offer" or "wish" ? "refuse" : c;
            if (composition.CodeOf(name, inner.Pattern.Code) is not { } code) continue;
            var pattern = inner.Pattern with
            {
                Code = code,
                Text = $"{PatternMatcher.Lemma(governor)} ({name}) over {inner.Pattern.Code} {inner.Pattern.Text}",
                Kind = Composition.KindOf(governor)!.Value,
                Elements = negated && name == "refuse" ? [Negation] : [],
            };
            return new PatternMatch(pattern, governor, [.. inner.Words, inner.Trigger], []) { Inner = inner };
        }
        return null;
    }

    private static readonly PatternElement Negation = new(Slot.Negation, [], WordSet.Of([]), false, false, false);

    /// <summary>The governing word above a trigger, seen through "help", "try", "begin" and light verbs.</summary>
    private Token? Governor(Token trigger)
    {
        var below = trigger;
        for (var step = 0; step < MaxTransparent && analysis.Head(below) is { } head; step++)
        {
            var isComplement = below.BaseRelation is "xcomp" or "ccomp"
                || (below.BaseRelation is "acl" && below.Relation != "acl:relcl")
                || (below.BaseRelation == "obj" && below.Upos == "NOUN")
                || (below.BaseRelation is "advcl" or "obl" or "nmod" && IsMarked(below));
            if (!isComplement) return null;
            if (composition.ClassesOf(head).Count > 0) return IsAsserted(below, head) ? null : head;
            if (!IsTransparent(head)) return null;
            below = head;
        }
        return null;
    }

    /// <summary>"suggested that they might be behind it", "insists the jet did not stray": said to be so, and asked of nobody.</summary>
    private bool IsAsserted(Token clause, Token governor)
    {
        if (clause.BaseRelation != "ccomp" || PatternMatcher.Lemma(governor) is not ("suggest" or "insist" or "claim")) return false;
        var helpers = analysis.Children(clause.Index, "aux", "cop", "aux:pass").ToList();
        return helpers.Count == 0 ? clause.Xpos is "VBD" or "VBZ" : helpers.Exists(h => h.Xpos is "VBD" or "VBZ" or "VBP" || PatternMatcher.Lemma(h) is "might" or "may" or "could" or "would" or "will" or "can");
    }

    private bool IsMarked(Token token) =>
        analysis.Children(token.Index, "mark", "case").Any(m => m.Form.ToLowerInvariant() is "to" or "for" or "of" or "on")
        && (token.Upos == "NOUN" || token.BaseRelation != "obl");

    private bool IsTransparent(Token token)
    {
        var lemma = PatternMatcher.Lemma(token);
        return lemma is "help" or "try" or "attempt" or "work" || verbs.Raising.Contains(lemma) || verbs.Light.Contains(lemma);
    }
}
