using Demarche.Times;

namespace Demarche.Dossiers;

/// <summary>What a dossier is asked for.</summary>
public sealed class DossierOptions
{
    /// <summary>What may be known; null for all.</summary>
    public Horizon? Horizon { get; init; }
}
