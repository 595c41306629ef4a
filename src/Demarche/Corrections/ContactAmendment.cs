using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Text;

namespace Demarche.Corrections;

/// <summary>Lets what was said of an observation hold for the contact that its sentence tells of.</summary>
internal static class ContactAmendment
{
    /// <summary>The corrected article, its contacts after its observations.</summary>
    /// <param name="raw">As coded.</param>
    /// <param name="now">With its observations corrected.</param>
    public static CodedArticle Follow(CodedArticle raw, CodedArticle now)
    {
        if (raw.Contacts.IsEmpty) return now;
        var left = now.Observations.ToDictionary(o => o.Id);
        return now with { Contacts = [.. now.Contacts.Select(c => Follow(raw, left, c)).OfType<ContactSighting>()] };
    }

    /// <summary>The article without the contacts that a sentence tells of.</summary>
    public static CodedArticle Without(CodedArticle coded, TextSpan sentence) =>
        coded with { Contacts = coded.Contacts.RemoveAll(c => c.Sentence.Overlaps(sentence)) };

    private static ContactSighting? Follow(CodedArticle raw, Dictionary<ObservationId, Observation> left, ContactSighting contact)
    {
        var told = raw.Observations.Where(o => Tells(o, contact)).ToList();
        if (told.Count == 0) return contact;
        foreach (var before in told)
        {
            if (!left.TryGetValue(before.Id, out var after)) continue;
            if (!after.Cameo.StartsWith("04", StringComparison.Ordinal) || after.Status != before.Status && after.Status is not (Status.Occurred or Status.Ongoing)) return null;
            return Changed(contact, before, after);
        }
        return null;    // every observation of it was rejected
    }

    private static ContactSighting Changed(ContactSighting contact, Observation before, Observation after)
    {
        var people = after.Sources.Concat(after.Targets).Distinct().ToImmutableArray();
        var same = people.SequenceEqual(before.Sources.Concat(before.Targets).Distinct());
        return contact with
        {
            Date = after.Date == before.Date ? contact.Date : after.Date,
            Mode = after.Cameo == before.Cameo ? contact.Mode : after.Cameo switch
            {
                "041" => ContactMode.Phone,
                "042" or "043" => ContactMode.Visit,
                _ => contact.Mode,
            },
            Participants = same || people.Length < 2 ? contact.Participants : people,
            Initiator = same ? contact.Initiator : null,
            Way = same ? contact.Way : null,
        };
    }

    /// <summary>True if the observation is the same contact, by the words that name it or by two of its people.</summary>
    private static bool Tells(Observation o, ContactSighting contact) =>
        o.Sentence == contact.Sentence && o.Cameo.StartsWith("04", StringComparison.Ordinal)
        && (o.Trigger.Contains(contact.Trigger) || o.Sources.Concat(o.Targets).Intersect(contact.Participants).Count() > 1);
}
