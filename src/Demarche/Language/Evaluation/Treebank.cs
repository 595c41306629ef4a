using System.Text;
using Demarche.Text;

namespace Demarche.Language.Evaluation;

/// <summary>A word of a treebank with the characters of its surface token (positions leave white space out), shared with other words
/// or not; its head is counted over the treebank, -1 for a root.</summary>
internal readonly record struct TreebankWord(TextSpan Span, bool Shared, string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Relation);

/// <summary>Annotated text in the form in which two annotations of the same text are compared: white space does not count.</summary>
public sealed class Treebank
{
    private readonly StringBuilder _characters = new();
    private readonly List<TextSpan> _tokens = [];
    private readonly List<TextSpan> _sentences = [];
    private readonly List<TreebankWord> _words = [];

    private Treebank(string text) => Text = text;

    /// <summary>The raw text that an analyser is to be given: a space between sentences, an empty line between paragraphs.</summary>
    public string Text { get; }

    internal string Characters => _characters.ToString();

    internal IReadOnlyList<TextSpan> Tokens => _tokens;

    internal IReadOnlyList<TextSpan> Sentences => _sentences;

    internal IReadOnlyList<TreebankWord> Words => _words;

    /// <summary>Reads CoNLL-U.</summary>
    /// <exception cref="DataException">It is no CoNLL-U.</exception>
    public static Treebank Read(TextReader reader, string name)
    {
        var sentences = Conllu.Read(reader, name).ToList();
        var treebank = new Treebank(RawText(sentences));
        foreach (var sentence in sentences) treebank.Add(sentence);
        return treebank;
    }

    /// <summary>What the analyser made of a text.</summary>
    public static Treebank Of(Analysis analysis)
    {
        var treebank = new Treebank(analysis.Text);
        foreach (var sentence in analysis.Sentences) treebank.Add(analysis, sentence);
        return treebank;
    }

    private static string RawText(List<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var apart = false;
        foreach (var sentence in sentences)
        {
            if (text.Length > 0) text.Append(sentence.NewParagraph ? "\n\n" : apart ? " " : "");
            text.Append(sentence.Text ?? Spelt(sentence));
            apart = sentence.Tokens[^1].SpaceAfter;
        }
        return text.Append('\n').ToString();
    }

    private static string Spelt(ConlluSentence sentence) =>
        string.Concat(sentence.Tokens.Select(t => t.SpaceAfter && t.End < sentence.Words.Count ? t.Form + " " : t.Form));

    private void Add(ConlluSentence sentence)
    {
        var (start, offset) = (_characters.Length, _words.Count);
        foreach (var token in sentence.Tokens)
        {
            var span = AddToken(token.Form);
            for (var i = token.First; i < token.End; i++)
            {
                var w = sentence.Words[i];
                var head = w.Head < 0 ? -1 : w.Head + offset;
                _words.Add(new(span, token.End - token.First > 1, w.Form, w.Lemma, w.Upos, w.Xpos, Universal(w.Feats), head, Base(w.Relation)));
            }
        }
        _sentences.Add(new TextSpan(start, _characters.Length));
    }

    private void Add(Analysis analysis, Sentence sentence)
    {
        var start = _characters.Length;
        var surface = default(TextSpan);
        var span = default(TextSpan);
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var t = analysis.Tokens[i];
            if (i == sentence.FirstToken || t.Surface != surface) span = AddToken((surface = t.Surface).Of(analysis.Text));
            _words.Add(new(span, t.Span != t.Surface, t.Form, t.Lemma, t.Upos, t.Xpos, Universal(t.Feats), t.Head, t.BaseRelation));
        }
        _sentences.Add(new TextSpan(start, _characters.Length));
    }

    private TextSpan AddToken(string form)
    {
        var start = _characters.Length;
        foreach (var c in form)
            if (!char.IsWhiteSpace(c) && c is < '\u001c' or > '\u001f') _characters.Append(c);
        var span = new TextSpan(start, _characters.Length);
        _tokens.Add(span);
        return span;
    }

    private static string Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var i and > 0 ? relation[..i] : relation;

    private static string Universal(string feats) =>
        string.Join('|', feats.Split('|').Where(f => UniversalFeatures.Contain(f)).Order(StringComparer.Ordinal));
}
