using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding.Contacting;

/// <summary>Finds where an article says that people spoke, met, visited, or sent word to each other; with all who took part. What is planned, denied or only thought of is none.</summary>
/// <remarks>Reads trees, not events: an event has a source and targets, a contact has participants, and of "calls with A and B" there are two.</remarks>
internal sealed class ContactFinder(ContactWords words, Reading reading, TimeExpressions times, EventDating dating)
{
    private readonly Analysis _analysis = reading.Analysis;
    private readonly Participants _people = new(reading, words);

    /// <summary>In text order.</summary>
    public ImmutableArray<ContactSighting> Find()
    {
        var drafts = Drafts().Select(d => (Draft: d, reading.Statuses.Find(Match(d)).Status)).ToList();
        var acts = drafts.ConvertAll(d => new Act(Match(d.Draft), new Arguments([d.Draft.People[0]], "contact", [.. d.Draft.People.Skip(1)], "contact"), d.Status, "contact"));
        var dates = new ActDates(reading, times, dating, acts).Find();
        return [.. drafts.Select((d, i) => Sighting(d.Draft, d.Status, IsOwn(i) ? dates[i] : null)).OfType<ContactSighting>()];

        // Another's meeting with the same country is the same act to the coder of events, and is another contact.
        bool IsOwn(int i) => dates[i] is not { Basis: EventDateBasis.SameAct } day
            || drafts.Where((_, j) => dates[j] is { Basis: EventDateBasis.Attached } own && own.Start == day.Start).Any(d => IsSame(d.Draft, drafts[i].Draft));
    }

    private bool IsSame(ContactDraft a, ContactDraft b) => b.People.Exists(p => a.People.Contains(p) && _people.IsPerson(p)) && (a.Mode == b.Mode || !a.IsStated || !b.IsStated);

    private static PatternMatch Match(ContactDraft draft) => PatternMatch.Learned(draft.Trigger, "040");

    private IEnumerable<ContactDraft> Drafts()
    {
        var verbs = new ContactVerbs(reading, words, _people);
        var nouns = new ContactNouns(reading, words, _people);
        var messages = new Messages(reading, words, _people);
        foreach (var token in _analysis.Tokens)
        {
            var found = messages.Of(token) is { } message ? [message] : token.Upos == "VERB" ? verbs.Of(token) : token.Upos is "NOUN" or "PROPN" ? nouns.Of(token) : [];
            foreach (var d in found)
                if (_people.Settle(d) is { } settled) yield return settled;
        }
    }

    private ContactSighting? Sighting(ContactDraft d, Status status, EventDate? date)
    {
        if (status is not (Status.Occurred or Status.Ongoing)) return null;
        if (date is { } day && times.Published.Date is { } today && day.Start > today) return null;
        var sentence = _analysis.Sentences[d.Trigger.Sentence].Span;
        var about = new ContactSetting(reading, d.Trigger);
        return new ContactSighting([.. d.People], d.Mode, d.IsStated, d.Initiator, d.Way, date, date is null ? Unresolved(sentence) : null, about.Place(), about.Topics(), status,
            sentence, d.Trigger.Span);
    }

    /// <summary>A day that the sentence names and nothing resolves: it still tells two contacts apart.</summary>
    private string? Unresolved(TextSpan sentence)
    {
        for (var t = times.FirstFrom(sentence.Start); t < times.All.Length && times.All[t].Span.Start < sentence.End; t++)
            if (times.All[t] is { Days: null, Type: TimexType.Date } time && time.Value?.EndsWith("_REF", StringComparison.Ordinal) != true) return time.Span.Of(_analysis.Text).ToLowerInvariant();
        return null;
    }
}

/// <summary>A contact before it is dated.</summary>
internal sealed record ContactDraft(Token Trigger, List<ActorId> People, ContactMode Mode, bool IsStated)
{
    public ActorId? Initiator { get; init; }

    public MessageWay? Way { get; init; }
}
