namespace Demarche.Quotes;

/// <summary>What a source does with the words ascribed to it (the types of attribution of Pareti 2012, a judgement kept apart).</summary>
public enum Attitude
{
    /// <summary>Says or writes it.</summary>
    Assertion,

    /// <summary>Thinks, believes, knows, fears it.</summary>
    Belief,

    /// <summary>Wants, plans, hopes to do it.</summary>
    Intention,

    /// <summary>Judges or demands: "criticised the bill as too weak", "urged Congress to act".</summary>
    Judgement,
}
