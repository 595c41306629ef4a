using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>One candidate of one annotated event.</summary>
/// <param name="IsTest">True if it is kept for measuring.</param>
/// <param name="IsCore">True if the event must not be missed.</param>
/// <param name="Event">Number of the event.</param>
/// <param name="Gold">0 no part, 1 source, 2 target.</param>
/// <param name="Means">1 and 2 added up: the sides on which the one named here takes part, wherever he is named.</param>
/// <param name="Proposed">The same of the sides that grammar proposes.</param>
/// <param name="Example">What the network sees.</param>
internal sealed record RoleExample(bool IsTest, bool IsCore, int Event, int Gold, int Means, int Proposed, SlotExample Example);

/// <summary>Makes examples of who takes part in an annotated event and who does not.</summary>
internal sealed class RoleExamples(Reading reading, WordMeanings meanings, EventOntology ontology)
{
    private readonly ArgumentView _view = new(reading, meanings);

    /// <summary>One example a candidate; candidates that name a participant in another place than the reader marked are left out of training.</summary>
    public IEnumerable<RoleExample> Of(Token trigger, AnnotatedEvent annotated, PatternMatch? match, int[] units, bool isTest, int number)
    {
        var code = ontology[annotated.Codes[0]];
        if (match is null || ontology[match.Pattern.Code].Plover != code.Plover) match = PatternMatch.Learned(trigger, code.Code);
        var proposed = reading.Arguments.Find(match, code.Symmetric);
        var (sources, sourcePlaces) = Named(annotated.Sources, annotated.ImpliedSources, units);
        var (targets, targetPlaces) = Named(annotated.Targets, annotated.ImpliedTargets, units);
        var all = _view.Candidates(trigger);
        foreach (var c in all)
        {
            var isSource = c.Actors.Any(sources.Contains);
            var isTarget = c.Actors.Any(targets.Contains);
            var placed = c.Origin == CandidateOrigin.Sentence;
            var gold = isSource && (!placed || sourcePlaces.Contains(c.Mention!.Head)) ? 1 : isTarget && (!placed || targetPlaces.Contains(c.Mention!.Head)) ? 2 : 0;
            var means = (isSource ? 1 : 0) + (isTarget ? 2 : 0);
            _view.Describe(trigger, c, all, proposed, code.Code, code.Plover!);
            var side = (c.Actors.Any(proposed.Sources.Contains) ? 1 : 0) + (c.Actors.Any(proposed.Targets.Contains) ? 2 : 0);
            var weight = gold == 0 && means != 0 ? 0f : 1f;
            yield return new RoleExample(isTest, annotated.IsCore, number, gold, means, side, new SlotExample(_view.Vectors.ToArray(), [.. _view.Features], [gold], weight));
        }
    }

    private (HashSet<ActorId> Actors, HashSet<int> Heads) Named(ImmutableArray<TextSpan> places, ImmutableArray<string> implied, int[] units)
    {
        var (actors, heads) = (new HashSet<ActorId>(), new HashSet<int>());
        foreach (var p in places)
        {
            if (reading.Analysis.TokenAt(units[p.Start]) is not { } token) continue;
            if ((reading.Actors.WithHead(token.Index) ?? reading.Actors.Covering(token.Index)) is not { } mention) continue;
            actors.UnionWith(mention.Actors);
            heads.Add(mention.Head);
        }
        foreach (var name in implied)
            foreach (var a in reading.Actors.Actors)
                if (a.Name == name || a.Name.EndsWith(" " + name, StringComparison.Ordinal)) actors.Add(a.Id);
        return (actors, heads);
    }
}
