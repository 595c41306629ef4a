using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Coding.Evaluation;

/// <summary>An actor as annotated: a CAMEO code ("TUR", "IGOUNO", "SYRREB"), and the full name where the text tells who it is.</summary>
/// <param name="Name">The common English full name, or null where the code says all.</param>
/// <param name="Country">The first three letters of the code: a state or a CAMEO group.</param>
/// <param name="Sector">The three letters behind them, or null.</param>
public sealed record AnnotatedActor(string? Name, string Country, string? Sector)
{
    /// <summary>As the corpus writes it.</summary>
    public override string ToString() => Name is null ? Country + Sector : $"{Name} {Country}{Sector}";
}

/// <summary>Days [Start, End], both included.</summary>
public readonly record struct DayRange(DateOnly Start, DateOnly End);

/// <summary>One act that a sentence reports, as a careful reader codes it.</summary>
/// <param name="Codes">The acceptable CAMEO codes, the best first.</param>
/// <param name="Types">Their PLOVER types, in the same order, each once.</param>
/// <param name="Symmetric">True if the best code binds its sides alike: either may be found as the source.</param>
/// <param name="Sources">Who did it.</param>
/// <param name="Targets">To whom; empty if nobody is named.</param>
/// <param name="Statuses">The acceptable ones, the best first.</param>
/// <param name="Dates">The acceptable days; null among them where the text gives none; empty if dates are not annotated.</param>
/// <param name="Core">False if it is neither a miss nor a false alarm.</param>
/// <param name="Line">In its file, from 1.</param>
public sealed record AnnotatedEvent(
    ImmutableArray<string> Codes,
    ImmutableArray<string> Types,
    bool Symmetric,
    ImmutableArray<AnnotatedActor> Sources,
    ImmutableArray<AnnotatedActor> Targets,
    ImmutableArray<Status> Statuses,
    ImmutableArray<DayRange?> Dates,
    bool Core,
    int Line);

/// <summary>A sentence and all acts that it reports.</summary>
/// <param name="Span">Its characters in the text of the case.</param>
/// <param name="Negative">Why it may be mistaken for an act ("denied", "sport" …); null for an ordinary sentence.</param>
/// <param name="Events">In the order of the file.</param>
/// <param name="Line">In its file, from 1.</param>
public sealed record AnnotatedSentence(TextSpan Span, string? Negative, ImmutableArray<AnnotatedEvent> Events, int Line);

/// <summary>A text whose sentences are annotated: one sentence (with another before it for context), or a whole report.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Half">"dev" or "test".</param>
/// <param name="IsReport">True for a whole report.</param>
/// <param name="Article">The text, as an article with its day.</param>
/// <param name="Sentences">In text order; those given for context only are left out.</param>
public sealed record EventCase(string File, string Half, bool IsReport, Article Article, ImmutableArray<AnnotatedSentence> Sentences);
