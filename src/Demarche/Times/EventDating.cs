using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Times;

/// <summary>Tells from the time expressions around an act on which day it was done; null where the text gives no ground.</summary>
/// <remarks>
/// A time belongs to the verb or noun it modifies. From there a date passes to what is done in the same act (joined verbs,
/// "agreed to …", the noun of a light verb, what a statement itself does), never to what is merely spoken of.
/// </remarks>
public sealed class EventDating
{
    private const int MaxClimb = 6, MaxSentencesBack = 3, MaxBehind = 12;

    // Verbs that only say that the act their noun names was carried out.
    private static readonly FrozenSet<string> Light = """
        hold have make take conduct carry launch stage begin start continue resume open sign reach issue deliver give mount do undertake perform
        organize organise convene host attend join place offer declare announce impose order pay send face suffer see receive get lead end complete
        express voice state declare reiterate stress emphasize emphasise underline repeat renew signal convey outline affirm reaffirm confirm show demonstrate
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Verbs whose object is of another day than they are: "cancelled Wednesday's visit", "discussed a summit in June".
    private static readonly FrozenSet<string> Handling = """
        cancel postpone delay schedule reschedule plan discuss reinstate propose prepare expect oppose prevent avert await set
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Prepositions under which a noun of action happens together with the verb: "said during a call".
    private static readonly FrozenSet<string> Together = new[] { "during", "in", "at", "amid", "with", "via", "through", "by", "over" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The days of an act.</summary>
    /// <param name="analysis">The article's trees.</param>
    /// <param name="times">Its temporal expressions.</param>
    /// <param name="triggerToken">Index of the verb or noun that names the act.</param>
    /// <returns>Null if no expression can be tied to the act.</returns>
    public EventDate? For(Analysis analysis, TimeExpressions times, int triggerToken)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(times);
        return new Dater(analysis, new SentenceTimes(analysis, times)).Date(triggerToken);
    }

    /// <summary>The day on which words were said whose verb of saying is a token; null if the text gives none.</summary>
    public EventDate? ForStatement(Analysis analysis, TimeExpressions times, int cueToken) => For(analysis, times, cueToken);

    private sealed class Dater(Analysis analysis, SentenceTimes times)
    {
        private List<AttachedTime> _here = [];

        public EventDate? Date(int trigger)
        {
            var sentence = analysis.Sentences[analysis.Tokens[trigger].Sentence];
            return InSentence(trigger) ?? Continued(sentence);
        }

        private EventDate? InSentence(int trigger)
        {
            _here = times.Near(analysis.Tokens[trigger]);
            if (_here.Count == 0) return null;
            var token = analysis.Tokens[trigger];
            for (var climb = 0; climb < MaxClimb; climb++)
            {
                if (Own(token) is { } own) return Read(own);
                if (Upward(token) is not { } above) break;
                token = above;
            }
            return analysis.Tokens[trigger] is { Upos: "NOUN" or "PROPN" } noun && Behind(noun) is { } behind ? Read(behind) : null;
        }

        // "his meetings with officials on Tuesday": whatever the tree says, the nearest noun of action before a time may have it.
        private AttachedTime? Behind(Token noun)
        {
            foreach (var time in _here)
            {
                if (time.NamesNoun || time.Time.Head <= noun.Index || time.Time.Head - noun.Index > MaxBehind) continue;
                var clear = true;
                for (var i = noun.Index + 1; i < time.Time.Head && clear; i++)
                    clear = !IsVerbal(analysis.Tokens[i]) && analysis.Tokens[i] is not { Upos: "PUNCT", Form: not "-" } and not { Upos: "SCONJ" };
                return clear ? time : null;
            }
            return null;
        }

        /// <summary>The time that modifies a token, one of its objects, or a verb joined behind it.</summary>
        private AttachedTime? Own(Token token) =>
            Nearest(token, _here.Where(t => t.Governor == token.Index && !IsOfEarlier(t, token)))
            ?? (IsVerbal(token) && !Handling.Contains(token.Lemma) ? Nearest(token, _here.Where(t => !t.NamesNoun && IsBelow(t.Governor, token.Index))) : null)
            ?? Nearest(token, _here.Where(t => !t.NamesNoun && t.Governor > token.Index && IsJoined(t.Governor, token.Index)));

        // "briefed him on talks following the strikes last week": a time long past, behind what came before, is that one's.
        private bool IsOfEarlier(AttachedTime time, Token verb)
        {
            if (time.Time.Days!.Value.End is var end && (times.Published.Date is not { } day || day.DayNumber - end.DayNumber < 3)) return false;
            for (var i = verb.Index + 1; i < time.Time.Head; i++)
                if (analysis.Tokens[i] is { Upos: "ADP" or "SCONJ" or "VERB" } word && word.Form.ToLowerInvariant() is "following" or "after" or "since" && !time.Time.Span.Overlaps(analysis.Tokens[i].Span)
                    && analysis.Tokens[i].Head != time.Time.Head) return true;
            return false;
        }

        private static AttachedTime? Nearest(Token token, IEnumerable<AttachedTime> found) =>
            Exactest(found.OrderBy(t => Math.Abs(t.Time.Head - token.Index)).ThenBy(t => t.Time.Head).ToList());

        // "rang him last week, on Wednesday": the day within the week.
        private static AttachedTime? Exactest(List<AttachedTime> found)
        {
            if (found.Count == 0) return null;
            var (start, end) = found[0].Time.Days!.Value;
            return found.Find(t => t.Marker is "on" or "" && t.Time.Days!.Value is var days && days.Start == days.End && end > start && days.Start >= start && days.End <= end) ?? found[0];
        }

