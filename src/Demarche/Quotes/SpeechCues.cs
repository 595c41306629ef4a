using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>How a word leads to a speaker.</summary>
[Flags]
internal enum CueKind
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>Its subject speaks.</summary>
    Say = 1,

    /// <summary>Its subject speaks, its object listens.</summary>
    Tell = 2,

    /// <summary>Its subject writes.</summary>
    Write = 4,

    /// <summary>Its subject gives the name: "called it “…”".</summary>
    Label = 8,

    /// <summary>In the passive its subject speaks: "was quoted as saying".</summary>
    Quoted = 16,

    /// <summary>A noun whose possessor speaks: "his warning of “…”".</summary>
    Claim = 32,

    /// <summary>A noun for words that somebody issued: "the statement said".</summary>
    Document = 64,

    /// <summary>"according to" and "per": what follows speaks.</summary>
    According = 128,

    /// <summary>A verb of naming: what follows is a name, not speech, unless somebody is told to have coined it.</summary>
    Name = 256,

    /// <summary>Its subject takes a stand: he speaks if no verb of saying stands before it.</summary>
    Stance = 512,

    /// <summary>Its subject speaks if it is a document.</summary>
    Contain = 1024,
}

/// <summary>The words of saying, from data/quotes/cues.tsv.</summary>
internal sealed class SpeechCues
{
    private const string File = "quotes/cues.tsv";
    private const CueKind Verbs = CueKind.Say | CueKind.Tell | CueKind.Write | CueKind.Label | CueKind.Quoted | CueKind.Name
        | CueKind.Stance | CueKind.Contain;

    private readonly FrozenDictionary<string, CueKind> _kinds;

    private SpeechCues(FrozenDictionary<string, CueKind> kinds) => _kinds = kinds;

    /// <exception cref="DataException">A line is not "lemma, tab, kind".</exception>
    public static SpeechCues Load(DataFiles data)
    {
        var kinds = new Dictionary<string, CueKind>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            var cells = text.Split('\t');
            if (cells.Length != 2 || !cells[1].All(char.IsAsciiLetterLower)
                || !Enum.TryParse<CueKind>(cells[1], ignoreCase: true, out var kind) || kind is CueKind.None or CueKind.According)
                throw new DataException(File, line, "expected a lemma, a tab and one of say, tell, write, label, stance, contain, quoted, claim, document, name");
            kinds[cells[0]] = kinds.GetValueOrDefault(cells[0]) | kind;
        }
        return new SpeechCues(kinds.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a token does as a verb of saying, alone or with the word behind it ("put it", "lash out").</summary>
    /// <param name="token">The verb.</param>
    /// <param name="next">The token behind it, or null.</param>
    public CueKind OfVerb(Token token, Token? next = null)
    {
        if (!IsVerb(token)) return InCapitals(token.Form);
        var own = Of(token.Lemma) & Verbs;
        return next is null ? own : own | Of(token.Lemma + " " + next.Form) & Verbs;
    }

    // "THE MAYOR, SAYING:" of shot lists, where taggers see a name.
    private CueKind InCapitals(string form)
    {
        if (form.Length is < 5 or > 15 || !form.EndsWith("ING", StringComparison.Ordinal)) return CueKind.None;
        return form.Any(char.IsLower) ? CueKind.None : Of(form[..^3]) & (CueKind.Say | CueKind.Tell);
    }

    /// <summary>What a token does as a noun for words.</summary>
    public CueKind OfNoun(Token token) =>
        token.Upos is "NOUN" or "PROPN" ? Of(token.Lemma) & (CueKind.Claim | CueKind.Document) : CueKind.None;

    /// <summary>True for verbs by either tag set.</summary>
    public static bool IsVerb(Token token) => token.Upos == "VERB" || token.Xpos.StartsWith("VB", StringComparison.Ordinal) && token.Upos != "AUX";

    private CueKind Of(string words) => _kinds.GetValueOrDefault(words.ToLowerInvariant());
}
