using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>What a word does with a number beside it.</summary>
internal enum CountRole
{
    /// <summary>The counted noun says the measure itself.</summary>
    Thing,

    /// <summary>A verb whose object is counted.</summary>
    Act,

    /// <summary>A verb whose subject is counted.</summary>
    Fate,

    /// <summary>A word said of the counted.</summary>
    State,

    /// <summary>A noun with "of" before the counted.</summary>
    Event,

    /// <summary>A noun that has the number as its value.</summary>
    Toll,

    /// <summary>A verb with lives for its object.</summary>
    Life,

    /// <summary>A noun for human beings.</summary>
    People,

    /// <summary>A noun for what is killed and counted and is no human being.</summary>
    Animal,

    /// <summary>A noun for soldiers, counted where they are sent or withdrawn.</summary>
    Force,

    /// <summary>A noun for things, counted where they are lost or sent.</summary>
    Goods,

    /// <summary>A verb or noun of sending, stationing or withdrawing.</summary>
    Sending,

    /// <summary>A verb or noun of destroying or losing.</summary>
    Loss,

    /// <summary>A verb whose subject claims the number: "estimate".</summary>
    Claim,

    /// <summary>A noun that makes an amount of money a payment: "aid", "fine".</summary>
    Payment,

    /// <summary>A verb that a number without a noun may have after a figure, which then counts the same: "90,000 have left already".</summary>
    Echo,

    /// <summary>A verb whose object may be a number alone, given as the sum: "spoke of 40".</summary>
    Saying,

    /// <summary>A word that shows that men are spoken of as a force: "invasion", "brigade".</summary>
    Army,

    /// <summary>A place of custody: who comes out of it is free.</summary>
    Custody,

    /// <summary>A verb that, denied, makes its subject missing: "have not been heard of".</summary>
    Unseen,

    /// <summary>A noun for a wound, of which one has it "with" it.</summary>
    Hurt,

    /// <summary>A word of prices and pay, beside which an amount is no payment of states: "salary".</summary>
    Price,
}

/// <summary>The words of data/figures/words.tsv.</summary>
internal sealed class CountWords
{
    private const string File = "figures/words.tsv";

    private readonly FrozenDictionary<(string Word, CountRole Role), FigureMeasure?> _measures;

    private readonly FrozenSet<string> _telling;

    private CountWords(FrozenDictionary<(string, CountRole), FigureMeasure?> measures)
    {
        _measures = measures;
        _telling = measures.Where(m => m.Value is not null || m.Key.Item2 is CountRole.Loss or CountRole.Sending)
            .SelectMany(m => m.Key.Item1.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="DataException">A line is not "lemma, role, measure".</exception>
    public static CountWords Load(DataFiles data)
    {
        var measures = new Dictionary<(string, CountRole), FigureMeasure?>();
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split('\t') is not [var word, var role, var measure] || Parse<CountRole>(role) is not { } known)
                throw new DataException(File, line, "expected a lemma, a role and a measure, with tabs between them");
            if (measure != "-" && Parse<FigureMeasure>(measure) is null) throw new DataException(File, line, $"there is no measure '{measure}'");
            if (!measures.TryAdd((word, known), measure == "-" ? null : Parse<FigureMeasure>(measure)))
                throw new DataException(File, line, $"'{word}' stands twice as {role}");
        }
        return new CountWords(measures.ToFrozenDictionary());
    }

    /// <summary>The measure that a word gives in a role, or null.</summary>
    public FigureMeasure? Of(string lemma, CountRole role) => _measures.GetValueOrDefault((lemma.ToLowerInvariant(), role));

    /// <summary>True if a word may tell what is counted; in a sentence without any nothing is.</summary>
    public bool IsTelling(string word) => _telling.Contains(word);

    /// <summary>True if a word has a role.</summary>
    public bool Is(string lemma, CountRole role) => _measures.ContainsKey((lemma.ToLowerInvariant(), role));

    /// <summary>A value of an enumeration as data files spell it: "at_least".</summary>
    internal static T? Parse<T>(string word) where T : struct, Enum =>
        word.All(c => char.IsAsciiLetterLower(c) || c == '_') && Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value : null;
}
