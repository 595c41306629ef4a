using System.Text.Json;

namespace Demarche.Dossiers.Evaluation;

/// <summary>How a dossier compares with an annotated affair, by the rules of docs/accuracy.md (Whole affairs).</summary>
/// <param name="Events">Observations against annotated events.</param>
/// <param name="Full">The same with date, status, root of the code and persons right.</param>
/// <param name="Articles">Articles into stories.</param>
/// <param name="World">Reports into events in the world; null if none are annotated.</param>
/// <param name="Contacts">By participants and day.</param>
/// <param name="Steps">Of mediation, by kind, who takes it, and day.</param>
/// <param name="Differences">Core disagreements found and missed.</param>
/// <param name="Listed">How many disagreements the dossier shows.</param>
public sealed record StoryScores(Tally Events, Tally Full, BCubed? Articles, BCubed? World, Tally Contacts, Tally Steps, Tally Differences, int Listed)
{
    /// <summary>Compares.</summary>
    /// <param name="gold">As annotated.</param>
    /// <param name="records">What <c>demarche code</c> prints of each article.</param>
    /// <param name="dossier">What <c>demarche dossier</c> prints of all.</param>
    /// <param name="tell">Is told of each miss and false alarm; null for silence.</param>
    public static StoryScores Of(GoldStory gold, IEnumerable<JsonElement> records, JsonElement dossier, Action<string>? tell = null) =>
        new StoryJudge(gold, records.Select(r => new PrintedRecord(r)), dossier, tell ?? (_ => { })).Judge();
}
