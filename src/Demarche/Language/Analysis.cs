using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>A sentence: its characters and its tokens [FirstToken, EndToken).</summary>
/// <param name="Index">Position in <see cref="Analysis.Sentences"/>.</param>
/// <param name="Span">From its first to its last character, without outer white space.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Paragraph">Number of its paragraph, counted from 0.</param>
public sealed record Sentence(int Index, TextSpan Span, int FirstToken, int EndToken, int Paragraph);

/// <summary>An article with its sentences, tokens and dependency trees. Each sentence is a tree with exactly one root.</summary>
public sealed class Analysis
{
    private readonly int[] _childStart;
    private readonly int[] _children;
    private EnhancedGraph? _enhanced;

    /// <param name="article">What was analysed.</param>
    /// <param name="sentences">In order; they cover all tokens.</param>
    /// <param name="tokens">In order; each equal to its slice of the text.</param>
    public Analysis(Article article, ImmutableArray<Sentence> sentences, ImmutableArray<Token> tokens)
    {
        Article = article;
        Sentences = sentences;
        Tokens = tokens;
        _childStart = new int[tokens.Length + 1];
        foreach (var t in tokens)
            if (t.Head >= 0) _childStart[t.Head + 1]++;
        for (var i = 0; i < tokens.Length; i++) _childStart[i + 1] += _childStart[i];
        _children = new int[_childStart[^1]];
        var next = _childStart.ToArray();
        foreach (var t in tokens)
            if (t.Head >= 0) _children[next[t.Head]++] = t.Index;
    }

    /// <summary>What was analysed.</summary>
    public Article Article { get; }

    /// <summary>The clean text all spans point into.</summary>
    public string Text => Article.Text;

    /// <summary>In order.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>In order, over all sentences.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The names of persons, organisations and places, in order and without overlap; none where they were not looked for.</summary>
    public ImmutableArray<NamedEntity> Entities { get; init; } = [];

    /// <summary>What the network knows of each word in its place; null where it was not kept.</summary>
    internal WordContexts? Contexts { get; private set; }

    /// <summary>The relations that the trees imply and do not show; found when first asked for.</summary>
    public EnhancedGraph Enhanced => LazyInitializer.EnsureInitialized(ref _enhanced, () => new EnhancedGraph(this));

    /// <summary>Keeps what the network knows; called once, before anybody else sees the analysis.</summary>
    internal Analysis With(WordContexts contexts)
    {
        Contexts = contexts;
        return this;
    }

    /// <summary>Indices of the direct dependents of a token, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_childStart[token], _childStart[token + 1] - _childStart[token]);

    /// <summary>The direct dependents whose relation is one of <paramref name="relations"/> (a base relation matches all its subtypes).</summary>
    public IEnumerable<Token> Children(int token, params string[] relations)
    {
        for (var i = _childStart[token]; i < _childStart[token + 1]; i++)
        {
            var child = Tokens[_children[i]];
            foreach (var r in relations)
            {
                if (child.Relation != r && child.BaseRelation != r) continue;
                yield return child;
                break;
            }
        }
    }

    /// <summary>The first direct dependent with one of the relations, or null.</summary>
    public Token? Child(int token, params string[] relations) => Children(token, relations).FirstOrDefault();

    /// <summary>The governing token, or null for a root.</summary>
    public Token? Head(Token token) => token.Head < 0 ? null : Tokens[token.Head];

    /// <summary>The preposition(s) that mark a noun: "with", "because of"; empty without one.</summary>
    public string CaseOf(Token noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        // "with Iranian President Masoud …": the parser hangs some prepositions on the title before the name.
        if ((Child(noun.Index, "case") ?? Children(noun.Index, "nmod:desc").Select(t => t.Index < noun.Index ? Child(t.Index, "case") : null).FirstOrDefault(c => c is not null)) is not { } first) return "";
        var words = new List<string> { first.Form.ToLowerInvariant() };
        words.AddRange(Children(first.Index, "fixed").Select(t => t.Form.ToLowerInvariant()));
        return string.Join(' ', words);
    }

    /// <summary>Indices of a token and all it governs, in text order.</summary>
    public List<int> Subtree(int token)
    {
        var all = new List<int> { token };
        for (var i = 0; i < all.Count; i++)
            foreach (var c in Children(all[i])) all.Add(c);
        all.Sort();
        return all;
    }

    /// <summary>The characters from the first to the last token of a subtree.</summary>
    public TextSpan SubtreeSpan(int token)
    {
        var all = Subtree(token);
        return new TextSpan(Tokens[all[0]].Span.Start, Tokens[all[^1]].Span.End);
    }

    /// <summary>The token that holds a character, or null between tokens.</summary>
    public Token? TokenAt(int position)
    {
        int low = 0, high = Tokens.Length - 1;
        while (low <= high)
        {
            var mid = (low + high) / 2;
            if (Tokens[mid].Span.End <= position) low = mid + 1;
            else if (Tokens[mid].Span.Start > position) high = mid - 1;
            else return Tokens[mid];
        }
        return null;
    }

    /// <summary>The tokens that overlap a span, as a half-open range of indices.</summary>
    public (int First, int End) TokensIn(TextSpan span)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (Tokens[mid].Span.End <= span.Start) low = mid + 1;
            else high = mid;
        }
        var end = low;
        while (end < Tokens.Length && Tokens[end].Span.Start < span.End) end++;
        return (low, end);
    }

    /// <summary>The sentence of a character position: the one that holds it, or the nearest before it.</summary>
    public Sentence? SentenceAt(int position)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var mid = (low + high + 1) / 2;
            if (Sentences[mid].Span.Start <= position) low = mid;
            else high = mid - 1;
        }
        return Sentences.Length == 0 ? null : Sentences[low];
    }

    /// <summary>The token of a span that governs the others: the one whose head lies outside it.</summary>
    public Token? HeadOf(TextSpan span)
    {
        var (first, end) = TokensIn(span);
        for (var i = first; i < end; i++)
            if (Tokens[i].Head < first || Tokens[i].Head >= end) return Tokens[i];
        return first < end ? Tokens[first] : null;
    }
}
