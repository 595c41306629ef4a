using System.Buffers;

namespace Demarche.Language;

/// <summary>Finds lemmas: words that the table of irregular forms or the treebank knows, else the rule of the longest known ending, which
/// the frequencies of news may overrule.</summary>
internal sealed class Lemmatizer
{
    /// <summary>Longest ending short of the whole word.</summary>
    public const int LongestEnding = 6;

    /// <summary>Longest form with an entry of its own.</summary>
    public const int LongestWord = 30;

    private const string Section = "lemmas";
    private const char Begin = '^';

    private static readonly SearchValues<char> DigitsAndPoints = SearchValues.Create("0123456789,.");

    private readonly Dictionary<string, int> _endings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly LemmaRule[] _rules;
    private readonly LemmaClass[] _classes;
    private readonly Lexicon _lexicon;
    private readonly IrregularForms _irregular;

    /// <param name="endings">Class, manner of capitals, then the ending ("^" before a whole word): number of the rule.</param>
    /// <param name="rules">All rules.</param>
    /// <param name="classes">What each class of tags is.</param>
    /// <param name="lexicon">How often words stand in news.</param>
    /// <param name="irregular">Irregular forms.</param>
    public Lemmatizer(Dictionary<string, int> endings, LemmaRule[] rules, LemmaClass[] classes, Lexicon lexicon, IrregularForms irregular)
    {
        _endings = endings;
        _lookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        _rules = rules;
        _classes = classes;
        _lexicon = lexicon;
        _irregular = irregular;
    }

    /// <summary>The lemma of a form.</summary>
    /// <param name="form">As it stands in the text.</param>
    /// <param name="tag">Number of its part of speech with Penn tag.</param>
    /// <param name="first">Whether it is the first word of its sentence.</param>
    public string Find(string form, int tag, bool first)
    {
        var kind = _classes[tag].Kind;
        if (kind == Inflection.Address) return form;
        form = Folded(form);
        Span<char> store = stackalloc char[LongestWord + 3];
        var capitals = CapitalsOf(form, tag, first);
        if (kind != Inflection.None && _irregular.Find(kind, _classes[tag].Adverb, form.ToLowerInvariant()) is { } listed) return listed;
        if (form.Length <= LongestWord && _lookup.TryGetValue(Key(store, form, tag, capitals, form.Length, whole: true), out var known)) return _rules[known].Apply(form);
        if (kind == Inflection.Number && IsGrouped(form)) return form.Replace(",", "", StringComparison.Ordinal);
        return Finish(form, Guess(store, form, tag, capitals), kind);
    }

    /// <summary>True unless the words of news show that none has the lemma with one of the tags: what would be its forms have another.</summary>
    /// <param name="lemma">In lower case.</param>
    /// <param name="tags">Numbers of parts of speech with Penn tag.</param>
    public bool CanGive(string lemma, IReadOnlyList<int> tags)
    {
        if (!lemma.All(char.IsAscii) || tags.Any(t => _irregular.Has(_classes[t].Kind, lemma))) return true;
        var other = false;
        foreach (var form in Forms(lemma))
        {
            if (_lexicon.Find(form).Frequency == 0) continue;
            if (tags.Any(t => Gives(form, t, lemma))) return true;
            other = true;
        }
        return !other;
    }

    private bool Gives(string form, int tag, string lemma) => Find(form, tag, false).Equals(lemma, StringComparison.OrdinalIgnoreCase);

