using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Cli.Rendering;

/// <summary>One observation with all that decided it, ready to be shown.</summary>
internal sealed record Explanation(CodedArticle Coded, Observation Observation, Derivation Derivation, CameoCode Code, ActorOrigins Origins)
{
    /// <summary>The tokens of its sentence, as a half-open range of indices.</summary>
    public (int First, int End) Range { get; } = Coded.Analysis.TokensIn(Observation.Sentence);

    /// <summary>Counts the article's characters as the record prints them.</summary>
    public CodePoints Points { get; } = new(Coded.Article.Text);

    public string Text(TextSpan span) => string.Join(' ', span.Of(Coded.Article.Text).Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>The mentions of an actor in the sentence, the one nearest to the trigger first.</summary>
    public IEnumerable<ActorMention> Mentions(ActorId id) => Coded.Actors.Mentions
        .Where(m => m.Actors.Contains(id) && m.Head >= Range.First && m.Head < Range.End)
        .OrderBy(m => Math.Abs(m.Head - Derivation.Trigger)).ThenBy(m => m.Head);

    /// <summary>The lines of data/actors behind an actor.</summary>
    public ImmutableArray<ActorOrigin> OriginsOf(ActorId id) => Origins.Of(Coded.Actors[id], Coded.Article.Published.Date);

    /// <summary>The forms of tokens, in text order.</summary>
    public string Words(IEnumerable<int> tokens) => string.Join(' ', tokens.Select(t => Coded.Analysis.Tokens[t].Form));
}
