using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>Abbreviations that news prints with a full stop inside a sentence, most of them before a name or a number.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "adm.", "amb.", "apr.", "assn.", "assoc.", "asst.", "atty.", "aug.", "ave.", "bldg.", "blvd.", "brig.", "bros.", "ca.", "capt.",
        "cf.", "cmdr.", "co.", "col.", "comdr.", "congr.", "corp.", "cpl.", "dec.", "del.", "dep.", "dept.", "det.", "dir.", "dist.", "div.",
        "dr.", "e.g.", "ed.", "eds.", "eng.", "ens.", "esp.", "esq.", "est.", "feb.", "fig.", "fl.", "fr.", "fri.", "ft.", "gen.", "gov.",
        "govs.", "gp.", "hon.", "i.e.", "inc.", "insp.", "jan.", "jr.", "jul.", "jun.", "lieut.", "lt.", "ltd.", "maj.", "mar.", "mdm.",
        "messrs.", "mgr.", "min.", "mme.", "mlle.", "mon.", "mr.", "mrs.", "ms.", "msgr.", "mt.", "nat.", "no.", "nos.", "nov.", "oct.",
        "op.", "ord.", "p.", "pfc.", "ph.d.", "pp.", "pres.", "prof.", "pt.", "pvt.", "rd.", "rep.", "reps.", "ret.", "rev.", "sat.", "sec.",
        "secy.", "sen.", "sens.", "sep.", "sept.", "sgt.", "sir.", "spc.", "sq.", "sr.", "st.", "ste.", "sun.", "supt.", "thu.", "thurs.",
        "tue.", "tues.", "univ.", "v.", "vol.", "vols.", "vs.", "wed.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> token) => token.Length is > 1 and <= 8 && token[^1] == '.' && Lookup.Contains(token);
}
