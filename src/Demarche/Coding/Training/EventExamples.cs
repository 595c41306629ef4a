using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>One word of an annotated sentence.</summary>
/// <param name="IsTest">True if it is kept for measuring.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="Example">What the network sees.</param>
/// <param name="Types">PLOVER types that are right; empty for a word that is no trigger.</param>
/// <param name="IsCore">True if it is a trigger that must not be missed.</param>
/// <param name="PatternType">The type that patterns alone give it, or null.</param>
internal sealed record TriggerExample(bool IsTest, int Sentence, SlotExample Example, ImmutableArray<string> Types, bool IsCore, string? PatternType);

/// <summary>All that can be learnt from annotated articles.</summary>
internal sealed class EventExamples(Pipeline pipeline, CodeClasses classes, EventOntology ontology)
{
    private const int Often = 4;
    private const int Rarely = 60;
    private const float WeightOfProof = 0.5f;

    private readonly Dictionary<uint, (int Seen, int Carried)> _words = [];
    private int _sentences;
    private int _events;

    /// <summary>The vectors that the examples are made of.</summary>
    public WordMeanings Meanings { get; } = new(pipeline.Analyzer.Parser);

    /// <summary>Every word that might be a trigger.</summary>
    public List<TriggerExample> Triggers { get; } = [];

    /// <summary>Every actor that might take part in an annotated event.</summary>
    public List<RoleExample> Roles { get; } = [];

    /// <summary>Words that stood often and hardly ever carried an event.</summary>
    public IReadOnlyCollection<uint> Idle() => [.. _words.Where(w => w.Value.Seen >= Often && w.Value.Carried * Rarely < w.Value.Seen).Select(w => w.Key)];

    /// <summary>Adds the annotated sentences of one article.</summary>
    public void Add(string id, string text, IEnumerable<AnnotatedSentence> annotations)
    {
        var (analysis, reading) = Read(id, text);
        var coder = pipeline.Coder.Sentences(reading);
        var view = new TriggerView(reading, Meanings);
        var roles = new RoleExamples(reading, Meanings, ontology);
        var units = CodePoints.Positions(text);
        foreach (var annotated in annotations)
        {
            _sentences++;
            var (first, end) = analysis.TokensIn(new TextSpan(units[annotated.Span.Start], units[annotated.Span.End]));
            var matches = Enumerable.Range(first, end - first).Select(i => analysis.Tokens[i].Sentence).Distinct()
                .SelectMany(s => coder.Matches(analysis.Sentences[s])).ToDictionary(m => m.Trigger.Index);
            var events = annotated.Events.ToLookup(e => analysis.TokenAt(units[e.Trigger.Start])?.Index ?? -1);
            for (var i = first; i < end; i++)
            {
                var token = analysis.Tokens[i];
                var match = matches.GetValueOrDefault(i);
                if (TriggerView.IsCandidate(token)) AddTrigger(annotated.IsTest, view, token, match, [.. events[i]]);
                foreach (var e in events[i]) Roles.AddRange(roles.Of(token, e, match, units, annotated.IsTest, _events++));
            }
        }
    }

    /// <summary>Adds the sentences that prove the patterns: their triggers carry the pattern's code, and no other word of them is asked about.</summary>
    public void AddProofs(PatternSet patterns)
    {
        foreach (var pattern in patterns.All)
            foreach (var sentence in pattern.Examples)
            {
                var (analysis, reading) = Read("example", sentence);
                _sentences++;
                var view = new TriggerView(reading, Meanings);
                foreach (var act in analysis.Sentences.SelectMany(pipeline.Coder.Sentences(reading).Code))
                {
                    if (act.Match.Pattern.Code != pattern.Code || !TriggerView.IsCandidate(act.Match.Trigger)) continue;
                    view.Describe(act.Match.Trigger, act.Match);
                    Triggers.Add(new TriggerExample(
                        false, _sentences, new SlotExample(view.Vectors.ToArray(), [.. view.Features], [classes.IndexOf(pattern.Code)], WeightOfProof),
                        [ontology[pattern.Code].Plover!], true, ontology[pattern.Code].Plover));
                }
            }
    }

    /// <summary>Adds a sentence none of whose words carries an event, whatever patterns hold in it.</summary>
    public void AddNegative(string sentence)
    {
        var (analysis, reading) = Read("negative", sentence);
        _sentences++;
        var view = new TriggerView(reading, Meanings);
        var coder = pipeline.Coder.Sentences(reading);
        foreach (var s in analysis.Sentences)
        {
            var matches = coder.Matches(s).ToDictionary(m => m.Trigger.Index);
            for (var i = s.FirstToken; i < s.EndToken; i++)
                if (TriggerView.IsCandidate(analysis.Tokens[i])) AddTrigger(false, view, analysis.Tokens[i], matches.GetValueOrDefault(i), []);
        }
    }

    private (Analysis Analysis, Reading Reading) Read(string id, string text)
    {
        var read = pipeline.Read(new Article(new ArticleId(id), id, null, null, null, null, [], "en", PublicationDate.Unknown, text, []));
        return (read.Analysis, pipeline.Coder.Read(read.Analysis, read.Actors, read.Quotes));
    }

    /// <summary>A word that only optional events name may be a trigger or none.</summary>
    private void AddTrigger(bool isTest, TriggerView view, Token token, PatternMatch? match, List<AnnotatedEvent> events)
    {
        var isCore = events.Exists(e => e.IsCore);
        var codes = events.Where(e => e.IsCore || !isCore).SelectMany(e => e.Codes).Distinct().ToList();
        var right = codes.Select(classes.IndexOf).Distinct().Order();
        if (!isTest)
        {
            var (seen, carried) = _words.GetValueOrDefault(EventModel.KeyOf(token));
            _words[EventModel.KeyOf(token)] = (seen + 1, carried + (events.Count > 0 ? 1 : 0));
        }
        view.Describe(token, match);
        Triggers.Add(new TriggerExample(
            isTest, _sentences,
            new SlotExample(view.Vectors.ToArray(), [.. view.Features], isCore ? [.. right] : [0, .. right], 1f),
            [.. codes.Select(c => ontology[c].Plover!).Distinct()], isCore,
            match is null ? null : ontology[match.Pattern.Code].Plover));
    }
}
