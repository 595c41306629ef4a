using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Coding.Contacting;

/// <summary>Where people were in touch, and about what: only what the words beside the contact say.</summary>
internal sealed class ContactSetting(Reading reading, Token trigger)
{
    private const int MaxTopic = 16;

    private readonly Analysis _analysis = reading.Analysis;

    /// <summary>The name of a place behind "in" or "at", or null.</summary>
    public string? Place()
    {
        foreach (var o in Hanging("in", "at"))
            foreach (var e in _analysis.Entities)
                if (e.Kind == EntityKind.Location && o.Index >= e.First && o.Index < e.End) return e.Span.Of(_analysis.Text);
        return null;
    }

    /// <summary>What stands behind "about", "on", "over", or as the object of "discuss"; in text order.</summary>
    public ImmutableArray<TextSpan> Topics()
    {
        var topics = Hanging("about", "on", "over", "regarding", "concerning").Where(o => !IsTime(o)).ToList();
        if (PatternMatcher.Lemma(trigger) is "discuss" or "raise" or "debate" or "review") topics.AddRange(_analysis.Children(trigger.Index, "obj"));
        foreach (var word in Words())
            foreach (var c in _analysis.Children(word.Index, "xcomp", "advcl", "acl"))
                if (PatternMatcher.Lemma(c) == "discuss") topics.AddRange(_analysis.Children(c.Index, "obj"));
        return [.. topics.OrderBy(t => t.Index).Select(Phrase).OfType<TextSpan>().Distinct()];
    }

    private TextSpan? Phrase(Token noun)
    {
        var all = _analysis.Subtree(noun.Index).SkipWhile(i => _analysis.Tokens[i].Head == noun.Index && _analysis.Tokens[i].BaseRelation is "case" or "det" or "punct").ToList();
        return all.Count is 0 or > MaxTopic ? null : new TextSpan(_analysis.Tokens[all[0]].Span.Start, _analysis.Tokens[all[^1]].Span.End);
    }

    private static bool IsTime(Token noun) =>
        PatternMatcher.Lemma(noun) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "sideline" or "margin" or "phone" or "telephone"
            or "line" or "day" or "morning" or "evening" or "eve" || noun.Relation == "obl:unmarked";

    private IEnumerable<Token> Hanging(params string[] prepositions) =>
        Words().SelectMany(w => _analysis.Children(w.Index, "obl", "nmod")).Where(o => prepositions.Contains(_analysis.CaseOf(o)));

    // The verb or noun itself, and the light verb above it.
    private IEnumerable<Token> Words() =>
        trigger.BaseRelation == "obj" && _analysis.Head(trigger) is { } verb && reading.Verbs.Light.Contains(PatternMatcher.Lemma(verb)) ? [trigger, verb] : [trigger];
}
