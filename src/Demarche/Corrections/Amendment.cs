using System.Collections.Immutable;
using System.Globalization;
using Demarche.Actors;
using Demarche.Coding;
using Demarche.Figures;
using Demarche.Quotes;
using Demarche.Reconciliation;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Corrections;

/// <summary>Sets the fields of observations, quotations and figures.</summary>
internal static class Amendment
{
    /// <summary>The article with an observation changed; actors that it does not know are added to it.</summary>
    public static CodedArticle Apply(CodedArticle coded, ObservationId id, Correction entry)
    {
        var set = entry.Set!;
        var at = coded.Observations.IndexOf(coded.Observations.First(o => o.Id == id));
        var o = coded.Observations[at];
        var sources = o.Sources;
        var targets = o.Targets;
        if (set.Sources is { Length: > 0 } who) (coded, sources) = Known(coded, who);
        if (set.Targets is { } whom) (coded, targets) = Known(coded, whom);
        var changed = o with
        {
            Cameo = set.Cameo ?? o.Cameo,
            Plover = set.Cameo is null ? o.Plover : set.Plover ?? o.Plover,
            Mode = set.Cameo is null ? o.Mode : set.Mode,
            Status = set.Status ?? o.Status,
            Date = set.Undated == true ? null : set.Date is { } d ? new EventDate(d.Start, d.End, null, EventDateBasis.Correction) : o.Date,
            Sources = sources,
            Targets = targets,
            Coder = $"{o.Coder}; corrected by {entry.By} ({entry.Id})",
        };
        return coded with { Observations = coded.Observations.SetItem(at, changed) };
    }

    /// <summary>The event with fields set.</summary>
    public static Event Apply(Event e, Changes set) => e with
    {
        Cameo = set.Cameo ?? e.Cameo,
        Plover = set.Cameo is null ? e.Plover : set.Plover ?? e.Plover,
        Mode = set.Cameo is null ? e.Mode : set.Mode,
        Status = set.Status ?? e.Status,
        Date = set.Undated == true ? null : set.Date ?? e.Date,
        Sources = set.Sources is { Length: > 0 } sources ? sources : e.Sources,
        Targets = set.Targets ?? e.Targets,
    };

    /// <summary>The article without a quotation, or with its speaker set.</summary>
    public static CodedArticle ApplyToQuote(CodedArticle coded, TextSpan words, Correction entry)
    {
        if (Nearest(coded.Quotes, q => q.Span, words) is not { } quote) return coded;
        if (entry.Act == CorrectionAct.Reject) return coded with { Quotes = coded.Quotes.Remove(quote) };
        if (entry.Set?.Speaker is not { } speaker) return coded;
        (coded, var ids) = Known(coded, [speaker]);
        return coded with { Quotes = coded.Quotes.Replace(quote, quote with { Speaker = ids[0], SpeakerName = speaker.Name }) };
    }

    /// <summary>The article without a figure, or with its number set.</summary>
    public static CodedArticle ApplyToFigure(CodedArticle coded, TextSpan words, Correction entry)
    {
        if (Nearest(coded.Figures, f => f.Span, words) is not { } figure) return coded;
        if (entry.Act == CorrectionAct.Reject) return coded with { Figures = coded.Figures.Remove(figure) };
        return entry.Set?.Value is { } value ? coded with { Figures = coded.Figures.Replace(figure, figure with { Value = value }) } : coded;
    }

    /// <summary>The one that shares most characters with the words, and half of the shorter; null if none does.</summary>
    public static T? Nearest<T>(ImmutableArray<T> all, Func<T, TextSpan> span, TextSpan words) where T : class
    {
        var best = all.Select(x => (Item: x, Shared: Math.Min(span(x).End, words.End) - Math.Max(span(x).Start, words.Start), Span: span(x)))
            .Where(x => x.Shared > 0 && x.Shared * 2 >= Math.Min(x.Span.Length, words.Length)).OrderByDescending(x => x.Shared).ThenBy(x => x.Span.Length).FirstOrDefault();
        return best.Item;
    }

    /// <summary>What differs between two sets of values.</summary>
    public static ImmutableArray<FieldChange> Differences(ClaimValues from, ClaimValues to)
    {
        (string Field, string? From, string? To)[] all =
        [
            ("cameo", from.Cameo, to.Cameo), ("plover", from.Plover, to.Plover), ("status", from.Status.Word(), to.Status.Word()),
            ("date", from.Date?.ToString(), to.Date?.ToString()), ("sources", Names(from.Sources), Names(to.Sources)), ("targets", Names(from.Targets), Names(to.Targets)),
        ];
        return [.. all.Where(x => x.From != x.To).Select(x => new FieldChange(x.Field, x.From, x.To))];
    }

    /// <summary>The names of the fields that an edit sets; the type that follows from a code is none of its own.</summary>
    public static IEnumerable<string> Fields(Changes set)
    {
        if (set.Cameo is not null) yield return "cameo";
        if (set.Status is not null) yield return "status";
        if (set.Date is not null || set.Undated == true) yield return "date";
        if (set.Sources is not null) yield return "sources";
        if (set.Targets is not null) yield return "targets";
        if (set.Speaker is not null) yield return "speaker";
        if (set.Value is not null) yield return "value";
    }

    /// <summary>The values of an event.</summary>
    public static ClaimValues Values(Event e) => new(e.Cameo, e.Plover, e.Status, e.Date, e.Sources, e.Targets);

    private static string? Names(ImmutableArray<Party> parties) => parties.Length == 0 ? null : string.Join(", ", parties.Select(p => p.Name));

    private static (CodedArticle, ImmutableArray<ActorId>) Known(CodedArticle coded, ImmutableArray<Party> parties)
    {
        var ids = ImmutableArray.CreateBuilder<ActorId>(parties.Length);
        foreach (var p in parties)
        {
            var known = coded.Actors.Actors.FirstOrDefault(a => string.Equals(a.Name, p.Name, StringComparison.OrdinalIgnoreCase) && a.Code == p.Code);
            if (known is null)
            {
                var number = coded.Actors.Actors.Length + 1;
                while (coded.Actors.Actors.Any(a => a.Id.Value == "a" + number.ToString(CultureInfo.InvariantCulture))) number++;
                var sector = p.Country is { } c && p.Code is { Length: >= 6 } code && code.StartsWith(c, StringComparison.Ordinal) ? code[3..6] : null;
                known = new Actor(new("a" + number.ToString(CultureInfo.InvariantCulture)), p.Name, p.Kind, p.Code, p.Country, sector, null, null);
                coded = coded with { Actors = new ActorMentions(coded.Analysis, coded.Actors.Actors.Add(known), coded.Actors.Mentions) };
            }
            ids.Add(known.Id);
        }
        return (coded, ids.ToImmutable());
    }
}
