using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>An actor of an annotated event.</summary>
/// <param name="Names">Its full names, any of them right.</param>
/// <param name="IsPerson">True for a person.</param>
/// <param name="Country">Its country, or null.</param>
/// <param name="IsImplied">True if only the context tells who it is.</param>
public sealed record GoldActor(ImmutableArray<string> Names, bool IsPerson, string? Country, bool IsImplied);

/// <summary>An act as one sentence of an article reports it.</summary>
/// <param name="Sentence">Its characters in the gold text.</param>
/// <param name="Codes">Acceptable CAMEO codes, the best first.</param>
/// <param name="Types">Acceptable PLOVER types, the best first.</param>
/// <param name="Sources">Who did it.</param>
/// <param name="Targets">To whom.</param>
/// <param name="IsSymmetric">Either side may be named first.</param>
/// <param name="Dates">Acceptable days; null among them where the text gives none.</param>
/// <param name="Statuses">Acceptable words, the best first.</param>
/// <param name="IsCore">False if it is neither a miss nor a false alarm.</param>
public sealed record GoldEvent(
    TextSpan Sentence, ImmutableArray<string> Codes, ImmutableArray<string> Types, ImmutableArray<GoldActor> Sources, ImmutableArray<GoldActor> Targets,
    bool IsSymmetric, ImmutableArray<Days?> Dates, ImmutableArray<string> Statuses, bool IsCore);

/// <summary>An annotated article.</summary>
/// <param name="Name">Of its file, with the ending.</param>
/// <param name="Text">The text that the spans point into.</param>
/// <param name="Events">By place in the annotation.</param>
public sealed record GoldArticle(string Name, string Text, ImmutableArray<GoldEvent> Events);

/// <summary>An event in the world.</summary>
/// <param name="Id">Within the story.</param>
/// <param name="Reports">Articles with places in their list of events.</param>
/// <param name="MayMerge">Ids of events that may be joined with it without blame.</param>
public sealed record GoldWorldEvent(string Id, ImmutableArray<(string Article, int Event)> Reports, ImmutableArray<string> MayMerge);

/// <summary>A contact or a step of mediation.</summary>
/// <param name="People">Participants, each with the names that are right; of a step those by whom it may be said to be taken.</param>
/// <param name="Kinds">Of a step the kinds that are right; empty for contacts.</param>
/// <param name="Dates">Acceptable days; null among them where the text gives none.</param>
/// <param name="IsCore">False if it is neither a miss nor a false alarm.</param>
public sealed record GoldDealing(ImmutableArray<ImmutableArray<string>> People, ImmutableArray<string> Kinds, ImmutableArray<Days?> Dates, bool IsCore);

/// <summary>A difference between reports.</summary>
/// <param name="Fields">In what they differ: any of these.</param>
/// <param name="About">In the annotator's words.</param>
/// <param name="Values">For each account the places that give it.</param>
/// <param name="IsCore">False if leaving it out is no miss.</param>
public sealed record GoldDifference(
    ImmutableArray<string> Fields, string About, ImmutableArray<ImmutableArray<(string Article, TextSpan Span)>> Values, bool IsCore);

/// <summary>An affair as a careful reader would write it up from its reports; the format is described in tests/corpus/stories/README.md.</summary>
/// <param name="Articles">Every article.</param>
/// <param name="Stories">The articles of each episode, by name.</param>
/// <param name="Events">What happened.</param>
/// <param name="Contacts">Who was in touch with whom.</param>
/// <param name="Steps">Of mediation.</param>
/// <param name="Differences">Disagreements that an editor would want to see.</param>
public sealed record GoldStory(
    ImmutableArray<GoldArticle> Articles, ImmutableArray<ImmutableArray<string>> Stories, ImmutableArray<GoldWorldEvent> Events,
    ImmutableArray<GoldDealing> Contacts, ImmutableArray<GoldDealing> Steps, ImmutableArray<GoldDifference> Differences)
{
    /// <summary>Reads one file of annotations.</summary>
    /// <param name="json">Its content.</param>
    /// <param name="name">To name in errors.</param>
    /// <param name="text">The text of an article, by the name of its file.</param>
    /// <exception cref="FormatException">The file is not in the format.</exception>
    public static GoldStory Read(string json, string name, Func<string, string> text)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new GoldStoryReader(document.RootElement, text).Read();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }
}
