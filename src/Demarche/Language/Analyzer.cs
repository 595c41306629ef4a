using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>Reads English: sentences, tokens, tags, lemmas and dependency trees of Universal Dependencies v2.</summary>
/// <remarks>Immutable once loaded: safe on any number of threads, and the same text gives the same analysis.</remarks>
public sealed class Analyzer
{
    /// <summary>Where the model lies among the data files.</summary>
    public const string ModelName = "models/english.model";

    /// <summary>Where the model of names lies among the data files.</summary>
    public const string EntitiesName = "models/entities.model";

    /// <summary>Words of one pass of the network: enough to keep its weights in the cache, few enough for the numbers.</summary>
    private const int WordsOfPass = 384;

    private readonly Segmenter _segmenter;
    private readonly Parser _parser;
    private readonly Lemmatizer _lemmatizer;
    private readonly EntityTagger? _entities;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private Analyzer(Segmenter segmenter, Parser parser, Lemmatizer lemmatizer, EntityTagger? entities)
    {
        _segmenter = segmenter;
        _parser = parser;
        _lemmatizer = lemmatizer;
        _entities = entities;
    }

    internal Parser Parser => _parser;

    private sealed class Workspace(NetworkState state, EntityTagger? entities)
    {
        public EntityTagger.Workspace? Entities { get; } = entities is null ? null : new(entities);

        public NetworkState State => state;

        public Parser.Result Result { get; } = new();
    }

    /// <summary>Loads the models <see cref="ModelName"/> and <see cref="EntitiesName"/>.</summary>
    /// <exception cref="DataException">One is missing, of another version, or damaged, or the second was trained for another first.</exception>
    public static Analyzer Load(DataFiles data)
    {
        var analyzer = LoadParser(data);
        using var stream = data.Open(EntitiesName);
        var tagger = EntityTagger.Get(ModelFile.Read(stream, EntitiesName), analyzer._parser);
        return new Analyzer(analyzer._segmenter, analyzer._parser, analyzer._lemmatizer, tagger);
    }

    /// <summary>Loads <see cref="ModelName"/> alone: its analyses have no names. For measuring a parser, and for training what reads it.</summary>
    /// <exception cref="DataException">It is missing, of another version, or damaged.</exception>
    public static Analyzer LoadParser(DataFiles data)
    {
        using var stream = data.Open(ModelName);
        return Load(stream, ModelName, IrregularForms.Load(data));
    }

    internal static Analyzer Load(Stream stream, string name, IrregularForms? irregular = null)
    {
        var file = ModelFile.Read(stream, name);
        return new Analyzer(SegmenterModel.Get(file), ParserModel.GetReader(file), Lemmatizer.Get(file, irregular), null);
    }

    /// <summary>Analyses the whole text of an article; a line break ends a paragraph, and a paragraph its sentence.</summary>
    public Analysis Analyze(Article article) => Annotate(article, Split(article.Text));

    /// <summary>Cuts a text into words and sentences, no more.</summary>
    internal Segmentation Split(string text) => _segmenter.Segment(text);

    /// <summary>Tags and parses words and sentences that are given.</summary>
    /// <param name="article">Holds the text.</param>
    /// <param name="cut">Words and sentences of the text.</param>
    /// <param name="seen">Told of each pass, with the index of its first word: what training reads.</param>
    internal Analysis Annotate(Article article, Segmentation cut, Action<NetworkState, Parser.Result, int>? seen = null)
    {
        var tokens = new Token[cut.Words.Count];
        var sentences = ImmutableArray.CreateBuilder<Sentence>(cut.Sentences.Count);
        var names = new List<NamedEntity>();
        var cases = _entities is null ? null : new WordCases(article.Text, cut);
        var workspace = _workspaces.TryTake(out var idle) ? idle : new Workspace(_parser.CreateState(), _entities);
        for (var s = 0; s < cut.Sentences.Count;)
        {
            var last = s;
            var state = workspace.State;
            state.Clear();
            for (; last < cut.Sentences.Count && (last == s || state.Count + cut.Sentences[last].Length <= WordsOfPass); last++)
                _parser.Add(state, article.Text, CollectionsMarshal.AsSpan(cut.Words)[cut.Sentences[last].First..cut.Sentences[last].End]);
            _parser.Run(state, workspace.Result);
            var offset = cut.Sentences[s].First;
            seen?.Invoke(state, workspace.Result, offset);
            if (cases is not null)
                _entities!.Find(state, workspace.Result, article.Text, cases, CollectionsMarshal.AsSpan(cut.Words).Slice(offset, state.Count), offset, workspace.Entities!, names);
            for (; s < last; s++)
            {
                var range = cut.Sentences[s];
                sentences.Add(new Sentence(s, new TextSpan(cut.Words[range.First].Surface.Start, cut.Words[range.End - 1].Surface.End), range.First, range.End, range.Paragraph));
                for (var i = range.First; i < range.End; i++) tokens[i] = MakeToken(article.Text, cut.Words[i], i, offset, s, i == range.First, workspace.Result);
            }
        }
        _workspaces.Add(workspace);
        return new Analysis(article, sentences.MoveToImmutable(), ImmutableCollectionsMarshal.AsImmutableArray(tokens)) { Entities = [.. names] };
    }

    /// <summary>True unless it is known that no single word has the lemma, in lower case, with one of the parts of speech.</summary>
    internal bool CanGive(string lemma, params IEnumerable<string> parts)
    {
        if (lemma.Contains('-') && Split($"They said the {lemma} was").Words.Count > 5) return false;
        var tags = _parser.Tags;
        return _lemmatizer.CanGive(lemma, [.. Enumerable.Range(0, tags.Tags.Count).Where(t => parts.Contains(tags.Tags[t].Upos)).Select(t => tags.LemmaClasses[t]).Distinct()]);
    }

    private Token MakeToken(string text, WordSpan word, int index, int offset, int sentence, bool first, Parser.Result result)
    {
        var at = index - offset;
        var tag = result.Tags[at];
        var (upos, xpos, feats) = _parser.Tags.Tags[tag];
        var form = word.Span.Of(text);
        var lemma = _lemmatizer.Find(form, _parser.Tags.LemmaClasses[tag], first);
        var head = result.Heads[at] < 0 ? -1 : result.Heads[at] + offset;
        return new Token(index, word.Span, form, lemma, upos, xpos, feats, head, _parser.Tags.Relations[result.Relations[at]], sentence, word.Surface);
    }
}
