using Demarche.Corrections;
using Demarche.Times;

namespace Demarche.Dossiers;

/// <summary>What a dossier is asked for.</summary>
public sealed class DossierOptions
{
    /// <summary>What may be known; null for all.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>What people corrected.</summary>
    public CorrectionLog Corrections { get; init; } = CorrectionLog.Empty;

    /// <summary>With a horizon: lets corrections hold that were made after its day.</summary>
    public bool LaterCorrections { get; init; }

    /// <summary>The corrections that hold.</summary>
    public CorrectionLog Holding => Horizon is { } h && !LaterCorrections ? Corrections.Until(h.Day) : Corrections;
}
