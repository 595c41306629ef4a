using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Ontology;

namespace Demarche.Coding.Learned;

/// <summary>What the model makes of one word.</summary>
/// <param name="Event">Probability that it is the trigger of an event.</param>
/// <param name="Code">The likeliest CAMEO code of the likeliest PLOVER type.</param>
/// <param name="OfType">Probability of that type.</param>
/// <param name="OfPattern">Probability of the type of the pattern that holds there; 0 without one.</param>
internal readonly record struct Verdict(float Event, string Code, float OfType, float OfPattern);

/// <summary>Codes the sentences of one article by the model: which words are triggers, of what, and who takes part. Patterns are heard as
/// evidence, and give the code wherever the model holds their type for possible.</summary>
/// <remarks>docs/decisions/0011-learned-coding.md says why.</remarks>
internal sealed class LearnedCoder(EventModel model, EventOntology ontology, Reading reading)
{
    /// <summary>Least probability of event and source together.</summary>
    private const float Least = 0.38f;

    /// <summary>The same where a pattern stands and gives the code.</summary>
    private const float LeastOfPattern = 0.2f;

    /// <summary>The same where grammar, too, finds both sides of that act.</summary>
    private const float LeastOfProven = 0.04f;

    /// <summary>An act without a target has to be so much the surer.</summary>
    private const float Lonely = 0.7f;

    /// <summary>A pattern's code stands if its type is at least so likely against the likeliest.</summary>
    private const float PatternShare = 0.3f;

    private readonly TriggerView _triggers = new(reading, model.Meanings);
    private readonly RoleJudge _roles = new(model, ontology, reading);
    private readonly EarlierActs _earlier = new(ontology, reading);
    private readonly int[] _types = [.. model.Codes.Select(c => TypeOf(c, ontology))];
    private readonly float[] _outcomes = new float[model.Triggers.Columns];
    private readonly float[] _sums = new float[ontology.Types.Length];

    /// <summary>False if nobody is there who could do anything: neither named in the sentence or the one before, nor speaking it.</summary>
    public bool HasAnybody(Sentence sentence)
    {
        var first = sentence.Index > 0 ? reading.Analysis.Sentences[sentence.Index - 1].FirstToken : sentence.FirstToken;
        for (var i = first; i < sentence.EndToken; i++)
            if (reading.Actors.WithHead(i) is { } mention && mention.Actors.Any(reading.Roles.IsPolitical)) return true;
        return reading.Quotes.Any(q => q.Speaker is { } s && q.Span.Start < sentence.Span.End && q.Span.End > sentence.Span.Start && reading.Roles.IsPolitical(s));
    }

