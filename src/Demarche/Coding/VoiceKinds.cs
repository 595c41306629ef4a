using System.Collections.Frozen;
using Demarche.Actors;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>The names of news agencies, read once.</summary>
internal sealed class Agencies
{
    private const string File = "actors/media.txt";

    private readonly FrozenSet<string> _names;

    private Agencies(DataFiles data) => _names = data.Lines(File).Select(l => l.Text.Split('|', StringSplitOptions.TrimEntries))
        .Where(c => c.Length > 3 && c[3] == "agency").Select(c => c[0]).ToFrozenSet(StringComparer.Ordinal);

    public static Agencies Load(DataFiles data) => new(data);

    public bool Contains(string name) => _names.Contains(name);
}

/// <summary>Tells what kind of voice somebody is: a speaker, a statement, an agency, another outlet, an analyst, or hearsay.</summary>
internal sealed class VoiceKinds(Analysis analysis, ActorMentions mentions, VerbClasses verbs, Agencies agencies)
{
    /// <summary>Of the noun that names it, with the actor that it means.</summary>
    public AttributionKind Of(Token noun, ActorId? actor)
    {
        var lemma = PatternMatcher.Lemma(noun);
        if (noun.Upos == "NOUN" && verbs.Statements.Contains(lemma)) return AttributionKind.Statement;
        if (verbs.Hearsay.Contains(lemma)) return AttributionKind.Hearsay;
        if (verbs.Analysts.Contains(lemma) || Apposed(noun)) return AttributionKind.Analyst;
        return actor is { } id ? Of(mentions[id]) : AttributionKind.Speaker;
    }

    /// <summary>Of the speaker of a quotation.</summary>
    public AttributionKind Of(Quote quote)
    {
        if (quote.SpeakerSpan is { } span && Head(span) is { } noun) return Of(noun, quote.Speaker);
        return quote.Speaker is { } id ? Of(mentions[id]) : AttributionKind.Speaker;
    }

    private AttributionKind Of(Actor actor)
    {
        if (actor.Sector is "GOV" or "MIL" or "SPY" or "REB" or "LEG") return AttributionKind.Speaker;
        if (actor.Sector == "EDU" && actor.Kind == ActorKind.Person) return AttributionKind.Analyst;
        if (actor.Role is { } role && role.Split(' ').Any(verbs.Analysts.Contains)) return AttributionKind.Analyst;
        if (actor.Sector != "MED" || actor.Kind == ActorKind.Person) return AttributionKind.Speaker;
        return agencies.Contains(actor.Name) ? AttributionKind.Agency : AttributionKind.Outlet;
    }

    // "Lena Brandt, an analyst at …": the apposition may hang on the name or on the last noun before it.
    private bool Apposed(Token noun) =>
        analysis.Children(noun.Index, "appos", "compound", "nmod:unmarked").Any(a => a.Upos == "NOUN" && verbs.Analysts.Contains(PatternMatcher.Lemma(a)));

    private Token? Head(TextSpan span)
    {
        var (first, end) = analysis.TokensIn(span);
        for (var i = first; i < end; i++)
            if (analysis.Tokens[i].Head < first || analysis.Tokens[i].Head >= end) return analysis.Tokens[i];
        return null;
    }
}
