using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Language;

/// <summary>What a word form is of its lemma, as far as lemmas depend on it.</summary>
internal enum Inflection : byte
{
    /// <summary>No inflected form, or one that follows from the treebank alone.</summary>
    None,

    /// <summary>VBD.</summary>
    Past,

    /// <summary>VBN.</summary>
    Participle,

    /// <summary>VBG.</summary>
    Gerund,

    /// <summary>VBZ.</summary>
    ThirdPerson,

    /// <summary>NNS.</summary>
    Plural,

    /// <summary>JJR, RBR.</summary>
    Comparative,

    /// <summary>JJS, RBS.</summary>
    Superlative,

    /// <summary>NNP, NNPS.</summary>
    Name,

    /// <summary>JJ: the only common words that keep a capital.</summary>
    Adjective,

    /// <summary>NN.</summary>
    Noun,

    /// <summary>CD.</summary>
    Number,

    /// <summary>ADD: an address.</summary>
    Address,
}

/// <summary>Irregular forms, a table that experts edit: <c>data/language/irregular.txt</c>.</summary>
internal sealed class IrregularForms
{
    /// <summary>Where the table lies among the data files.</summary>
    public const string FileName = "language/irregular.txt";

    private readonly FrozenDictionary<(Inflection, bool Adverb, string Form), string> _lemmas;

    private readonly FrozenSet<(Inflection, string Lemma)> _known;

    private IrregularForms(Dictionary<(Inflection Kind, bool Adverb, string Form), string> lemmas)
    {
        _lemmas = lemmas.ToFrozenDictionary();
        _known = lemmas.Select(l => (l.Key.Kind, l.Value)).ToFrozenSet();
    }

    /// <summary>A table without entries.</summary>
    public static IrregularForms None { get; } = new([]);

    public int Count => _lemmas.Count;

    /// <exception cref="DataException">A line has not the form that the head of the file describes, or contradicts another.</exception>
    public static IrregularForms Load(DataFiles data)
    {
        var lemmas = new Dictionary<(Inflection, bool, string), string>();
        foreach (var (line, text) in data.Lines(FileName))
        {
            var fields = text.Split('|', StringSplitOptions.TrimEntries);
            var kinds = KindsOf(fields[0]) ?? throw new DataException(FileName, line, $"\"{fields[0]}\" is not one of verb, noun, adj, adv, name");
            if (fields.Length != kinds.Length + 2) throw new DataException(FileName, line, $"{fields.Length} fields, expected {kinds.Length + 2}");
            for (var i = 0; i < kinds.Length; i++)
                foreach (var form in fields[i + 2].Split(',', StringSplitOptions.TrimEntries))
                    Add(lemmas, (kinds[i], fields[0] == "adv", form.ToLowerInvariant()), fields[1], line);
        }
        return new IrregularForms(lemmas);
    }

    /// <summary>The lemma of a form in lower case, or null if it is not irregular.</summary>
    public string? Find(Inflection kind, bool adverb, string form) => _lemmas.GetValueOrDefault((kind, adverb, form));

    /// <summary>True if some form of a kind has the lemma.</summary>
    public bool Has(Inflection kind, string lemma) => _known.Contains((kind, lemma));

    private static Inflection[]? KindsOf(string word) => word switch
    {
        "verb" => [Inflection.Past, Inflection.Participle],
        "noun" => [Inflection.Plural],
        "adj" or "adv" => [Inflection.Comparative, Inflection.Superlative],
        "name" => [Inflection.Name],
        _ => null,
    };

    private static void Add(Dictionary<(Inflection, bool, string), string> lemmas, (Inflection, bool, string Form) key, string lemma, int line)
    {
        if (key.Form == "-") return;
        if (key.Form.Length == 0 || lemma.Length == 0) throw new DataException(FileName, line, "an empty form");
        // Of several lemmas with one form ("worse" of "bad" and "ill", "more" of "many" and "much") the first of the file is taken.
        lemmas.TryAdd(key, lemma);
    }
}
