using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Coding.Learned;

/// <summary>What is read of a word that may be a trigger. The first eight are slots of word vectors too, in the order of the network's input.</summary>
internal enum Part
{
    /// <summary>The word itself.</summary>
    Word,

    /// <summary>What it acts upon.</summary>
    Object,

    /// <summary>Who acts.</summary>
    Subject,

    /// <summary>Clauses that complete it.</summary>
    Complement,

    /// <summary>What governs it.</summary>
    Governor,

    /// <summary>Nouns with prepositions.</summary>
    Oblique,

    /// <summary>Adjectives, adverbs and nouns that modify it.</summary>
    Modifier,

    /// <summary>The sentence: its words, its place in the article, how many countries it names.</summary>
    Sentence,

    /// <summary>Auxiliaries, negation, voice.</summary>
    Mood,

    /// <summary>In whose words it stands.</summary>
    Speech,

    /// <summary>The words beside it.</summary>
    Neighbours,

    /// <summary>The pattern that holds at it.</summary>
    Pattern,

    /// <summary>What the language model knows of the word in its place.</summary>
    Context,
}

/// <summary>Describes a word as the possible trigger of an event: slots of word vectors, and hashed features in named groups.</summary>
internal sealed class TriggerView(Reading reading, WordMeanings meanings)
{
    private const int Slots = 8;

    /// <summary>Numbers of the input: the slots, then what the network knows of the word in its place.</summary>
    public static int Inputs(WordMeanings meanings) => (Slots * meanings.Width) + WordContexts.Width;

    private readonly Analysis _analysis = reading.Analysis;
    private readonly TokenKeys _keys = reading.Keys;
    private readonly List<uint> _features = [];
    private readonly List<Part> _parts = [];
    private readonly float[] _words = new float[meanings.Width];
    private Part _part;
    private int _sentence = -1;
    private uint _countries;
    private readonly float[] _slots = new float[Inputs(meanings)];

    /// <summary>Sums of vectors, slot by slot, of the word described last.</summary>
    public ReadOnlySpan<float> Vectors => _slots;

    /// <summary>Features of the word described last.</summary>
    public List<uint> Features => _features;

    /// <summary>The input without one part, to see what that part contributes.</summary>
    public (float[] Vectors, uint[] Features) Without(Part part)
    {
        var vectors = _slots.ToArray();
        if ((int)part < Slots) vectors.AsSpan((int)part * meanings.Width, meanings.Width).Clear();
        if (part == Part.Context) vectors.AsSpan(Slots * meanings.Width).Clear();
        return (vectors, [.. _features.Where((_, i) => _parts[i] != part)]);
    }

    /// <summary>True if a word can be a trigger at all.</summary>
    public static bool IsCandidate(Token token) =>
        token.Upos is "VERB" or "NOUN" or "ADJ" || (token.Upos is "PROPN" or "INTJ" or "ADV" && char.IsLower(token.Form[0]));

    /// <summary>Describes one word; what was described before is gone.</summary>
    /// <param name="token">The word.</param>
    /// <param name="match">The pattern that holds at it, or null.</param>
    public void Describe(Token token, PatternMatch? match)
    {
        _features.Clear();
        _parts.Clear();
        Array.Clear(_slots);
        _analysis.Contexts!.CopyTo(token.Index, _slots.AsSpan(Slots * meanings.Width));
        var lemma = _keys.Lemma(token);
        AddWord(token, lemma);
        AddArguments(token, lemma);
        AddGovernor(token, lemma);
        AddMood(token, lemma);
        AddSpeech(token, lemma);
        AddSurroundings(token);
        AddPattern(match);
    }

    private void AddWord(Token token, uint lemma)
    {
        _part = Part.Word;
        Put(Part.Word, token, 1f);
        Feature(1, lemma);
        Feature(2, lemma, TokenKeys.Of(token.Upos));
        Feature(3, TokenKeys.Of(token.Xpos));
        Feature(4, _keys.Relation(token));
        Feature(5, TokenKeys.Of(token.Xpos), _keys.Relation(token));
        Feature(6, lemma, _keys.Relation(token));
        foreach (var p in _analysis.Children(token.Index, "compound:prt")) Feature(7, lemma, TokenKeys.Of(p.Lemma));
    }

