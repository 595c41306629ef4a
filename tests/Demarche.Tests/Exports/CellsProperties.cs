using Demarche.Exports;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Exports;

public sealed class CellsProperties
{
    [Fact]
    public void Any_text_comes_back_from_a_comma_separated_cell() => Prop.ForAll<string?>(text =>
        Rfc4180.Read(Cells.Csv(text ?? "") + ",x\r\n")[0][0] == (text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void A_guarded_cell_can_be_undone_and_begins_no_formula() => Prop.ForAll<string?, int>((text, odd) =>
    {
        var plain = "='+-@\t\r'"[Math.Abs(odd % 8)] + (text ?? "");
        var guarded = Cells.Guarded(plain);
        return guarded[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r') && (guarded == plain ? Cells.Guarded(guarded) == guarded : guarded[1..] == plain);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_breaks_a_tab_separated_row() => Prop.ForAll<string?>(text =>
    {
        var cell = Cells.Tsv(text ?? "");
        return cell.Length == (text ?? "").Length && !cell.Any(c => char.IsControl(c) || c is '"' or '\u2028' or '\u2029');
    }).QuickCheckThrowOnFailure();
}