        // A noun governed without a clause between: where "on Friday" was hung on the last noun before it.
        private bool IsBelow(int governor, int verb)
        {
            var token = analysis.Tokens[governor];
            for (var n = 0; n < MaxClimb && token.Head >= 0; n++)
            {
                if (IsBroadcast(token) && analysis.Head(token) is { } piece)
                {
                    token = piece;
                    continue;
                }
                if (IsVerbal(token) || token.BaseRelation is not ("obj" or "obl" or "nmod" or "iobj" or "appos" or "flat" or "xcomp")) return false;
                if (token.Head == verb) return true;
                token = analysis.Tokens[token.Head];
            }
            return false;
        }

        // "warned them in an interview that aired on Sunday".
        private bool IsBroadcast(Token verb) =>
            verb.Relation is "acl:relcl" or "acl" && verb.Lemma is "air" or "broadcast" or "publish" or "release" or "post" or "hold" or "record" or "issue"
                && analysis.Head(verb) is { BaseRelation: "obl" } piece && Case(piece) is "in" or "during" or "at" or "on";

        // "met and signed the deal on Friday": no subject of its own in the second verb.
        private bool IsJoined(int governor, int verb) =>
            analysis.Tokens[governor] is { BaseRelation: "conj" } joined && joined.Head == verb && analysis.Child(governor, "nsubj") is null;

        /// <summary>The word whose day is that of a token, if there is one.</summary>
        private Token? Upward(Token token)
        {
            if (analysis.Head(token) is not { } above) return null;
            var passes = IsVerbal(token) ? VerbPasses(token, above) : NounPasses(token, above);
            return passes ? above : null;
        }

        private bool VerbPasses(Token token, Token above) => token.BaseRelation switch
        {
            "conj" => !IsOfNow(token, above),
            "xcomp" or "cop" or "aux" or "compound" => true,
            "ccomp" or "parataxis" => !IsPast(token) || token.Upos == "ADJ",
            "advcl" => Mark(token) == "to" || Mark(token) is "" or "when" or "while" or "as" or "by" or "in" && token.Xpos is "VBG" or "VBD" or "VBZ" or "VBP",
            "acl" when token.Relation == "acl:relcl" => IsDuring(token),
            "acl" => token.Relation == "acl" && (token.Xpos == "VBG" || Mark(token) == "to"),
            _ => false,
        };

        // "They signed a treaty in 2025, but Peru now accuses Chile".
        private bool IsOfNow(Token token, Token above) =>
            token.Xpos is "VBZ" or "VBP" && above.Xpos is "VBD" && analysis.Child(token.Index, "nsubj") is not null;

        // "spoke on Sunday, during which they discussed": what is done in the same act.
        private bool IsDuring(Token verb)
        {
            foreach (var o in analysis.Children(verb.Index, "obl"))
                if (o.Lemma.ToLowerInvariant() is "which" or "where" && Case(o) is "during" or "at" or "in") return true;
            return analysis.Child(verb.Index, "advmod") is { } adverb && adverb.Form.ToLowerInvariant() is "where";
        }

        private bool NounPasses(Token token, Token above) => token.BaseRelation switch
        {
            "conj" or "compound" or "appos" or "flat" => true,
            "obj" => Light.Contains(above.Lemma) || !IsVerbal(above),
            "nsubj" => IsVerbal(above) && above.BaseRelation is not ("ccomp"),
            "obl" or "nmod" => Together.Contains(Case(token)) || Case(token) == "of" && !IsVerbal(above),
            _ => false,
        };

        private string Mark(Token token) => analysis.Child(token.Index, "mark")?.Form.ToLowerInvariant() ?? "";

        private string Case(Token token) => analysis.Child(token.Index, "case")?.Form.ToLowerInvariant() ?? "";

        private bool IsVerbal(Token token) => token.Upos is "VERB" or "AUX" || analysis.Child(token.Index, "cop") is not null;

        // Told as past within what is said: "said on Friday that it had struck", "said it struck".
        private bool IsPast(Token token) =>
            token.Xpos is "VBD" || analysis.Child(token.Index, "cop") is { Xpos: "VBD" } || token.Xpos == "VBN" && analysis.Children(token.Index, "aux").Any(a => a.Lemma is "have" or "be" && a.Xpos is "VBD" or "VBZ" or "VBP" or "VBN");

        private EventDate? Read(AttachedTime attached)
        {
            var (start, end) = attached.Time.Days!.Value;
            switch (attached.Marker)
            {
                case "since" or "from":
                    return times.Published.Date is { } day && day >= start && attached.Marker == "since" ? new EventDate(start, day, attached.Time.Span)
                        : attached.Marker == "from" ? new EventDate(start, end, attached.Time.Span) : null;
                case "before" or "until" or "till" or "by" or "after" or "ahead" or "prior": return null;
                default: return new EventDate(start, end, attached.Time.Span);
            }
        }

        /// <summary>A sentence without a time of its own that goes on with the statement of the one before it has that one's day.</summary>
        private EventDate? Continued(Sentence sentence)
        {
            var at = sentence.Index;
            for (var back = 0; back < MaxSentencesBack && at > 0; back++, at--)
            {
                if (times.Any(analysis.Sentences[at]) || !GoesOn(analysis.Sentences[at])) return null;
                if (Root(analysis.Sentences[at - 1]) is { } root && InSentence(root) is { } date) return date with { Basis = EventDateBasis.Discourse };
            }
            return null;
        }

        private int? Root(Sentence sentence)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                if (analysis.Tokens[i].Head < 0) return i;
            return null;
        }

        // It begins with a pronoun. Sentences that begin otherwise change the subject, and with it the day, too often.
        private bool GoesOn(Sentence sentence) =>
            analysis.Tokens[sentence.FirstToken] is { Upos: "PRON" } first && first.Lemma.ToLowerInvariant() is "he" or "she" or "they" or "it";
    }
}