    private void AddArguments(Token token, uint lemma)
    {
        var objects = reading.Grammar.Objects(token).Select(r => r.Noun).ToList();
        Side(10, Part.Object, token, objects, lemma);
        var subjects = token.Upos == "NOUN"
            ? reading.Grammar.Dependents(token.Index, "nmod:poss", "nsubj").ToList()
            : reading.Grammar.Agents(token).Select(r => r.Noun).ToList();
        Side(20, Part.Subject, token, subjects, lemma);
        _part = Part.Oblique;
        var obliques = _analysis.Children(token.Index, "obl", "nmod").ToList();
        foreach (var o in obliques)
        {
            var marker = _keys.Case(o);
            Feature(30, marker);
            Feature(31, lemma, marker);
            Feature(32, marker, ActorSort(o));
            Feature(33, lemma, marker, ActorSort(o));
            Feature(34, marker, _keys.Lemma(o));
        }
        PutAll(Part.Oblique, obliques);
        _part = Part.Complement;
        var complements = _analysis.Children(token.Index, "xcomp", "ccomp", "acl", "advcl", "parataxis").ToList();
        foreach (var c in complements)
        {
            var relation = _keys.Relation(c);
            var inner = _keys.Lemma(c);
            Feature(40, relation);
            Feature(41, lemma, relation);
            Feature(42, relation, inner);
            Feature(43, lemma, relation, inner);
        }
        PutAll(Part.Complement, complements);
        _part = Part.Modifier;
        var modifiers = _analysis.Children(token.Index, "amod", "advmod", "compound", "nmod:poss", "nummod", "det", "cop").ToList();
        foreach (var m in modifiers)
        {
            Feature(50, _keys.Lemma(m));
            Feature(51, lemma, _keys.Lemma(m));
            Feature(52, _keys.Relation(m), ActorSort(m));
        }
        PutAll(Part.Modifier, modifiers);
    }

    /// <summary>The nouns on one side of the act: who they are, or what they mean.</summary>
    private void Side(uint template, Part part, Token token, List<Token> nouns, uint lemma)
    {
        _part = part;
        if (nouns.Count == 0)
        {
            Feature(template, 0);
            Feature(template + 1, lemma, 0);
        }
        foreach (var n in nouns)
        {
            var sort = ActorSort(n);
            Feature(template, sort);
            Feature(template + 1, lemma, sort);
            if (sort <= 1)
            {
                Feature(template + 2, _keys.Lemma(n));
                Feature(template + 3, lemma, _keys.Lemma(n));
            }
            if (n.Index > token.Index) Feature(template + 4, sort);
            Feature(template + 5, TokenKeys.Of(n.Upos));
        }
        PutAll(part, nouns);
    }

    private void AddGovernor(Token token, uint lemma)
    {
        _part = Part.Governor;
        var relation = _keys.Relation(token);
        if (_analysis.Head(token) is not { } head)
        {
            Feature(60, relation);
            return;
        }
        var governor = _keys.Lemma(head);
        Feature(61, governor);
        Feature(62, governor, relation);
        Feature(63, governor, lemma);
        Feature(64, relation, TokenKeys.Of(head.Upos));
        Feature(65, _keys.Case(token), relation);
        Feature(66, _keys.Case(token), lemma);
        Put(Part.Governor, head, 1f);
        if (_analysis.Head(head) is { } above)
        {
            Feature(67, _keys.Lemma(above), _keys.Relation(head));
            Feature(68, _keys.Lemma(above), lemma);
        }
    }

    private void AddMood(Token token, uint lemma)
    {
        _part = Part.Mood;
        foreach (var a in _analysis.Children(token.Index, "aux", "mark", "cc"))
        {
            Feature(70, TokenKeys.Of(a.Lemma.ToLowerInvariant()));
            Feature(71, lemma, TokenKeys.Of(a.Lemma.ToLowerInvariant()));
        }
        if (reading.Matcher.IsNegated(token)) Feature(72, 1, lemma);
        if (reading.Matcher.IsNegated(token)) Feature(73, 1);
        if (reading.Grammar.IsPassive(token)) Feature(74, 1);
    }

