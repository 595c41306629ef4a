using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>Reads from the tree around a word of saying to whom, through what, where and when something was said.</summary>
internal sealed class SettingReader(Analysis analysis, ActorMentions actors, TimeExpressions times, SpeechCues cues, Media media, int[] innermost)
{
    private const int Climb = 3;
    private const int Depth = 6;

    private readonly EventDating _dating = new();
    private Frame? _frame;
    private List<Token> _media = [];
    private readonly Dictionary<int, NamedEntity> _entities = ByToken(analysis);
    private readonly Addressees _addressees = new(analysis, actors, ByToken(analysis));

    private static Dictionary<int, NamedEntity> ByToken(Analysis analysis) =>
        analysis.Entities.SelectMany(e => Enumerable.Range(e.First, e.End - e.First).Select(i => (i, e))).DistinctBy(p => p.i).ToDictionary(p => p.i, p => p.e);

    /// <summary>The setting that hangs on a word of saying, or on the verbs of saying that it goes with.</summary>
    /// <param name="cue">Index of the word.</param>
    /// <param name="kind">What it does as one; null to look it up.</param>
    /// <param name="frame">The frame it stands in.</param>
    public Setting Of(int cue, CueKind? kind, Frame frame)
    {
        var setting = Setting.Unknown;
        var verbs = Verbs(cue);
        foreach (var verb in verbs) setting = setting.Or(OfVerb(verb, (verb.Index == cue ? kind : null) ?? cues.OfVerb(verb)));
        foreach (var noun in MediaOf(frame))
            if (Reaches(noun, verbs)) setting = setting.Or(OfNoun(noun));
        EventDate? date = null;
        foreach (var verb in verbs) date ??= _dating.ForStatement(analysis, times, verb.Index);
        return setting with { Date = date ?? Occasion(verbs) };
    }

    /// <summary>The word itself, what it is joined to or depends on ("wrote to X complaining of"), and "speaking at …" below it.</summary>
    private List<Token> Verbs(int cue)
    {
        var verbs = new List<Token> { analysis.Tokens[cue] };
        for (var step = 0; step < Climb; step++)
        {
            var last = verbs[^1];
            if (analysis.Head(last) is not { } above || last.BaseRelation is not ("conj" or "advcl" or "xcomp") || !SpeechCues.IsVerb(above)) break;
            if (last.BaseRelation != "conj" && last.Xpos != "VBG" && cues.OfVerb(above) == CueKind.None) break;
            if (analysis.Child(last.Index, "nsubj", "mark") is not null) break;
            verbs.Add(above);
        }
        foreach (var child in analysis.Children(cue, "advcl", "acl", "parataxis"))
            if (child.Xpos == "VBG" && child.Lemma is "speak" or "address" or "talk" or "appear" or "testify" or "write" or "post") verbs.Add(child);
        return verbs;
    }

    private Setting OfVerb(Token verb, CueKind kind)
    {
        var addressee = _addressees.OfVerb(verb, kind);
        var medium = SpeechCues.IsVerb(verb) ? media.Of(analysis, verb.Index, "verb") : null;
        var venue = addressee is { } told ? Venue(told) : null;
        if (addressee is { } to) medium ??= Told(to) ?? (verb.Lemma == "write" && analysis.CaseOf(analysis.Tokens[to]) == "to" ? "letter" : null);
        foreach (var child in analysis.Children(verb.Index, "obl", "nmod"))
        {
            venue ??= PlaceOf(child);
            if (analysis.CaseOf(child) != "on" || !IsOutlet(child) || MediumOf(child) is not null) continue;
            medium ??= "broadcast";
            addressee ??= child.Index;
        }
        if (analysis.Child(verb.Index, "nsubj") is { Relation: not "nsubj:pass" } subject)
            medium ??= subject.Form.StartsWith('@') ? "social media" : media.Of(analysis, LastOf(subject.Index), "subject");
        if (verb is { Lemma: "speak", BaseRelation: "advcl" } && venue is not null && addressee is null) medium ??= "speech";
        return new Setting(addressee is { } one ? _addressees.Words(one) : null, medium, venue, null);
    }

    private Setting OfNoun(Token noun)
    {
        var medium = MediumOf(noun);
        int? addressee = medium == "broadcast" && analysis.CaseOf(noun) == "on" && char.IsUpper(noun.Form[0]) ? noun.Index : null;
        foreach (var below in analysis.Children(noun.Index, "nmod", "obl"))
            if (IsToward(analysis.CaseOf(below), medium)) addressee ??= _addressees.Who(below.Index);
        return new Setting(addressee is { } one ? _addressees.Words(one) : null, medium, Venue(noun.Index), null);
    }

    // "an interview with", "a letter to": not "a news conference with".
    private static bool IsToward(string way, string? medium) => way switch
    {
        "with" => medium is "interview" or "phone",
        "to" or "before" => medium is not ("social media" or "broadcast" or "press conference"),
        _ => false,
    };

    /// <summary>The nouns of a frame, outside its quotations, that tell through what something is said.</summary>
    private List<Token> MediaOf(Frame frame)
    {
        if (!ReferenceEquals(frame, _frame))
            (_frame, _media) = (frame, [.. frame.Items.Where(i => !i.IsQuotation).Select(i => analysis.Tokens[i.Token]).Where(t => t.Upos is "NOUN" or "PROPN" && MediumOf(t) is not null)]);
        return _media;
    }

    // Up from a noun to one of the verbs, past names and past words inside quotations, but past no other verb of the reporter's.
    private bool Reaches(Token noun, List<Token> verbs)
    {
        var token = noun;
        for (var step = 0; step < Depth; step++)
        {
            if (analysis.Head(token) is not { } above) return false;
            if (verbs.Contains(above)) return true;
            if (SpeechCues.IsVerb(above) && innermost[above.Index] == innermost[noun.Index]) return false;
            token = above;
        }
        return false;
    }

    /// <summary>The day of the occasion: "at Tuesday's hearing".</summary>
    private EventDate? Occasion(List<Token> verbs)
    {
        foreach (var verb in verbs)
            foreach (var noun in analysis.Children(verb.Index, "obl"))
            {
                if (analysis.CaseOf(noun) is not ("at" or "in" or "during" or "on")) continue;
                var span = new TextSpan(analysis.SubtreeSpan(noun.Index).Start, noun.Span.End);
                var at = times.FirstFrom(span.Start);
                if (at < times.All.Length && span.Contains(times.All[at].Span) && times.All[at].Days is { } days && times.All[at].Head != noun.Index) return new EventDate(days.Start, days.End, times.All[at].Span);
            }
        return null;
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
