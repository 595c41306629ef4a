using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>Abbreviations that news prints with a full stop inside a sentence, most of them before a name or a number.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Titles = new[]
    {
        "adm.", "amb.", "brig.", "capt.", "cmdr.", "cmdt.", "col.", "comdr.", "congr.", "cpl.", "cpt.", "det.",
        "dr.", "drs.", "ens.", "gen.", "gens.", "gov.", "govs.", "hon.", "insp.", "lieut.", "lt.", "maj.", "mdm.", "messrs.", "mgr.",
        "mlle.", "mme.", "mr.", "mrs.", "ms.", "msgr.", "mx.", "pfc.", "prof.", "profs.", "pvt.", "rep.", "reps.", "rev.", "revs.",
        "sen.", "sens.", "sgt.", "spc.", "ssgt.", "st.", "ste.", "supt.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Others = new[]
    {
        "apr.", "art.", "assn.", "asst.", "atty.", "comm.", "pres.", "assoc.", "aug.", "ave.", "bldg.", "blvd.", "bros.", "ca.", "cf.", "ch.", "co.", "corp.", "dec.", "del.",
        "dep.", "dept.", "dir.", "dist.", "div.", "e.g.", "ed.", "eds.", "eng.", "esp.", "esq.", "est.", "feb.", "fig.", "figs.", "fl.",
        "fri.", "ft.", "gp.", "govt.", "i.e.", "inc.", "jan.", "jr.", "jul.", "jun.", "ltd.", "mar.", "min.", "mon.", "mt.", "nat.", "no.",
        "nos.", "nov.", "oct.", "op.", "ord.", "p.", "par.", "ph.d.", "pp.", "pt.", "rd.", "res.", "ret.", "sat.", "sec.", "secy.", "sep.",
        "sept.", "sir.", "sq.", "sr.", "sun.", "thu.", "thur.", "thurs.", "tue.", "tues.", "univ.", "v.", "vol.", "vols.", "vs.", "wed.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherLookup = Others.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a title before a name and for any other abbreviation of the list; the token holds its full stop.</summary>
    public static bool Contains(ReadOnlySpan<char> token) => CanBe(token) && (TitleLookup.Contains(token) || OtherLookup.Contains(token));

    /// <summary>True for a title or rank that stands before a name ("Gen.", "Sens.").</summary>
    public static bool IsTitle(ReadOnlySpan<char> token) => CanBe(token) && TitleLookup.Contains(token);

    private static bool CanBe(ReadOnlySpan<char> token) => token.Length is > 1 and <= 8 && token[^1] == '.';
}
