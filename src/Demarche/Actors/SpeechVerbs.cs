using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Actors;

/// <summary>Verbs whose subject is somebody.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.Create(StringComparer.Ordinal,
        "say", "tell", "add", "announce", "warn", "call", "claim", "argue", "note", "explain", "insist", "write", "tweet", "declare", "state", "believe",
        "think", "suggest", "urge", "ask", "accuse", "deny", "reject", "criticize", "criticise", "condemn", "acknowledge", "admit", "confirm", "describe",
        "report", "comment", "reply", "respond", "stress", "emphasize", "emphasise", "recall", "testify", "vow", "pledge", "promise", "propose", "meet");

    /// <summary>True for verbs of saying and the like.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);

    /// <summary>True if the chunk is the subject of such a verb.</summary>
    public static bool HasSpeaker(Analysis analysis, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.End; i++)
            if (analysis.Tokens[i].BaseRelation == "nsubj" && analysis.Head(analysis.Tokens[i]) is { } verb && Lemmas.Contains(verb.Lemma)) return true;
        return false;
    }
}
