using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Quotes.Learned;

/// <summary>What the views of one article look at.</summary>
/// <param name="Analysis">The article.</param>
/// <param name="Actors">Its actors.</param>
/// <param name="Cues">The words of saying.</param>
/// <param name="Innermost">For each token the innermost quotation that holds it, or -1.</param>
/// <param name="Meanings">Vectors of words.</param>
internal sealed record Surroundings(Analysis Analysis, ActorMentions Actors, SpeechCues Cues, int[] Innermost, WordMeanings Meanings)
{
    public TokenKeys Keys { get; } = new(Analysis);

    private const int NearQuotation = 4;

    /// <summary>True for a verb outside a quotation that stands so near to one that it may introduce it, whatever verb it is.</summary>
    public bool IsBesideQuotation(Token token)
    {
        if (token.Upos != "VERB") return false;
        var sentence = Analysis.Sentences[token.Sentence];
        for (var i = Math.Max(sentence.FirstToken, token.Index - NearQuotation); i < Math.Min(sentence.EndToken, token.Index + NearQuotation + 1); i++)
            if (Innermost[i] != Innermost[token.Index] && Innermost[i] > Innermost[token.Index]) return true;
        return false;
    }

    /// <summary>The innermost quotation that holds a token, for each of them; -1 for none.</summary>
    public static int[] InnermostOf(Analysis analysis, ImmutableArray<Quotation> quotations)
    {
        var innermost = new int[analysis.Tokens.Length];
        Array.Fill(innermost, -1);
        for (var q = 0; q < quotations.Length; q++)
        {
            var (first, end) = analysis.TokensIn(quotations[q].Outer);
            for (var i = first; i < end; i++) innermost[i] = q;
        }
        return innermost;
    }

    /// <summary>True if a word takes part in a phrase as more than a piece of another noun's name.</summary>
    public static bool IsHead(Token token) => token.BaseRelation is not ("compound" or "flat" or "fixed" or "goeswith" or "det" or "case" or "punct");
}

/// <summary>A description for a network: vectors of words and what the network knows of words in their places, and hashed features.</summary>
/// <remarks>The word in question comes first, with its place: where many things are judged beside one word, its share is worked out once.</remarks>
internal abstract class View(Surroundings at, int slots, int contexts)
{
    private readonly float[] _vectors = new float[(slots * at.Meanings.Width) + (contexts * WordContexts.Width)];

    protected Surroundings At { get; } = at;

    protected TokenKeys Keys => At.Keys;

    /// <summary>The first word and its place, then the other words, then their places.</summary>
    public ReadOnlySpan<float> Vectors => _vectors;

    /// <summary>The first word and its place.</summary>
    public ReadOnlySpan<float> Shared => Vectors[..(At.Meanings.Width + WordContexts.Width)];

    /// <summary>Hashed features.</summary>
    public List<uint> Features { get; } = [];

    /// <summary>Numbers of the input of a view with so many words and places.</summary>
    protected static int Inputs(WordMeanings meanings, int slots, int contexts) => (slots * meanings.Width) + (contexts * WordContexts.Width);

    protected void Clear()
    {
        Features.Clear();
        Array.Clear(_vectors);
    }

    /// <summary>Writes the word in question and its place.</summary>
    protected void AddFirst(Token token)
    {
        AddMeaning(token, _vectors.AsSpan(0, At.Meanings.Width));
        At.Analysis.Contexts!.CopyTo(token.Index, _vectors.AsSpan(At.Meanings.Width));
    }

    /// <summary>Writes another word; they count from 1.</summary>
    protected void AddWord(int slot, Token token) => AddMeaning(token, _vectors.AsSpan(WordContexts.Width + (slot * At.Meanings.Width), At.Meanings.Width));

    /// <summary>Writes the place of another word; they count from 1.</summary>
    protected void AddContext(int place, Token token) =>
        At.Analysis.Contexts!.CopyTo(token.Index, _vectors.AsSpan((slots * At.Meanings.Width) + (place * WordContexts.Width)));

    private void AddMeaning(Token token, Span<float> to)
    {
        if (token.Upos != "PROPN") At.Meanings.Add(token.Form, 1f, to);
    }

    protected Token? Beside(Token token, int step)
    {
        var i = token.Index + step;
        var sentence = At.Analysis.Sentences[token.Sentence];
        return i >= sentence.FirstToken && i < sentence.EndToken ? At.Analysis.Tokens[i] : null;
    }

    protected uint Form(Token? token) => token is null ? 1u : TokenKeys.Of(token.Form);

    protected void Feature(uint template, uint a) => Features.Add(FeatureList.Key(template, a));

    protected void Feature(uint template, uint a, uint b) => Features.Add(FeatureList.Key(template, a, b));

    protected void Feature(uint template, uint a, uint b, uint c) => Features.Add(FeatureList.Key(template, a, b, c));
}