    private void AddSpeech(Token token, uint lemma)
    {
        _part = Part.Speech;
        var said = 0u;
        foreach (var q in reading.Quotes)
        {
            if (!q.Span.Contains(token.Span)) continue;
            said = 2 + (uint)q.Kind + (q.Speaker is { } s && reading.Actors[s].Country is not null && reading.Actors[s].Sector != "MED" ? 8u : 0u);
            if (said >= 8) break;
        }
        var attributed = reading.Attributions.Find(token);
        var speaker = attributed.Any(a => a.Actor is { } s && reading.Actors[s].Country is not null) ? 1u : attributed.Length > 0 ? 2u : 0u;
        Feature(80, said);
        Feature(81, said, lemma);
        Feature(82, speaker);
        Feature(83, speaker, lemma);
        Feature(84, said, speaker, TokenKeys.Of(token.Upos));
    }

    private void AddSurroundings(Token token)
    {
        _part = Part.Sentence;
        var sentence = _analysis.Sentences[token.Sentence];
        if (_sentence != sentence.Index) Survey(sentence);
        Feature(90, _countries);
        Feature(91, _countries, TokenKeys.Of(token.Upos));
        Feature(92, (uint)Math.Min(3, sentence.Index));
        _words.CopyTo(_slots.AsSpan((int)Part.Sentence * meanings.Width));
        _part = Part.Neighbours;
        for (var d = -2; d <= 2; d++)
        {
            var at = token.Index + d;
            if (d == 0 || at < sentence.FirstToken || at >= sentence.EndToken) continue;
            Feature(93 + (uint)(d + 2), _keys.Lemma(_analysis.Tokens[at]));
        }
    }

    /// <summary>What is the same for all words of a sentence.</summary>
    private void Survey(Sentence sentence)
    {
        _sentence = sentence.Index;
        Array.Clear(_words);
        var countries = new HashSet<string>(StringComparer.Ordinal);
        var content = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (reading.Actors.WithHead(i) is { } mention)
                foreach (var a in mention.Actors)
                    if (reading.Actors[a].Country is { } country) countries.Add(country);
            if (IsContent(_analysis.Tokens[i])) content++;
        }
        _countries = (uint)Math.Min(3, countries.Count);
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (IsContent(_analysis.Tokens[i]) && reading.Actors.WithHead(i) is null) meanings.Add(_analysis.Tokens[i].Form, 1f / content, _words);
    }

    private static bool IsContent(Token token) => token.Upos is "NOUN" or "VERB" or "ADJ";

    private void AddPattern(PatternMatch? match)
    {
        _part = Part.Pattern;
        if (match is null)
        {
            Feature(110, 0);
            return;
        }
        var root = TokenKeys.Of(match.Pattern.Code[..2]);
        Feature(110, root);
        Feature(111, TokenKeys.Of(match.Pattern.Code));
        Feature(112, root, (uint)match.Pattern.Kind);
        Feature(113, root, (uint)Math.Clamp(match.Pattern.Specificity / 3, 0, 5));
        Feature(114, TokenKeys.Of(match.Pattern.Text));
        Feature(115, match.IsComposed ? 1u : 0u, root);
        Feature(117, match.Stands ? 1u : 0u, root);
        Feature(118, match.Stands ? 1u : 0u);
        Feature(116, match.Targets.Length > 0 ? 1u : 0u, root);
    }

    /// <summary>0 nobody, 1 a carrier of actors, else by kind and sector of the actor it names.</summary>
    private uint ActorSort(Token noun)
    {
        if ((reading.Actors.WithHead(noun.Index) ?? reading.Actors.Covering(noun.Index)) is not { } mention)
            return reading.Roles.Carried(noun).Count > 0 ? 1u : 0u;
        var actor = reading.Actors[mention.Actors[0]];
        return 2 + TokenKeys.Of((actor.Country is null ? "?" : "") + actor.Kind + actor.Sector);
    }

    private void PutAll(Part part, List<Token> words)
    {
        foreach (var w in words) Put(part, w, 1f / words.Count);
    }

    /// <summary>Who an actor is does not matter for what is done; a name adds no vector.</summary>
    private void Put(Part part, Token word, float factor)
    {
        if (word.Upos == "PROPN" || reading.Actors.WithHead(word.Index) is not null) return;
        meanings.Add(word.Form, factor, _slots.AsSpan((int)part * meanings.Width, meanings.Width));
    }

    private void Feature(uint template, uint a) => Add(FeatureList.Key(template, a));

    private void Feature(uint template, uint a, uint b) => Add(FeatureList.Key(template, a, b));

    private void Feature(uint template, uint a, uint b, uint c) => Add(FeatureList.Key(template, a, b, c));

    private void Add(uint feature)
    {
        _features.Add(feature);
        _parts.Add(_part);
    }
}
