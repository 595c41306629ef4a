using Demarche.Language;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>Where a word stands: in which sentence, within a quotation or not, under a verb that looks back or forward.</summary>
internal sealed class Outlook
{
    private readonly TimeScan _scan;
    private readonly Analysis? _analysis;
    private readonly TenseDirection? _tense;
    private readonly bool[] _quoted;
    private readonly Lean[] _leans;

    private enum Lean : byte
    {
        Unknown,
        None,
        Forward,
        Backward,
        ClauseEnd,
    }

    public Outlook(TimeScan scan, Analysis? analysis = null)
    {
        (_scan, _analysis, _tense) = (scan, analysis, analysis is null ? null : new TenseDirection(analysis));
        (_quoted, _leans) = (Quoted(scan), new Lean[scan.Count]);
    }

    /// <summary>True if the word stands between quotation marks of its paragraph.</summary>
    public bool InQuotation(int word) => _quoted[word];

    /// <summary>True if two words stand in one sentence; never without an analysis.</summary>
    public bool SameSentence(int a, int b) =>
        _analysis is not null && _analysis.SentenceAt(_scan[a].Span.Start)?.Index == _analysis.SentenceAt(_scan[b].Span.Start)?.Index;

    /// <summary>True if what happens at this time is still to come: by words right before it, by the tense of the verb it hangs on, else by the words of its clause.</summary>
    public bool LooksForward(int first, int end) => BeforeIt(first) ?? _tense?.LooksForward(_scan.Span(first, end)) ?? InClause(first, end);

    // "ahead of Friday's vote", "scheduled for Monday", "between now and Friday", "no later than May".
    private bool? BeforeIt(int first)
    {
        var at = _scan[first - 1].Is("the", "this", "late", "early", "mid") ? first - 2 : first - 1;
        if (_scan[first - 1].Lower == "since" || at == first - 2 && _scan[first - 1].Lower == "the" && _scan[at].Is("after", "following", "since")) return false;
        var (near, far) = (_scan[at].Lower, _scan[at - 1].Lower);
        // "up from 40 in July", "fewer than in May"
        if (near == "in" && (far == "than" || _scan[at - 1].Kind == TimeWordKind.Digits && _scan[at - 2].Lower == "from")) return false;
        return near == "of" && far == "ahead" || near == "than" && far == "later" || near == "and" && far == "now" || near == "starting"
            || near is "for" or "on" && far is "scheduled" or "due" or "planned" or "slated" or "expected" or "set" || near is "scheduled" or "due" or "expected" ? true : null;
    }

    private bool InClause(int first, int end)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 14) && !_scan[i + 1].Breaks && LeanOf(i) is not Lean.ClauseEnd and var lean; i--)
        {
            if (i == first - 1 && _scan[i].Is("by", "until", "till", "starting")) return true;
            if (lean != Lean.None) return lean == Lean.Forward;
        }
        for (var i = end; i < Math.Min(_scan.Count, end + 10) && !_scan[i].Breaks && LeanOf(i) is not Lean.ClauseEnd and var lean; i++)
            if (lean != Lean.None) return lean == Lean.Forward;
        return false;
    }

    // Looked up once a word: many expressions may stand near it.
    private Lean LeanOf(int i)
    {
        if (_leans[i] == Lean.Unknown)
            _leans[i] = _scan[i].Is(".", ";", "!", "?", "\"") ? Lean.ClauseEnd : IsForward(i) ? Lean.Forward : IsBackward(i) ? Lean.Backward : Lean.None;
        return _leans[i];
    }

    private bool IsForward(int i) =>
        _scan[i].Is("will", "shall", "would", "scheduled", "expected", "planned", "plans", "due", "upcoming", "slated", "ll", "tomorrow", "deadline", "may")
        || _scan[i].Lower == "to" && _scan[i - 1].Is("going", "set", "is", "are", "plan", "hopes", "hope", "need", "needs", "about", "have", "has", "intends", "wants")
        || _scan[i].Lower == "of" && _scan[i - 1].Lower == "ahead";

    private bool IsBackward(int i) =>
        _scan[i].Is("was", "were", "had", "said", "told", "did", "met", "held", "took", "came", "made", "began", "has", "have", "after", "since", "spoke", "struck", "hit", "shot", "left", "gave")
        || _scan[i].Lower.Length > 4 && _scan[i].Lower.EndsWith("ed", StringComparison.Ordinal) && !_scan[i].Is("united", "armed", "indeed", "scheduled", "expected", "planned", "slated", "need", "proceed");

    private static bool[] Quoted(TimeScan scan)
    {
        var quoted = new bool[scan.Count];
        var inside = false;
        for (var i = 0; i < scan.Count; i++)
        {
            if (scan[i].Breaks) inside = false;
            var mark = scan.Text[scan[i].Span.Start];
            if (mark is '“' or '„' or '«') inside = true;
            else if (mark is '”' or '»') inside = false;
            else if (mark == '"') inside = !inside;
            quoted[i] = inside;
        }
        return quoted;
    }
}
