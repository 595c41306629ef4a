namespace Demarche.Language;

/// <summary>How a lemma is made from a form: lower the case or not, cut characters from the end, add others.</summary>
internal readonly record struct LemmaRule(bool Lower, int Cut, string Add)
{
    public string Apply(string form)
    {
        var stem = Lower ? form.ToLowerInvariant() : form;
        if (Cut == 0 && Add.Length == 0) return stem;
        return Cut >= stem.Length ? (Add.Length > 0 ? Add : stem) : string.Concat(stem.AsSpan(0, stem.Length - Cut), Add);
    }

    /// <summary>The rule that makes <paramref name="lemma"/> of <paramref name="form"/>, keeping the longest common beginning.</summary>
    public static LemmaRule Between(string form, string lemma)
    {
        var keep = Common(form, lemma);
        var lowered = form.ToLowerInvariant();
        var low = Common(lowered, lemma);
        return low > keep || (low == keep && form == lowered)
            ? new LemmaRule(true, lowered.Length - low, lemma[low..])
            : new LemmaRule(false, form.Length - keep, lemma[keep..]);
    }

    private static int Common(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }
}

/// <summary>Finds lemmas: for each Penn tag and manner of capitals the rule of the longest known ending; whole words are endings too.</summary>
internal sealed class Lemmatizer
{
    /// <summary>Longest ending short of the whole word.</summary>
    public const int LongestEnding = 6;

    /// <summary>Longest form with an entry of its own.</summary>
    public const int LongestWord = 30;

    private const string Section = "lemmas";
    private const char Begin = '^';

    private readonly Dictionary<string, int> _endings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly LemmaRule[] _rules;

    /// <param name="endings">Class, tag number, then the ending ("^" before a whole word): number of the rule.</param>
    /// <param name="rules">All rules.</param>
    public Lemmatizer(Dictionary<string, int> endings, LemmaRule[] rules)
    {
        _endings = endings;
        _lookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        _rules = rules;
    }

    /// <summary>The lemma of a form.</summary>
    /// <param name="form">As it stands in the text.</param>
    /// <param name="tag">Number of its part of speech with Penn tag.</param>
    /// <param name="first">Whether it is the first word of its sentence.</param>
    public string Find(string form, int tag, bool first)
    {
        Span<char> key = stackalloc char[LongestWord + 3];
        for (var whole = true; ; whole = false)
        {
            var length = Math.Min(form.Length, LongestWord);
            if (whole && form.Length > LongestWord) continue;
            for (var n = whole ? length : Math.Min(LongestEnding, length); n >= 0; n--)
            {
                if (_lookup.TryGetValue(Key(key, form, tag, first, n, whole), out var rule)) return _rules[rule].Apply(form);
                if (whole) break;
            }
            if (!whole) return form;
        }
    }

    /// <summary>Writes the key of an ending of <paramref name="n"/> characters, or of the whole word.</summary>
    public static ReadOnlySpan<char> Key(Span<char> store, string form, int tag, bool first, int n, bool whole)
    {
        store[0] = (char)('A' + tag);
        store[1] = CapitalsOf(form, first);
        var at = 2;
        if (whole) store[at++] = Begin;
        for (var i = form.Length - n; i < form.Length; i++) store[at++] = char.ToLowerInvariant(Characters.Fold(form[i]));
        return store[..at];
    }

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
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

    public static Lemmatizer Get(ModelFile file) => file.Get(Section, r =>
    {
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
        return new Lemmatizer(endings, rules);
    });

    /// <summary>l: begins small; u: capitals only; i: capital at the beginning of a sentence; c: capital elsewhere.</summary>
    private static char CapitalsOf(string form, bool first)
    {
        if (!char.IsUpper(form[0])) return 'l';
        var small = false;
        foreach (var c in form) small |= char.IsLower(c);
        return !small && form.Length > 1 ? 'u' : first ? 'i' : 'c';
    }
}
