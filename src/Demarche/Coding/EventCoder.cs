using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Contacting;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Ontology;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Coding;

/// <summary>Codes who did what to whom from dependency trees, by the patterns of data/patterns.</summary>
/// <remarks>CAMEO 1.1b3 and PLOVER 2021; each observation names its pattern, so that it can be found and mended. Safe for use by many threads.</remarks>
public sealed class EventCoder
{
    private readonly EventOntology _ontology;
    private readonly PatternSet _patterns;
    private readonly Composition _composition;
    private readonly VerbClasses _verbs;
    private readonly Agencies _agencies;
    private readonly EventDating _dating;
    private readonly ContactWords _contacts;

    private readonly EventModel? _model;

    private EventCoder(
        EventOntology ontology, PatternSet patterns, Composition composition, VerbClasses verbs, Agencies agencies, EventDating dating, ContactWords contacts, EventModel? model)
    {
        _model = model;
        _ontology = ontology;
        _patterns = patterns;
        _composition = composition;
        _verbs = verbs;
        _agencies = agencies;
        _dating = dating;
        _contacts = contacts;
    }

    /// <summary>The shipped patterns, as the linter and the tests need them.</summary>
    internal PatternSet Patterns => _patterns;

    /// <summary>Reads ontology, patterns, word classes and the model of events.</summary>
    /// <exception cref="DataException">A data file cannot be used, or the model is of another language model than the analyzer's.</exception>
    public static EventCoder Load(DataFiles data, Analyzer analyzer) => Load(data, EventModel.Load(data, new WordMeanings(analyzer.Parser)));

    /// <summary>The same without the model: patterns and grammar alone decide.</summary>
    /// <exception cref="DataException">A data file cannot be used.</exception>
    public static EventCoder LoadPatterns(DataFiles data) => Load(data, (EventModel?)null);

    private static EventCoder Load(DataFiles data, EventModel? model)
    {
        var ontology = EventOntology.Load(data);
        return new EventCoder(
            ontology, PatternSet.Load(data, ontology), Composition.Load(data, ontology), VerbClasses.Load(data), Agencies.Load(data), new EventDating(), ContactWords.Load(data), model);
    }

    /// <summary>What the coder reads of one article.</summary>
    internal Reading Read(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes) => new(analysis, actors, quotes, _verbs, _agencies);

    /// <summary>A coder of the sentences of one article.</summary>
    internal SentenceCoder Sentences(Reading reading) => new(_ontology, _patterns, _composition, reading);

    /// <summary>The observations of one article, in text order.</summary>
    public ImmutableArray<Observation> Code(Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes) =>
        Code(analysis, actors, times, quotes, null);

    /// <summary>The observations of one article, in text order, each with its derivation at the same index.</summary>
    public (ImmutableArray<Observation> Observations, ImmutableArray<Derivation> Derivations) Explain(
        Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes)
    {
        var derivations = ImmutableArray.CreateBuilder<Derivation>();
        return (Code(analysis, actors, times, quotes, derivations), derivations.ToImmutable());
    }

    /// <summary>The opinions of analysts and other outsiders, in text order.</summary>
    public ImmutableArray<Assessment> Assess(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes) =>
        new AssessmentFinder(analysis, new VoiceKinds(analysis, actors, _verbs, _agencies), quotes).Find();

    /// <summary>Where the article says that people were in touch, in text order.</summary>
    public ImmutableArray<ContactSighting> FindContacts(Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes) =>
        new ContactFinder(_contacts, Read(analysis, actors, quotes), times, _dating).Find();

    /// <summary>The sentences of which nothing was coded, each with the patterns that came nearest.</summary>
    public ImmutableArray<Silence> ExplainSilence(CodedArticle coded)
    {
        var deriver = new Deriver(_patterns, new Reading(coded.Analysis, coded.Actors, coded.Quotes, _verbs, _agencies));
        var spoken = coded.Observations.Select(o => o.Sentence).ToHashSet();
        return [.. coded.Analysis.Sentences.Where(s => !spoken.Contains(s.Span)).Select(deriver.Of)];
    }

    private ImmutableArray<Observation> Code(
        Analysis analysis, ActorMentions actors, TimeExpressions times, ImmutableArray<Quote> quotes, ImmutableArray<Derivation>.Builder? derivations)
    {
        var reading = Read(analysis, actors, quotes);
        var background = new Background(analysis, times);
        var observations = ImmutableArray.CreateBuilder<Observation>();
        var coder = Sentences(reading);
        var learned = _model is null ? null : new LearnedCoder(_model, _ontology, reading);
        var deriver = new Deriver(_patterns, reading);
        var acts = analysis.Sentences.SelectMany(s => Acts(s, coder, learned)).ToList();
        var dates = new ActDates(reading, times, _dating, acts).Find();
        for (var i = 0; i < acts.Count; i++)
        {
            var sentence = analysis.Sentences[acts[i].Match.Trigger.Sentence];
            var act = IsToCome(acts[i], dates[i], times) ? acts[i] with { Status = Status.Planned, StatusRule = "day to come" } : acts[i];
            var id = new ObservationId($"e{i + 1}");
            var date = Past(dates[i], act.Status, times);
            observations.Add(Observe(id, act, sentence, reading, date) with { Historical = background.Holds(sentence.Index, date) });
            derivations?.Add(deriver.Of(id, act) with { Learned = learned?.Why(act) ?? [] });
        }
        return observations.ToImmutable();
    }