    /// <summary>The acts of a sentence in the order of their triggers.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="matches">The patterns that hold in it, one a trigger.</param>
    public IEnumerable<Act> Code(Sentence sentence, List<PatternMatch> matches)
    {
        var next = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            while (next < matches.Count && matches[next].Trigger.Index < i) next++;
            var token = reading.Analysis.Tokens[i];
            if (!TriggerView.IsCandidate(token)) continue;
            var match = next < matches.Count && matches[next].Trigger.Index == i ? matches[next] : null;
            if (match is null && model.IsIdle(token)) continue;
            if (Judged(token, match, matches) is not { } act) continue;
            _earlier.Add(act);
            yield return act;
        }
    }

    private Act? Judged(Token token, PatternMatch? match, List<PatternMatch> matches)
    {
        var verdict = Judge(token, match);
        var least = match is not { Stands: true } ? Least : verdict.Event < LeastOfPattern && HasBothSides(match) ? LeastOfProven : LeastOfPattern;
        if (verdict.Event < least) return null;
        var asked = match;
        if (match is null || (verdict.OfPattern < PatternShare * verdict.OfType && !match.IsBidding && !IsOfMediation(match))) match = PatternMatch.Learned(token, verdict.Code);
        if (reading.Verbs.OtherFields.Has(match, reading.Analysis, reading.Actors, reading.Grammar)) return null;
        var (arguments, sure) = _roles.Find(match);
        if ((arguments.Targets.Count == 0 || arguments.TargetRule.StartsWith("learned", StringComparison.Ordinal)) && _earlier.AuthorsOf(match, matches, arguments.Sources) is { Count: > 0 } authors)
            arguments = arguments with { Targets = authors, TargetRule = "those whose act it points back at" };
        var chance = verdict.Event * sure;
        if (arguments.Sources.Count == 0 || (arguments.Targets.Count == 0 ? Lonely * chance : chance) < (match.IsLearned ? Least : least)) return null;
        var (status, rule) = Status(match);
        return new Act(match, arguments, status, rule) { Chance = chance, Asked = asked };
    }

    /// <summary>The acts of mediation are few, and the words that name them are plain: where a pattern has bound a word of theirs, it knows better than what was learnt
    /// from types alone, which takes a cancelled summit for broken relations.</summary>
    private static bool IsOfMediation(PatternMatch match) =>
        match.Words.Length > 0 && !match.Words.Any(w => PatternMatcher.Lemma(w) is "visit" or "trip") && match.Pattern.Code[..Math.Min(3, match.Pattern.Code.Length)] is "026" or "027" or "028" or "038" or "039" or "106" or "107" or "108" or "125" or "126" or "127";

    private bool HasBothSides(PatternMatch match)
    {
        var proposed = reading.Arguments.Find(match, ontology[match.Pattern.Code].Symmetric);
        return proposed.Sources.Count > 0 && proposed.Targets.Count > 0 && !proposed.TargetRule.StartsWith("nearest", StringComparison.Ordinal);
    }

    /// <summary>Judges one word.</summary>
    public Verdict Judge(Token token, PatternMatch? match)
    {
        _triggers.Describe(token, match);
        model.Triggers.Judge(_triggers.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(_triggers.Features), _outcomes);
        Array.Clear(_sums);
        for (var k = 0; k < _types.Length; k++) _sums[_types[k]] += _outcomes[k + 1];
        var type = Array.IndexOf(_sums, _sums.Max());
        var code = -1;
        for (var k = 0; k < _types.Length; k++)
            if (_types[k] == type && (code < 0 || _outcomes[k + 1] > _outcomes[code + 1])) code = k;
        return new Verdict(1f - _outcomes[0], model.Codes[code], _sums[type], match is null ? 0f : _sums[TypeOf(match.Pattern.Code, ontology)]);
    }

    /// <summary>What spoke for the type of an act and what against it, the weightiest first: how the log odds fall when a part is hidden.</summary>
    public ImmutableArray<Evidence> Why(Act act)
    {
        var type = TypeOf(act.Match.Pattern.Code, ontology);
        Judge(act.Match.Trigger, act.Asked);
        var whole = LogOdds(_sums[type]);
        var evidence = new List<Evidence>();
        foreach (var part in Enum.GetValues<Part>())
        {
            var (vectors, features) = _triggers.Without(part);
            model.Triggers.Judge(vectors, model.Meanings.Width, features, _outcomes);
            var sum = 0f;
            for (var k = 0; k < _types.Length; k++)
                if (_types[k] == type) sum += _outcomes[k + 1];
            evidence.Add(new Evidence(NameOf(part), Math.Round(whole - LogOdds(sum), 2)));
        }
        return [.. evidence.Where(e => e.Weight != 0).OrderByDescending(e => Math.Abs(e.Weight)).ThenBy(e => e.Name, StringComparer.Ordinal)];
    }

    /// <summary>With a promise, a demand, a threat or a judgement the saying is the act: it took place unless it is denied.</summary>
    private (Status, string) Status(PatternMatch match)
    {
        var (status, rule) = reading.Statuses.Find(match);
        return status is Coding.Status.Planned or Coding.Status.Possible && match.Pattern.Code[..2] is "02" or "03" or "10" or "11" or "12" or "13"
            && (match.Pattern.IsStance || match.IsLearned)
            ? (Coding.Status.Occurred, "said")
            : (status, rule);
    }

    private static int TypeOf(string code, EventOntology ontology)
    {
        var type = ontology[code].Plover!;
        for (var i = 0; i < ontology.Types.Length; i++)
            if (ontology.Types[i].Word == type) return i;
        throw new InvalidOperationException($"{type} is no type");
    }

    private static double LogOdds(double p) => Math.Log((p + 1e-6) / (1 - p + 1e-6));

    private static string NameOf(Part part) => part switch
    {
        Part.Word => "the word itself",
        Part.Object => "what it acts upon",
        Part.Subject => "who acts",
        Part.Complement => "the clauses that complete it",
        Part.Governor => "what governs it",
        Part.Oblique => "nouns with prepositions",
        Part.Modifier => "what modifies it",
        Part.Sentence => "the sentence as a whole",
        Part.Mood => "auxiliaries, negation and voice",
        Part.Speech => "in whose words it stands",
        Part.Neighbours => "the words beside it",
        Part.Pattern => "the pattern that holds there, or that none does",
        _ => "the word in its place, as the language model knows it",
    };
}
