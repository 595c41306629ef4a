using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Coding.Learned;
using Demarche.Language;
using Demarche.Ontology;
using Demarche.Text;

namespace Demarche.Coding.Training;

/// <summary>One candidate of one annotated event.</summary>
internal sealed record RoleExample(bool IsTest, bool IsCore, int Event, int Gold, int SameAs, int Proposed, SlotExample Example);

/// <summary>Makes examples of who takes part in an annotated event and who does not.</summary>
internal sealed class ArgumentExamples(Reading reading, WordMeanings meanings, EventOntology ontology)
{
    public static readonly List<string> Lost = [];

    private readonly ArgumentView _view = new(reading, meanings);

    /// <summary>One example a candidate; candidates that name a participant in another place than the reader marked are left out of training.</summary>
    public IEnumerable<RoleExample> Of(Token trigger, AnnotatedEvent annotated, PatternMatch? match, int[] units, bool isTest, int number)
    {
        var code = ontology[annotated.Codes[0]];
        if (match is null || ontology[match.Pattern.Code].Plover != code.Plover) match = LearnedPattern.Match(trigger, code.Code);
        var proposed = reading.Arguments.Find(match, code.Symmetric);
        var (sources, sourcePlaces) = Named(annotated.Sources, annotated.ImpliedSources, units);
        var (targets, targetPlaces) = Named(annotated.Targets, annotated.ImpliedTargets, units);
        var all = _view.Candidates(trigger);
        foreach (var (places, side) in new[] { (annotated.Sources, "S"), (annotated.Targets, "T") })
            foreach (var p in places)
                if (reading.Analysis.TokenAt(units[p.Start]) is { } token)
                {
                    var mention = reading.Actors.WithHead(token.Index) ?? reading.Actors.Covering(token.Index);
                    if (!all.Exists(c => c.Mention == mention && mention is not null))
                        Lost.Add($"{side}\t{(mention is null ? "none" : reading.Actors[mention.Actors[0]].Sector == "MED" ? "media" : "nocountry")}\t{token.Form}\t{token.Upos}\t{annotated.IsCore}");
                    else Lost.Add($"{side}\tfound");
                }
        foreach (var c in all)
        {
            var isSource = c.Actors.Any(sources.Contains);
            var isTarget = c.Actors.Any(targets.Contains);
            var placed = c.Origin == CandidateOrigin.Sentence;
            var gold = isSource && (!placed || sourcePlaces.Contains(c.Mention!.Head)) ? 1 : isTarget && (!placed || targetPlaces.Contains(c.Mention!.Head)) ? 2 : 0;
            var sameAs = (isSource ? 1 : 0) + (isTarget ? 2 : 0);
            _view.Describe(trigger, c, all, proposed, code.Code, code.Plover!);
            var side = (c.Actors.Any(proposed.Sources.Contains) ? 1 : 0) + (c.Actors.Any(proposed.Targets.Contains) ? 2 : 0);
            var weight = gold == 0 && sameAs != 0 ? 0f : 1f;
            yield return new RoleExample(isTest, annotated.IsCore, number, gold, sameAs, side, new SlotExample(_view.Vectors.ToArray(), [.. _view.Features], [gold], weight));
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
