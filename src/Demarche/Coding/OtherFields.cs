using System.Collections.Frozen;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells sport, business, weather and fiction from politics: there countries meet, firms attack and storms strike, and nothing is coded.</summary>
internal sealed class OtherFields
{
    private const string File = "coding/other-fields.txt";

    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;

    private OtherFields(FrozenDictionary<string, FrozenSet<string>> classes) => _classes = classes;

    /// <summary>Reads data/coding/other-fields.txt.</summary>
    /// <exception cref="DataException">A line is malformed, or a class is missing.</exception>
    public static OtherFields Load(DataFiles data)
    {
        var classes = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split(" | ") is not [var name, var words]) throw new DataException(File, line, "expected 'class | lemmas'");
            if (!classes.TryAdd(name, words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)))
                throw new DataException(File, line, $"the class '{name}' is defined twice");
        }
        foreach (var name in new[] { "sport", "play", "athletes", "firms", "nature", "goods", "fiction", "markets" })
            if (!classes.ContainsKey(name)) throw new DataException(File, 0, $"the class '{name}' is missing");
        return new OtherFields(classes.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>True if the sentence tells of a game: a word of sport, and nobody in it who governs or bears arms.</summary>
    public bool IsPlay(Analysis analysis, ActorMentions actors, Sentence sentence)
    {
        var sport = false;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            sport |= Is("sport", analysis.Tokens[i]);
            if (actors.WithHead(i) is { } mention && mention.Actors.Any(a => IsOfficial(actors[a]))) return false;
        }
        return sport;
    }

    /// <summary>True if the act is one of play, of business, of nature or of fiction.</summary>
    public bool Has(PatternMatch match, Analysis analysis, ActorMentions actors, ClauseGrammar grammar)
    {
        var trigger = match.Trigger;
        var root = match.Pattern.Code[..2];
        return IsPlayed(trigger, root, analysis, grammar) || IsImagined(trigger, analysis, grammar) || IsDoneByOthers(trigger, root, actors, grammar);
    }

    private bool IsPlayed(Token trigger, string root, Analysis analysis, ClauseGrammar grammar) =>
        root is not ("14" or "16") && trigger.Upos == "VERB" && analysis.Children(trigger.Index, "obj", "obl").Any(d =>
            (Is("play", d) && grammar.CaseOf(d) is "" or "in" or "of" or "to" or "by" or "for" or "with")
            || (Is("markets", d) && grammar.CaseOf(d) is "" or "for" or "of" && root is "05" or "08" or "13" or "18" or "19"));

    /// <summary>"The film tells how …", "In the novel …": on the way up to the root there is a work of fiction.</summary>
    private bool IsImagined(Token trigger, Analysis analysis, ClauseGrammar grammar)
    {
        for (var at = trigger; at is not null; at = analysis.Head(at))
        {
            if (at.Upos is not ("VERB" or "AUX")) continue;
            if (at != trigger && analysis.Children(at.Index, "nsubj").Any(s => Is("fiction", s))) return true;
            if (analysis.Children(at.Index, "obl").Any(o => Is("fiction", o) && grammar.CaseOf(o) == "in")) return true;
        }
        return false;
    }

    private bool IsDoneByOthers(Token trigger, string root, ActorMentions actors, ClauseGrammar grammar)
    {
        if (trigger.Upos != "VERB") return false;
        var agents = grammar.Agents(trigger).GroupBy(r => r.Rule).Select(g => g.ToList()).FirstOrDefault();
        return agents is { Count: > 0 } && agents.TrueForAll(r => IsPrivate(r.Noun, root, actors));
    }

    /// <summary>A firm, also by name; one person known by his nation alone ("the Kenyan attacked on the last hill"); forces of nature and things.</summary>
    private bool IsPrivate(Token noun, string root, ActorMentions actors)
    {
        var mention = actors.WithHead(noun.Index);
        if (mention is { Kind: MentionKind.Demonym } && noun.Upos != "ADJ") return noun.Xpos is "NN" or "NNP" && root is "08" or "11" or "12" or "13" or "18" or "19";
        if (mention is not null && mention.Actors.All(a => actors[a].Sector == "BUS")) return IsDealing(root);
        return mention is not { Kind: MentionKind.Name } && IsApart(noun, root);
    }

    /// <summary>What firms do among themselves; what they trade, give, protest against or cut off may be politics.</summary>
    private static bool IsDealing(string root) => root is not ("06" or "07" or "14" or "16");

    private bool IsApart(Token noun, string root) =>
        noun.Upos != "PROPN" && (Is("athletes", noun) || Is("nature", noun) || Is("goods", noun) || (IsFirm(noun) && IsDealing(root)));

    /// <summary>Of the class, or one who makes something: "steelmaker", not "lawmaker".</summary>
    private bool IsFirm(Token noun) => Is("firms", noun)
        || (noun.Upos == "NOUN" && PatternMatcher.Lemma(noun) is var lemma && lemma.EndsWith("maker", StringComparison.Ordinal)
            && lemma is not ("lawmaker" or "policymaker" or "peacemaker" or "troublemaker" or "kingmaker" or "decisionmaker"));

    private static bool IsOfficial(Actor actor) => actor.Kind != ActorKind.State && actor.Sector is "GOV" or "MIL" or "REB" or "IGO" or "LEG" or "COP" or "JUD" or "OPP";

    private bool Is(string name, Token token) => token.Upos is "NOUN" or "PROPN" && _classes[name].Contains(PatternMatcher.Lemma(token));
}
