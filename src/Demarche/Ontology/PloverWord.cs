using System.Collections.Immutable;

namespace Demarche.Ontology;

/// <summary>A type, mode or context of PLOVER 2021, from data/ontology/plover.txt.</summary>
/// <param name="Word">As printed in the record: "RETREAT", "ceasefire", "military".</param>
/// <param name="Types">Of a mode, the types that it may refine, in ordinal order; else empty.</param>
/// <param name="Definition">What counts, in our own words.</param>
public sealed record PloverWord(string Word, ImmutableArray<string> Types, string Definition);
