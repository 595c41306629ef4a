using System.Collections.Immutable;

namespace Demarche.Coding;

/// <summary>The part of speech of a pattern's trigger.</summary>
internal enum TriggerKind
{
    /// <summary>A verb in any form.</summary>
    Verb,

    /// <summary>A noun that names the act: "Israel's attacks on Iran".</summary>
    Noun,

    /// <summary>An adjective as predicate: "ready to mediate".</summary>
    Adjective,
}

/// <summary>Where in the tree an element looks.</summary>
internal enum Slot
{
    /// <summary>Direct object, passive subject, or the noun that a passive participle modifies.</summary>
    Object,

    /// <summary>An oblique or nominal modifier with one of the prepositions.</summary>
    Oblique,

    /// <summary>A complement without its own subject: "offer to mediate".</summary>
    OpenComplement,

    /// <summary>A complement clause: "demand that they withdraw".</summary>
    Clause,

    /// <summary>Any dependent.</summary>
    Dependent,

    /// <summary>A negation of the trigger.</summary>
    Negation,

    /// <summary>Somebody whose words the clause is: a quotation's speaker, the subject of a reporting verb. He is the source, the clause's subject the target.</summary>
    Speaker,
}

/// <summary>A set of words: lemmas, heads with a modifier ("peace_talk"), verbs with their particle ("call+off").</summary>
internal sealed record WordSet(
    ImmutableHashSet<string> Lemmas, ImmutableArray<(string Modifier, string Head)> Compounds, ImmutableArray<(string Verb, string Particle)> Particles)
{
    public bool IsEmpty => Lemmas.IsEmpty && Compounds.IsEmpty && Particles.IsEmpty;

    /// <summary>Sorts words as patterns write them into the three kinds.</summary>
    public static WordSet Of(IEnumerable<string> words)
    {
        var all = words.ToList();
        return new WordSet(
            [.. all.Where(w => !w.Contains('_') && !w.Contains('+'))],
            [.. all.Where(w => w.Contains('_')).Select(w => (w[..w.LastIndexOf('_')], w[(w.LastIndexOf('_') + 1)..]))],
            [.. all.Where(w => w.Contains('+')).Select(w => (w[..w.IndexOf('+', StringComparison.Ordinal)], w[(w.IndexOf('+', StringComparison.Ordinal) + 1)..]))]);
    }
}

/// <summary>One condition of a pattern on what depends on its trigger.</summary>
/// <param name="Slot">Where to look.</param>
/// <param name="Prepositions">For obliques: the prepositions allowed; empty for the other slots.</param>
/// <param name="Words">The words allowed; empty for "anything" or for an actor.</param>
/// <param name="IsTarget">True if an actor has to stand there, who is the target.</param>
/// <param name="Optional">True if it binds when present and is no condition.</param>
/// <param name="Forbidden">True if nothing of the kind may be there.</param>
internal sealed record PatternElement(
    Slot Slot,
    ImmutableHashSet<string> Prepositions,
    WordSet Words,
    bool IsTarget,
    bool Optional,
    bool Forbidden)
{
    /// <summary>As the pattern has it: "with:{target}".</summary>
    public string Written { get; init; } = "";

    /// <summary>
    /// How much the element narrows the pattern: an exclusion least, then an actor, a word, a word with its modifier; a negation most,
    /// since it turns the act over ("did not accept the plan").
    /// </summary>
    public int Weight => Slot == Slot.Speaker ? -1
        : Optional ? 0
        : Forbidden ? 1
        : Slot == Slot.Negation ? 14
        : Words.IsEmpty ? 2
        : Words.Lemmas.IsEmpty && Words.Particles.IsEmpty ? 7 : 6;
}

/// <summary>A pattern: a trigger, conditions on its dependents, the code they decide, and sentences that prove it.</summary>
/// <param name="Code">CAMEO code.</param>
/// <param name="Text">The pattern as written.</param>
/// <param name="File">Data file, "patterns/11-disapprove.txt".</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Kind">Part of speech of the trigger.</param>
/// <param name="Triggers">Lemmas of the trigger; for a particle verb "call+off".</param>
/// <param name="Elements">Conditions, in order of writing.</param>
/// <param name="Examples">Sentences it must match.</param>
/// <param name="Counterexamples">Sentences it must not match.</param>
internal sealed record EventPattern(
    string Code,
    string Text,
    string File,
    int Line,
    TriggerKind Kind,
    ImmutableArray<string> Triggers,
    ImmutableArray<PatternElement> Elements,
    ImmutableArray<string> Examples,
    ImmutableArray<string> Counterexamples)
{
    private const int ParticleWeight = 6;

    /// <summary>True if the act is the saying: the speaker does it to the clause's subject.</summary>
    public bool IsStance { get; } = Elements.Any(e => e.Slot == Slot.Speaker);

    /// <summary>How much its conditions narrow it: the more specific pattern wins.</summary>
    public int Specificity { get; } = Elements.Sum(e => e.Weight);

    /// <summary>The same at that of its triggers where it is greatest.</summary>
    public int GreatestSpecificity { get; } = Elements.Sum(e => e.Weight) + (Triggers.Any(t => t.Contains('+')) ? ParticleWeight : 0);

    /// <summary>The same at one of its triggers: a verb with a particle is narrower than the bare verb.</summary>
    public int SpecificityAt(string trigger) => Specificity + (trigger.Contains('+') ? ParticleWeight : 0);

    /// <summary>True if it needs somebody else who is to act: "said that Iran must withdraw", not "that we must".</summary>
    public bool Addresses { get; } = Elements.Any(e => e is { IsTarget: true, Slot: Slot.Clause, Forbidden: false, Optional: false });

    /// <summary>File and line, as an observation's coder names it.</summary>
    public string Place => $"{File}:{Line}";
}
