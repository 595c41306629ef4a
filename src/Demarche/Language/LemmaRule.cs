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