    /// <summary>A lemma and what may be its regular forms.</summary>
    private static IEnumerable<string> Forms(string lemma) => lemma[^1] switch
    {
        'e' => [lemma, lemma + "s", lemma + "d", lemma[..^1] + "ing"],
        'y' => [lemma, lemma + "s", lemma + "ed", lemma + "ing", lemma[..^1] + "ies", lemma[..^1] + "ied"],
        var last => [lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", lemma + last + "ed", lemma + last + "ing"],
    };

    /// <summary>The form with plain quotation marks, apostrophes and dashes, as lemmas have them.</summary>
    public static string Folded(string form)
    {
        foreach (var c in form)
            if (Characters.Fold(c) != c) return string.Create(form.Length, form, static (to, from) => { for (var i = 0; i < to.Length; i++) to[i] = Characters.Fold(from[i]); });
        return form;
    }

    /// <summary>What of a form's capitals matters: l none; u capitals only; i capital at the beginning of a sentence; c capital elsewhere.</summary>
    public char CapitalsOf(string form, int tag, bool first)
    {
        var kind = _classes[tag].Kind;
        if (!char.IsUpper(form[0])) return 'l';
        var keeps = kind is Inflection.Name or Inflection.Adjective or Inflection.Noun or Inflection.Plural || form.Length == 1;
        if (!keeps || (kind != Inflection.Name && form.Length > 1 && _lexicon.Find(form).Lower >= 3)) return 'l';
        var small = false;
        foreach (var c in form) small |= char.IsLower(c);
        return !small && form.Length > 1 ? 'u' : first ? 'i' : 'c';
    }

    /// <summary>Writes the key of an ending of <paramref name="n"/> characters, or of the whole word.</summary>
    public static ReadOnlySpan<char> Key(Span<char> store, string form, int tag, char capitals, int n, bool whole)
    {
        store[0] = (char)('A' + tag);
        store[1] = capitals;
        var at = 2;
        if (whole) store[at++] = Begin;
        for (var i = form.Length - n; i < form.Length; i++) store[at++] = char.ToLowerInvariant(form[i]);
        return store[..at];
    }

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(_classes.Length);
        foreach (var c in _classes)
        {
            w.Write((byte)c.Kind);
            w.Write(c.Adverb);
        }
        w.Write(_rules.Length);
        foreach (var r in _rules)
        {
            w.Write(r.Lower);
            w.Write((byte)r.Cut);
            w.Write(r.Add);
        }
        w.Write(_endings.Count);
        foreach (var (key, rule) in _endings.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            w.Write(key);
            w.Write((ushort)rule);
        }
    });

    public static Lemmatizer Get(ModelFile file, IrregularForms? irregular = null) => file.Get(Section, r =>
    {
        var classes = new LemmaClass[r.ReadInt32()];
        for (var i = 0; i < classes.Length; i++) classes[i] = new LemmaClass((Inflection)r.ReadByte(), r.ReadBoolean());
        var rules = new LemmaRule[r.ReadInt32()];
        for (var i = 0; i < rules.Length; i++) rules[i] = new LemmaRule(r.ReadBoolean(), r.ReadByte(), r.ReadString());
        var count = r.ReadInt32();
        var endings = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            var key = r.ReadString();
            var rule = r.ReadUInt16();
            if (rule >= rules.Length) throw new ArgumentException("a lemma has no rule");
            endings.Add(key, rule);
        }
        return new Lemmatizer(endings, rules, classes, Lexicon.Get(file), irregular ?? IrregularForms.None);
    });

    private string Guess(Span<char> store, string form, int tag, char capitals)
    {
        for (var n = Math.Min(LongestEnding, form.Length); n >= 0; n--)
            if (_lookup.TryGetValue(Key(store, form, tag, capitals, n, whole: false), out var rule)) return _rules[rule].Apply(form);
        return form;
    }

    private string Finish(string form, string guess, Inflection kind)
    {
        if (kind is Inflection.Name or Inflection.Adjective) return WithCapitals(form, guess, kind);
        return kind is Inflection.None or Inflection.Noun or Inflection.Number ? guess : Inflections.Improve(form.ToLowerInvariant(), guess, kind, _lexicon);
    }

    /// <summary>Names written small or all in capitals, and adjectives of peoples, as news mostly writes them.</summary>
    private string WithCapitals(string form, string guess, Inflection kind)
    {
        if (kind == Inflection.Name && char.IsLower(form[0]) && form.Any(char.IsUpper)) return form;
        var use = _lexicon.Find(form);
        if (use.Frequency == 0 || use.Lower != 1) return guess;
        if (char.IsLower(form[0]) && use.Upper < 2) return char.ToUpperInvariant(guess[0]) + guess[1..];
        var shouted = form.Length > 1 && !form.Any(char.IsLower) && char.IsLetter(form[0]);
        return kind == Inflection.Name && shouted && use.Upper == 1 ? form[..1] + form[1..].ToLowerInvariant() : guess;
    }

    /// <summary>"1,250": digits in groups.</summary>
    private static bool IsGrouped(string form) => char.IsAsciiDigit(form[0]) && char.IsAsciiDigit(form[^1]) && !form.AsSpan().ContainsAnyExcept(DigitsAndPoints);
}

/// <summary>What lemmas need to know of a class of tags.</summary>
/// <param name="Kind">Which form of the word it is.</param>
/// <param name="Adverb">Whether it is an adverb's.</param>
internal readonly record struct LemmaClass(Inflection Kind, bool Adverb)
{
    public static LemmaClass Of(string upos, string xpos) => new(
        xpos switch
        {
            "VBD" => Inflection.Past,
            "VBN" => Inflection.Participle,
            "VBG" => Inflection.Gerund,
            "VBZ" => Inflection.ThirdPerson,
            "NNS" => Inflection.Plural,
            "JJR" or "RBR" => Inflection.Comparative,
            "JJS" or "RBS" => Inflection.Superlative,
            "NNP" or "NNPS" => Inflection.Name,
            "JJ" => Inflection.Adjective,
            "NN" => Inflection.Noun,
            "CD" => Inflection.Number,
            "ADD" => Inflection.Address,
            _ => Inflection.None,
        },
        upos == "ADV");
}
