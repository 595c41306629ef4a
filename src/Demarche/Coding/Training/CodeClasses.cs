using System.Collections.Immutable;
using Demarche.Ontology;

namespace Demarche.Coding.Training;

/// <summary>The codes that are learnt apart; rarer ones count as what they are a kind of. Outcome 0 is "no event".</summary>
internal sealed class CodeClasses
{
    private const int Fewest = 10;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    private CodeClasses(ImmutableArray<string> codes)
    {
        Codes = codes;
        for (var i = 0; i < codes.Length; i++) _index[codes[i]] = i + 1;
    }

    /// <summary>In ordinal order.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>The codes that the sentences to learn from have often enough, and one at least of every PLOVER type.</summary>
    public static CodeClasses Of(IEnumerable<AnnotatedSentence> sentences, EventOntology ontology)
    {
        var counts = sentences.Where(s => !s.IsTest).SelectMany(s => s.Events).CountBy(e => e.Codes[0]).ToDictionary(StringComparer.Ordinal);
        var kept = ontology.Codes.Where(c => counts.GetValueOrDefault(c.Code) >= Fewest).ToList();
        foreach (var type in ontology.Types)
            if (!kept.Exists(c => c.Plover == type.Word))
                kept.Add(ontology.Codes.Where(c => c.Plover == type.Word && c.Code.Length > 2).MaxBy(c => counts.GetValueOrDefault(c.Code))!);
        return new CodeClasses([.. kept.Select(c => c.Code).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The outcome of a code: its own, that of the code it is a kind of, or that of its root.</summary>
    public int IndexOf(string code)
    {
        for (var length = code.Length; length > 2; length--)
            if (_index.TryGetValue(code[..length], out var found)) return found;
        if (_index.TryGetValue(code[..2] + "0", out var root)) return root;
        var kin = Codes.FirstOrDefault(c => c.StartsWith(code[..2], StringComparison.Ordinal));
        return kin is null ? 0 : _index[kin];
    }
}
