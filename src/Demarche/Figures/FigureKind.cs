namespace Demarche.Figures;

/// <summary>What is counted, as coarsely as the contract of the record tells it.</summary>
public enum FigureKind
{
    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured or wounded.</summary>
    Injured,

    /// <summary>People arrested, detained, held, captured; also those of them who are set free.</summary>
    Detained,

    /// <summary>People who fled, were displaced or evacuated.</summary>
    Displaced,

    /// <summary>Missiles, rockets.</summary>
    Missiles,

    /// <summary>Drones.</summary>
    Drones,

    /// <summary>Anything else of note.</summary>
    Other,
}

/// <summary>What exactly is counted.</summary>
public enum FigureMeasure
{
    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured or wounded.</summary>
    Injured,

    /// <summary>Dead and injured together: "casualties".</summary>
    Casualties,

    /// <summary>People missing or unaccounted for.</summary>
    Missing,

    /// <summary>People arrested, jailed, held, captured.</summary>
    Detained,

    /// <summary>People kidnapped or held hostage.</summary>
    Abducted,

    /// <summary>People set free, or exchanged against others.</summary>
    Released,

    /// <summary>People who fled or were driven out.</summary>
    Displaced,

    /// <summary>People brought to safety.</summary>
    Evacuated,

    /// <summary>Soldiers sent, stationed, massed or withdrawn.</summary>
    Troops,

    /// <summary>Missiles.</summary>
    Missiles,

    /// <summary>Rockets.</summary>
    Rockets,

    /// <summary>Shells, bombs and mines.</summary>
    Shells,

    /// <summary>Drones.</summary>
    Drones,

    /// <summary>Air strikes and sorties flown.</summary>
    Sorties,

    /// <summary>Tanks, lorries, aircraft, ships lost, held or sent.</summary>
    Vehicles,

    /// <summary>Homes and other buildings destroyed or damaged.</summary>
    Buildings,

    /// <summary>Aid, loans, damages, fines and other payments of states and bodies.</summary>
    Money,
}

/// <summary>How a measure stands to the contract's kinds and to people.</summary>
public static class FigureMeasures
{
    /// <summary>The kind under which the record files it.</summary>
    public static FigureKind Kind(this FigureMeasure measure) => measure switch
    {
        FigureMeasure.Killed => FigureKind.Killed,
        FigureMeasure.Injured => FigureKind.Injured,
        FigureMeasure.Detained or FigureMeasure.Abducted or FigureMeasure.Released => FigureKind.Detained,
        FigureMeasure.Displaced or FigureMeasure.Evacuated => FigureKind.Displaced,
        FigureMeasure.Missiles or FigureMeasure.Rockets => FigureKind.Missiles,
        FigureMeasure.Drones => FigureKind.Drones,
        _ => FigureKind.Other,
    };

    /// <summary>True if people are counted to whom something was done or befell.</summary>
    internal static bool IsOfPeople(this FigureMeasure measure) => measure <= FigureMeasure.Evacuated;
}
