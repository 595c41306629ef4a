using Demarche.Reconciliation;

namespace Demarche.Dossiers;

/// <summary>The words under which the JSON prints what differs.</summary>
internal static class DifferenceWords
{
    public static string Word(RenderingKind kind) => kind switch
    {
        RenderingKind.SameWords => "same_words",
        RenderingKind.Cut => "cut",
        RenderingKind.Reworded => "reworded",
        _ => "translation",
    };

    public static string Word(DiscrepancyType type) => type switch
    {
        DiscrepancyType.Date => "date",
        DiscrepancyType.Actor => "actor",
        DiscrepancyType.Direction => "direction",
        DiscrepancyType.Number => "number",
        DiscrepancyType.Place => "place",
        DiscrepancyType.Status => "status",
        DiscrepancyType.Wording => "wording",
        _ => "omission",
    };

    public static string Word(DiscrepancyState state) => state switch
    {
        DiscrepancyState.Open => "open",
        DiscrepancyState.Explained => "explained",
        _ => "superseded",
    };

    public static string Word(StretchSide side) => side switch
    {
        StretchSide.Same => "same",
        StretchSide.Left => "left",
        _ => "right",
    };
}
