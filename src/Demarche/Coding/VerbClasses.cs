using System.Collections.Frozen;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>The closed word classes of data/coding/verbs.txt.</summary>
internal sealed class VerbClasses
{
    private const string File = "coding/verbs.txt";

    private readonly Dictionary<string, FrozenSet<string>> _classes = new(StringComparer.Ordinal);

    private VerbClasses(DataFiles data)
    {
        foreach (var (line, text) in data.Lines(File))
        {
            var bar = text.IndexOf(" | ", StringComparison.Ordinal);
            if (bar < 1) throw new DataException(File, line, "expected 'class | lemmas'");
            var words = text[(bar + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!_classes.TryAdd(text[..bar], words.ToFrozenSet(StringComparer.Ordinal)))
                throw new DataException(File, line, $"the class '{text[..bar]}' is defined twice");
        }
        OtherFields = OtherFields.Load(data);
        ObjectControl = Class("object-control");
        Light = Class("light");
        Report = Class("report");
        Denying = Class("denying");
        Failing = Class("failing");
        Planning = Class("planning");
        Considering = Class("considering");
        Raising = Class("raising");
        Stative = Class("stative");
        Doubtful = Class("doubtful");
        PassingOn = Class("passing-on");
        Measures = Class("measures");
        Negators = Class("negators");
        Statements = Class("statements");
        Analysts = Class("analysts");
        Hearsay = Class("hearsay");
        Arming = Class("arming");
        Affairs = Class("affairs");
        Receiving = Class("receiving");
        Counterparts = Class("counterparts");
        People = Class("people");
        Readiness = Class("readiness");
        Coming = Class("coming");
        Imagined = Class("imagined");
        Plans = Class("plans");
        Chances = Class("chances");
        Weighing = Class("weighing");
        Going = Class("going");
        Speaking = Class("speaking");
    }

    /// <summary>The words of sport, business, nature and fiction.</summary>
    public OtherFields OtherFields { get; }

    public FrozenSet<string> ObjectControl { get; }

    public FrozenSet<string> Light { get; }

    public FrozenSet<string> Report { get; }

    public FrozenSet<string> Denying { get; }

    public FrozenSet<string> Failing { get; }

    public FrozenSet<string> Planning { get; }

    public FrozenSet<string> Considering { get; }

    public FrozenSet<string> Raising { get; }

    public FrozenSet<string> Stative { get; }

    public FrozenSet<string> Doubtful { get; }

    /// <summary>Verbs that lend their place to their own complement: "offered to help mediate" offers mediation.</summary>
    public FrozenSet<string> PassingOn { get; }

    /// <summary>Nouns that only measure what follows: "a series of strikes".</summary>
    public FrozenSet<string> Measures { get; }

    public FrozenSet<string> Negators { get; }

    /// <summary>Nouns that name something written or read out.</summary>
    public FrozenSet<string> Statements { get; }

    /// <summary>Nouns that name those who judge from outside.</summary>
    public FrozenSet<string> Analysts { get; }

    /// <summary>Adverbs and nouns behind which nobody in particular stands: "reportedly", "rumours".</summary>
    public FrozenSet<string> Hearsay { get; }

    /// <summary>Verbs by which a will is declared: "agree", "intend".</summary>
    public FrozenSet<string> Readiness { get; }

    /// <summary>Adjectives of what is yet to be: "upcoming".</summary>
    public FrozenSet<string> Coming { get; }

    /// <summary>Adjectives of what is only thought of: "possible", "proposed".</summary>
    public FrozenSet<string> Imagined { get; }

    /// <summary>Nouns whose infinitive is announced: "plan", "decision".</summary>
    public FrozenSet<string> Plans { get; }

    /// <summary>Nouns whose infinitive is only thought of: "option", "call".</summary>
    public FrozenSet<string> Chances { get; }

    /// <summary>Verbs whose object is only thought of: "consider strikes".</summary>
    public FrozenSet<string> Weighing { get; }

    /// <summary>Verbs whose purpose is done with them: "travelled to meet".</summary>
    public FrozenSet<string> Going { get; }

    /// <summary>Verbs of acts that are done by speaking: "condemn", "urge".</summary>
    public FrozenSet<string> Speaking { get; }

    /// <summary>Nouns that name a matter by its parties: "the Norwegian-Chadian dispute".</summary>
    public FrozenSet<string> Affairs { get; }

    /// <summary>Verbs whose object does what the purpose clause says: "armed rebels to fight".</summary>
    public FrozenSet<string> Arming { get; }

    /// <summary>Verbs whose subject is the one whom the noun's act meets: "faces threats from".</summary>
    public FrozenSet<string> Receiving { get; }

    /// <summary>Nouns that name somebody else than their possessor: "his rivals".</summary>
    public FrozenSet<string> Counterparts { get; }

    /// <summary>Nouns that name people in general, who are no actors of the record.</summary>
    public FrozenSet<string> People { get; }

    public static VerbClasses Load(DataFiles data) => new(data);

    private FrozenSet<string> Class(string name) =>
        _classes.TryGetValue(name, out var words) ? words : throw new DataException(File, 0, $"the class '{name}' is missing");
}
