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

    public static string Word(StretchSide side) => side switch
    {
        StretchSide.Same => "same",
        StretchSide.Left => "left",
        _ => "right",
    };
}