    /// <summary>Told in the present or as a noun, and dated after the report: "meets Chad's president next week". What is said is said already.</summary>
    private static bool IsToCome(Act act, EventDate? date, TimeExpressions times) =>
        act.Status == Status.Occurred && date is { } d && times.Published.Date is { } today && d.Start > today && act.Match.Trigger.Xpos is not "VBD" and not "VBN"
        && act.Match.Pattern.Code[..2] is "04" or "06" or "07" or "08" or "09" or "14" or "15" or "16" or "17" or "18" or "19" or "20";

    /// <summary>What took place, or did not, did so by the day of the report: a stretch ends there, and a later day is that of something else.</summary>
    private static EventDate? Past(EventDate? date, Status status, TimeExpressions times)
    {
        if (date is null || times.Published.Date is not { } today || date.End <= today || status is Status.Planned or Status.Possible) return date;
        return date.Start > today ? null : new EventDate(date.Start, today, date.Text, date.Basis);
    }

    private static IEnumerable<Act> Acts(Sentence sentence, SentenceCoder coder, LearnedCoder? learned) =>
        learned is null ? coder.Code(sentence)
        : learned.HasAnybody(sentence) && !coder.IsPlay(sentence) ? coder.Settled(learned.Code(sentence, coder.Matches(sentence)))
        : [];

    private Observation Observe(ObservationId id, Act act, Sentence sentence, Reading reading, EventDate? date)
    {
        var code = _ontology[act.Match.Pattern.Code];
        return new Observation(
            id, code.Code, code.Plover!, code.Mode, code.Contexts,
            [.. act.Arguments.Sources], [.. act.Arguments.Targets],
            sentence.Span,
            [.. act.Match.Words.Append(act.Match.Trigger).OrderBy(t => t.Index).Select(t => t.Span)],
            date,
            act.Status,
            reading.Attributions.Find(act.Match.Trigger),
            null,
            act.Match.Pattern.Place,
            Confidence.Of(act));
    }
}

/// <summary>One act found in a sentence, before it becomes an observation.</summary>
internal sealed record Act(PatternMatch Match, Arguments Arguments, Status Status, string StatusRule)
{
    /// <summary>Probability, by the model, that it is an event of this source; null where patterns alone decided.</summary>
    public float? Chance { get; init; }

    /// <summary>The pattern that held at the trigger, also where the model coded otherwise; null without one.</summary>
    public PatternMatch? Asked { get; init; }
}

/// <summary>The tools that read one article, made once for it.</summary>
internal sealed class Reading
{
    public Reading(Analysis analysis, ActorMentions actors, ImmutableArray<Quote> quotes, VerbClasses verbs, Agencies agencies)
    {
        Analysis = analysis;
        Actors = actors;
        Quotes = quotes;
        Verbs = verbs;
        Grammar = new ClauseGrammar(analysis, verbs);
        Keys = new TokenKeys(analysis);
        Roles = new ActorRoles(analysis, actors, Grammar, verbs);
        Matcher = new PatternMatcher(analysis, Grammar, Roles, verbs);
        Statuses = new StatusFinder(analysis, Grammar, Matcher, verbs);
        Voices = new VoiceKinds(analysis, actors, verbs, agencies);
        Attributions = new AttributionFinder(analysis, actors, Grammar, Roles, verbs, Voices, quotes);
        Dialogues = new Dialogues(analysis, actors, Roles, quotes);
        Arguments = new ArgumentFinder(analysis, actors, Grammar, Roles, verbs, Attributions, Dialogues);
    }

    public Analysis Analysis { get; }

    public ActorMentions Actors { get; }

    public ImmutableArray<Quote> Quotes { get; }

    public TokenKeys Keys { get; }

    public VerbClasses Verbs { get; }

    public ClauseGrammar Grammar { get; }

    public ActorRoles Roles { get; }

    public PatternMatcher Matcher { get; }

    public VoiceKinds Voices { get; }

    public StatusFinder Statuses { get; }

    public ArgumentFinder Arguments { get; }

    public AttributionFinder Attributions { get; }

    public Dialogues Dialogues { get; }
}
