using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Coding.Contacting;

/// <summary>The word classes of data/coding/contacts.txt.</summary>
internal sealed class ContactWords
{
    private const string File = "coding/contacts.txt";

    private static readonly string[] Names =
    [
        "with-verbs", "meet-verbs", "sit-verbs", "call-verbs", "visit-verbs", "go-verbs", "send-verbs", "host-verbs", "tell-verbs", "brief-verbs", "ahead", "topic-verbs", "calls", "meetings", "talks",
        "visits", "carry-verbs", "messages", "letters", "phone", "beside", "audience", "void-verbs", "spans", "write-verbs",
    ];

    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;

    private ContactWords(FrozenDictionary<string, FrozenSet<string>> classes) => _classes = classes;

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataException">A line is malformed, or a class is missing, unknown or there twice.</exception>
    public static ContactWords Load(DataFiles data)
    {
        var classes = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split(" | ") is not [var name, var words]) throw new DataException(File, line, "expected 'class | lemmas'");
            if (!Names.Contains(name)) throw new DataException(File, line, $"no class '{name}' is asked for");
            if (!classes.TryAdd(name, words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)))
                throw new DataException(File, line, $"the class '{name}' is defined twice");
        }
        foreach (var name in Names)
            if (!classes.ContainsKey(name)) throw new DataException(File, 0, $"the class '{name}' is missing");
        return new ContactWords(classes.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>True if the token's lemma is of the class.</summary>
    public bool Is(string name, Token token) => Has(name, PatternMatcher.Lemma(token));

    /// <summary>True if the word is of the class.</summary>
    public bool Has(string name, string word) => _classes[name].Contains(word);
}
