using System.Globalization;
using Demarche.Text;

namespace Demarche.Times;

/// <summary>Reads numbers in digits and words at a place of the light scan.</summary>
internal static class Numerals
{
    /// <summary>An ordinal below 32 in digits ("21st") or words ("twenty-first"), with the index behind it; 0 if there is none.</summary>
    public static int Ordinal(TimeScan scan, int at, out int end)
    {
        end = at + 1;
        var word = scan[at];
        if (word.Suffix == "th") return word.Number;
        if (NumberWords.Ordinal(word.Lower) is { } n) return n <= 30 ? n : 0;
        if (NumberWords.Cardinal(word.Lower) is not ({ } tens and (20 or 30))) return 0;
        var next = scan[at + 1].Lower == "-" ? at + 2 : at + 1;
        if (NumberWords.Ordinal(scan[next].Lower) is not ({ } ones and < 10)) return 0;
        end = next + 1;
        return tens + ones;
    }

    /// <summary>1 to 12 in words; null for all else.</summary>
    public static int? Hour(string word) => NumberWords.Cardinal(word) is { } n and >= 1 and <= 12 ? n : null;

    /// <summary>An amount before a unit ("three", "a few", "48", "two and a half", "several", "a"), with the index behind it.</summary>
    public static Amount? AmountAt(TimeScan scan, int at, out int end)
    {
        end = at + 1;
        var word = scan[at];
        if (word.Kind == TimeWordKind.Digits) return Digits(scan, at, out end);
        switch (word.Lower)
        {
            case "several" or "some" or "many" or "few" or "numerous" or "countless" or "multiple": return new Amount(null);
            case "dozens" or "scores" or "hundreds" or "thousands" or "tens" when scan[at + 1].Lower == "of":
                end = at + 2;
                return new Amount(null);
            case "a" or "an": return AfterArticle(scan, at, out end);
            case "half" when scan[at + 1].Lower is "a" or "an":
                end = at + 2;
                return new Amount(0.5m);
            case "another":
                if (More(scan, at + 1, out var behind) is { } more)
                {
                    end = behind;
                    return more;
                }
                return new Amount(1);
            case "couple":
                end = scan[at + 1].Lower == "of" ? at + 2 : at + 1;
                return new Amount(2);
            case "dozen": return new Amount(12);
        }
        return Words(scan, at, out end) is { } n ? Halves(scan, ref end, n) : null;
    }

    // The number of "another three", "a further 24".
    private static Amount? More(TimeScan scan, int at, out int end) =>
        scan[at].Kind == TimeWordKind.Digits ? Digits(scan, at, out end) : scan[at].Is("few", "several") ? Few(at, out end) : Words(scan, at, out end) is { } n ? new Amount(n) : null;

    private static Amount Few(int at, out int end)
    {
        end = at + 1;
        return new Amount(null);
    }

    private static Amount? AfterArticle(TimeScan scan, int at, out int end)
    {
        end = at + 1;
        switch (scan[at + 1].Lower)
        {
            case "few": end = at + 2; return new Amount(null);
            case "number" or "handful" or "matter" or "series" when scan[at + 2].Lower == "of": end = at + 3; return new Amount(null);
            case "significant" when scan[at + 2].Lower == "number" && scan[at + 3].Lower == "of": end = at + 4; return new Amount(null);
            case "couple": end = scan[at + 2].Lower == "of" ? at + 3 : at + 2; return new Amount(2);
            case "dozen": end = at + 2; return new Amount(12);
            case "half": end = at + 2; return new Amount(0.5m);
            case "hundred": return Words(scan, at + 1, out end) is { } hundreds ? new Amount(hundreds) : null;
            case "additional" or "extra" or "further" when More(scan, at + 2, out var behind) is { } more: end = behind; return more;
            case "thousand": end = at + 2; return new Amount(1000);
            case "quarter" when scan[at + 2].Lower == "of": end = at + 3; return scan[at + 3].Lower is "a" or "an" ? null : new Amount(0.25m);
            case "full" or "whole" or "single" or "further" or "mere" or "good": end = at + 2; return new Amount(1);
            default: return new Amount(1);
        }
    }

    private static Amount? Digits(TimeScan scan, int at, out int end)
    {
        end = at + 1;
        if (scan[at].Number < 0 || scan[at].Suffix.Length > 0) return null;
        decimal n = scan[at].Number;
        if (scan[at + 1].Lower is "." && !scan[at + 1].Spaced && scan[at + 2] is { Kind: TimeWordKind.Digits, Spaced: false, Number: >= 0 } tail)
        {
            n = decimal.Parse($"{scan[at].Lower}.{tail.Lower}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            end = at + 3;
        }
        else if (scan[at + 1].Lower is "," && !scan[at + 1].Spaced && scan[at + 2] is { Kind: TimeWordKind.Digits, Spaced: false, Lower.Length: 3 } thousands)
        {
            n = n * 1000 + thousands.Number;
            end = at + 3;
        }
        else if (Fraction(scan, at + 1) is { } part)
        {
            n += part;
            end = at + 4;
        }
        return Halves(scan, ref end, n);
    }

    // "3 1/2"
    private static decimal? Fraction(TimeScan scan, int at) =>
        scan[at] is { Number: >= 1 and <= 3, Spaced: true } above && scan[at + 1] is { Lower: "/", Spaced: false } && scan[at + 2] is { Number: 2 or 3 or 4, Spaced: false } below
        && above.Number < below.Number ? decimal.Round((decimal)above.Number / below.Number, 2) : null;

    private static Amount Halves(TimeScan scan, ref int end, decimal n)
    {
        var i = scan[end].Lower == "-" ? end + 1 : end;
        if (scan[i].Lower != "and") return new Amount(n);
        i = scan[i + 1].Lower == "-" ? i + 2 : i + 1;
        if (scan[i].Lower == "a") i = scan[i + 1].Lower == "-" ? i + 2 : i + 1;
        if (scan[i].Lower != "half") return new Amount(n);
        end = i + 1;
        return new Amount(n + 0.5m);
    }

    private static int? Words(TimeScan scan, int at, out int end)
    {
        if (BelowHundred(scan, at, out end) is not { } n)
        {
            if (scan[at].Lower != "hundred") return null;
            (n, end) = (1, at);
        }
        if (scan[end].Lower is "thousand") return n * 1000 + Past(ref end);
        if (scan[end].Lower is not "hundred") return n;
        n = n * 100 + Past(ref end);
        return n;

        // "hundred (and forty)"
        int Past(ref int end)
        {
            end++;
            var more = scan[end].Lower == "and" ? end + 1 : end;
            if (BelowHundred(scan, more, out var behind) is not ({ } rest and > 0)) return 0;
            end = behind;
            return rest;
        }
    }

    private static int? BelowHundred(TimeScan scan, int at, out int end)
    {
        end = at + 1;
        if (NumberWords.Cardinal(scan[at].Lower) is not { } n) return null;
        if (n < 20) return n;
        var next = scan[at + 1].Lower == "-" ? at + 2 : at + 1;
        if (NumberWords.Cardinal(scan[next].Lower) is { } ones and > 0 and < 10) (n, end) = (n + ones, next + 1);
        return n;
    }
}
