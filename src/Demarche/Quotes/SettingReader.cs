using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>Reads from the tree around a word of saying to whom, through what, where and when something was said.</summary>
internal sealed class SettingReader(Analysis analysis, ActorMentions actors, TimeExpressions times, SpeechCues cues, Media media)
{
    private const int Climb = 3;
    private const int Depth = 3;

    private readonly EventDating _dating = new();
    private readonly Addressees _addressees = new(analysis, actors);
    private readonly Dictionary<int, NamedEntity> _entities = analysis.Entities.SelectMany(e => Enumerable.Range(e.First, e.End - e.First).Select(i => (i, e))).DistinctBy(p => p.i).ToDictionary(p => p.i, p => p.e);

    /// <summary>The setting that hangs on a word of saying, or on the verbs of saying that it goes with.</summary>
    public Setting Of(Cue cue)
    {
        var setting = Setting.Unknown;
        foreach (var verb in Verbs(cue.Token))
            setting = setting.Or(OfVerb(verb, verb.Index == cue.Token ? cue.Kind : cues.OfVerb(verb)));
        return setting with { Date = _dating.ForStatement(analysis, times, cue.Token) };
    }

    /// <summary>The word itself, what it is joined to or depends on ("wrote to X complaining of"), and "speaking at …" below it.</summary>
    private List<Token> Verbs(int cue)
    {
        var verbs = new List<Token> { analysis.Tokens[cue] };
        for (var step = 0; step < Climb; step++)
        {
            var last = verbs[^1];
            if (analysis.Head(last) is not { } above || last.BaseRelation is not ("conj" or "advcl" or "xcomp") || !SpeechCues.IsVerb(above)) break;
            if (last.BaseRelation != "conj" && cues.OfVerb(above) == CueKind.None && above.Lemma is not ("speak" or "respond" or "react" or "hit" or "call")) break;
            if (last.BaseRelation == "conj" && analysis.Child(last.Index, "nsubj") is not null) break;
            verbs.Add(above);
        }
        foreach (var child in analysis.Children(cue, "advcl", "acl", "parataxis"))
            if (child.Xpos == "VBG" && (child.Lemma is "speak" or "address" or "talk" or "appear" or "testify" || cues.OfVerb(child) != CueKind.None && child.Index < cue)) verbs.Add(child);
        return verbs;
    }

    private Setting OfVerb(Token verb, CueKind kind)
    {
        var addressee = _addressees.OfVerb(verb, kind);
        var medium = media.Of(analysis, verb.Index, "verb") is { } own && SpeechCues.IsVerb(verb) ? own : null;
        string? venue = null;
        if (addressee is { } told) (medium, venue) = (medium ?? Told(told), Venue(told));
        foreach (var child in analysis.Children(verb.Index))
        {
            var token = analysis.Tokens[child];
            if (token.BaseRelation is "obl" or "nmod") Phrase(token, ref medium, ref venue, ref addressee);
            if (token.BaseRelation != "nsubj" || token.Relation == "nsubj:pass") continue;
            medium ??= media.Of(analysis, child, "subject");
            foreach (var below in analysis.Children(child, "nmod", "appos"))
                if (below.Index > verb.Index && below.BaseRelation == "nmod" || Follows(below, token)) Phrase(below, ref medium, ref venue, ref addressee, isNear: false);
        }
        return new Setting(addressee is { } to ? _addressees.Words(to) : null, medium, venue, null);
    }

    // "The ministry, in a statement, said".
    private bool Follows(Token below, Token subject) => below.BaseRelation == "nmod" && below.Index > subject.Index && MediumOf(below) is not null;

    /// <summary>What a prepositional phrase on the word of saying tells, with the phrases that hang on it.</summary>
    private void Phrase(Token noun, ref string? medium, ref string? venue, ref int? addressee, bool isNear = true)
    {
        var found = MediumOf(noun);
        if (found is null && !isNear) return;
        medium ??= found;
        if (found is null)
        {
            var place = PlaceOf(noun);
            venue ??= place;
            if (place is null && IsOutlet(noun) && analysis.CaseOf(noun) == "on")
            {
                medium ??= "broadcast";
                addressee ??= noun.Index;
            }
            return;
        }
        if (found == "broadcast" && analysis.CaseOf(noun) == "on" && char.IsUpper(noun.Form[0])) addressee ??= noun.Index;
        venue ??= Venue(noun.Index);
        foreach (var below in analysis.Children(noun.Index, "nmod", "obl"))
            if (analysis.CaseOf(below) is "with" or "to" or "before" or "for" && (found is "interview" or "letter" or "statement" or "speech" or "phone" or "document" or "rally")) addressee ??= _addressees.Who(below.Index);
    }

    private string? MediumOf(Token noun)
    {
        var way = analysis.CaseOf(noun);
        if (way.Length == 0) return null;
        return media.Of(analysis, noun.Index, way) ?? (LastOf(noun.Index) is var last && last != noun.Index ? media.Of(analysis, last, way) : null);
    }

    private string? Told(int told) =>
        media.Of(analysis, told, "told") ?? media.Of(analysis, LastOf(told), "told") ?? (IsOutlet(analysis.Tokens[told]) ? "interview" : null);

    private int LastOf(int head) => _entities.TryGetValue(head, out var entity) ? entity.End - 1 : head;

    private bool IsOutlet(Token noun)
    {
        if (actors.WithHead(noun.Index) is { } mention) return actors[mention.Actors[0]].Sector == "MED";
        if (!_entities.TryGetValue(noun.Index, out var entity)) return false;
        for (var i = entity.First; i < entity.End; i++)
            if (analysis.Tokens[i].Form is "Radio" or "News" or "TV" or "Television" or "Times" or "Post" or "Journal" or "Herald" or "Tribune" or "Gazette" or "Daily" or "Magazine" or "Broadcasting" or "FM") return true;
        return false;
    }

    /// <summary>The place that hangs on a noun: "a rally in Dayton", "by phone from Amman".</summary>
    private string? Venue(int noun)
    {
        foreach (var below in analysis.Children(noun, "nmod", "obl"))
            if (below.Index > noun && PlaceOf(below) is { } place) return place;
        return null;
    }

    // "in Tampa", "at the UN": the words of a place, or of the seat of a body.
    private string? PlaceOf(Token noun)
    {
        var way = analysis.CaseOf(noun);
        if (way is not ("in" or "at" or "from" or "outside" or "near")) return null;
        if (!_entities.TryGetValue(noun.Index, out var entity) || entity.Kind == EntityKind.Person || entity.Kind == EntityKind.Organisation && way != "at") return null;
        if (analysis.Child(noun.Index, "nmod:poss") is not null) return null;
        var first = entity.First > 0 && analysis.Tokens[entity.First - 1].Upos == "DET" ? entity.First - 1 : entity.First;
        return new TextSpan(analysis.Tokens[first].Span.Start, entity.Span.End).Of(analysis.Text);
    }
}
