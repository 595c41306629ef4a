using System.Collections.Immutable;

namespace Demarche.Ontology;

/// <summary>One code of CAMEO 1.1b3 with its place in PLOVER 2021, from data/ontology/cameo.txt.</summary>
/// <param name="Code">Two to four digits, leading zeros kept: "0871".</param>
/// <param name="Name">A short title in our own words.</param>
/// <param name="Plover">The PLOVER type ("RETREAT"), or null where there is none (CAMEO 01).</param>
/// <param name="Mode">The PLOVER mode ("ceasefire"), or null.</param>
/// <param name="Contexts">PLOVER contexts ("military"), as ordered in the file; may be empty.</param>
/// <param name="Symmetric">True if the act binds both sides alike (a call, a meeting, an agreement).</param>
/// <param name="Definition">What counts, in our own words.</param>
public sealed record CameoCode(
    string Code, string Name, string? Plover, string? Mode, ImmutableArray<string> Contexts, bool Symmetric, string Definition);
