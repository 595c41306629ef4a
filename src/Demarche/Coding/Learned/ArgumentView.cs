using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Language.Learned;

namespace Demarche.Coding.Learned;

/// <summary>Somebody who may take part in an event.</summary>
/// <param name="Mention">Where the sentence names him, or null for one that only the context gives.</param>
/// <param name="Actors">Who is meant.</param>
/// <param name="Origin">How he came to be a candidate.</param>
internal sealed record Candidate(ActorMention? Mention, ImmutableArray<ActorId> Actors, CandidateOrigin Origin);

/// <summary>How a candidate was found.</summary>
internal enum CandidateOrigin
{
    /// <summary>The sentence names him.</summary>
    Sentence,

    /// <summary>He speaks the words in which the act stands.</summary>
    Speaker,

    /// <summary>The sentence before is about him.</summary>
    Before,
}

/// <summary>Describes an actor's place in respect of a trigger: hashed features and the vectors of the words between.</summary>
internal sealed class ArgumentView(Reading reading, WordMeanings meanings)
{
    // The trigger, the word above the mention, the word below the trigger on the way to it.
    private const int Slots = 3;

    /// <summary>Numbers of the input: the slots, then what the network knows of trigger and mention in their places.</summary>
    public static int Inputs(WordMeanings meanings) => (Slots * meanings.Width) + (2 * WordContexts.Width);

    private const int LongestPath = 8;

    private readonly Analysis _analysis = reading.Analysis;
    private readonly TokenKeys _keys = reading.Keys;
    private readonly List<uint> _features = [];
    private readonly float[] _slots = new float[Inputs(meanings)];
    private readonly List<int> _up = [];
    private readonly List<int> _down = [];
    private List<ActorId> _speakers = [];
    private bool _isQuoted;

    /// <summary>Sums of vectors, slot by slot.</summary>
    public ReadOnlySpan<float> Vectors => _slots;

    /// <summary>Hashed features.</summary>
    public List<uint> Features => _features;

    /// <summary>All who may take part in an act of this trigger, in text order; speakers and those of the sentence before last.</summary>
    public List<Candidate> Candidates(Token trigger)
    {
        var sentence = _analysis.Sentences[trigger.Sentence];
        var found = new List<Candidate>();
        var here = new HashSet<ActorId>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (reading.Actors.WithHead(i) is not { } mention) continue;
            ImmutableArray<ActorId> political = [.. mention.Actors.Where(reading.Roles.IsPolitical)];
            if (political.IsEmpty) continue;
            found.Add(new Candidate(mention, political, CandidateOrigin.Sentence));
            here.UnionWith(political);
        }
        _speakers = Speakers(trigger);
        _isQuoted = reading.Quotes.Any(q => q.Span.Contains(trigger.Span));
        foreach (var speaker in _speakers)
            if (here.Add(speaker)) found.Add(new Candidate(null, [speaker], CandidateOrigin.Speaker));
        if (sentence.Index > 0)
        {
            var before = _analysis.Sentences[sentence.Index - 1];
            for (var i = before.FirstToken; i < before.EndToken; i++)
                if (reading.Actors.WithHead(i) is { } mention)
                    foreach (var a in mention.Actors)
                        if (reading.Roles.IsPolitical(a) && here.Add(a)) found.Add(new Candidate(mention, [a], CandidateOrigin.Before));
        }
        return found;
    }

    /// <summary>Describes one candidate of the trigger whose candidates were asked for last; what was described before is gone.</summary>
    /// <param name="trigger">The word that carries the act.</param>
    /// <param name="candidate">Who may take part.</param>
    /// <param name="all">All candidates.</param>
    /// <param name="proposed">What grammar alone proposes.</param>
    /// <param name="code">CAMEO code of the act.</param>
    /// <param name="type">Its PLOVER type.</param>
    public void Describe(Token trigger, Candidate candidate, List<Candidate> all, Arguments proposed, string code, string type)
    {
        _features.Clear();
        Array.Clear(_slots);
        var act = TokenKeys.Of(type);
        var lemma = _keys.Lemma(trigger);
        var upos = TokenKeys.Of(trigger.Upos);
        var origin = (uint)candidate.Origin;
        meanings.Add(trigger.Form, 1f, _slots.AsSpan(0, meanings.Width));
        var contexts = _slots.AsSpan(Slots * meanings.Width);
        _analysis.Contexts!.CopyTo(trigger.Index, contexts);
        if (candidate.Mention is { } named) _analysis.Contexts.CopyTo(named.Head, contexts[WordContexts.Width..]);
        Feature(1, origin, act);
        Feature(2, origin, upos);
        AddProposal(candidate, proposed, act, origin);
        AddActor(candidate, all, act, origin);
        AddSpeech(trigger, candidate, act);
        Feature(9, TokenKeys.Of(code), origin);
        if (candidate.Origin != CandidateOrigin.Sentence)
        {
            if (candidate.Mention is { } mention)
            {
                Feature(10, _keys.Relation(_analysis.Tokens[mention.Head]), origin);
                Feature(11, _keys.Relation(_analysis.Tokens[mention.Head]), act, origin);
            }
            return;
        }
        AddPath(trigger, _analysis.Tokens[candidate.Mention!.Head], act, lemma, upos);
        AddOrder(trigger, candidate, all, act);
    }

    private void AddProposal(Candidate candidate, Arguments proposed, uint act, uint origin)
    {
        var source = candidate.Actors.Any(proposed.Sources.Contains);
        var target = candidate.Actors.Any(proposed.Targets.Contains);
        var side = (source ? 1u : 0u) + (target ? 2u : 0u);
        Feature(20, side, origin);
        Feature(21, side, act, origin);
        if (source) Feature(22, TokenKeys.Of(proposed.SourceRule), act);
        if (target) Feature(23, TokenKeys.Of(proposed.TargetRule), act);
        if (source) Feature(24, TokenKeys.Of(proposed.SourceRule), origin);
        if (target) Feature(25, TokenKeys.Of(proposed.TargetRule), origin);
        Feature(26, side, (uint)Math.Min(2, proposed.Sources.Count), (uint)Math.Min(2, proposed.Targets.Count));
    }

    private void AddActor(Candidate candidate, List<Candidate> all, uint act, uint origin)
    {
        var actor = reading.Actors[candidate.Actors[0]];
        var sort = TokenKeys.Of(actor.Kind.ToString() + actor.Sector);
        Feature(30, sort, act);
        Feature(31, sort, origin);
        Feature(32, TokenKeys.Of(actor.Sector ?? "?"), act);
        if (candidate.Mention is { } mention)
        {
            Feature(33, (uint)mention.Kind, act);
            Feature(34, (uint)mention.Kind, origin);
        }
        var others = all.Count(c => !c.Actors.Contains(actor.Id));
        Feature(35, (uint)Math.Min(3, others), origin);
        Feature(36, all.Exists(c => !c.Actors.Contains(actor.Id) && reading.Actors[c.Actors[0]].Country == actor.Country) ? 1u : 0u, act);
        Feature(37, (uint)Math.Min(3, candidate.Actors.Length));
    }

    private void AddSpeech(Token trigger, Candidate candidate, uint act)
    {
        var speaks = _speakers.Exists(s => candidate.Actors.Contains(s)) ? 1u : 0u;
        var quote = _isQuoted ? 1u : 0u;
        var within = _isQuoted && candidate.Mention is { } m && reading.Quotes.Any(q => q.Span.Contains(trigger.Span) && q.Span.Contains(m.Span)) ? 1u : 0u;
        Feature(40, speaks, quote, within);
        Feature(41, speaks + (2 * quote) + (4 * within), act);
        Feature(42, speaks + (2 * quote) + (4 * within), _keys.Lemma(trigger));
    }

    /// <summary>The relations from the trigger up to the word above both, and down to the mention.</summary>
    private void AddPath(Token trigger, Token mention, uint act, uint lemma, uint upos)
    {
        Climb(trigger, _up);
        Climb(mention, _down);
        int i = _up.Count - 1, j = _down.Count - 1;
        while (i >= 0 && j >= 0 && _up[i] == _down[j]) (i, j) = (i - 1, j - 1);
        uint path = 17, bare = 17;
        for (var k = 0; k <= i; k++) Step(_analysis.Tokens[_up[k]], 1, ref path, ref bare);
        for (var k = j; k >= 0; k--) Step(_analysis.Tokens[_down[k]], 2, ref path, ref bare);
        var length = (uint)Math.Min(LongestPath, i + j + 2);
        Feature(50, path);
        Feature(51, path, act);
        Feature(52, path, lemma);
        Feature(53, path, upos);
        Feature(54, bare);
        Feature(55, bare, act);
        Feature(56, length, act);
        Feature(57, (uint)(i + 1), (uint)(j + 1), upos);
        Feature(58, _keys.Relation(mention), act);
        Feature(59, _keys.Case(mention), act);
        if (j >= 0)
        {
            var top = _analysis.Tokens[_down[j]];
            Feature(60, _keys.Relation(top), _keys.Case(top), i >= 0 ? _keys.Relation(_analysis.Tokens[_up[i]]) : 0);
            Feature(61, _keys.Relation(top), _keys.Case(top), lemma);
            if (j > 0) meanings.Add(top.Form, 1f, _slots.AsSpan(2 * meanings.Width, meanings.Width));
        }
        if (_analysis.Head(mention) is { } head)
        {
            Feature(62, _keys.Lemma(head), _keys.Relation(mention));
            Feature(63, _keys.Lemma(head), _keys.Relation(mention), act);
            if (head.Upos != "PROPN") meanings.Add(head.Form, 1f, _slots.AsSpan(meanings.Width, meanings.Width));
        }
        if (reading.Grammar.IsPassive(trigger)) Feature(64, bare, 1);
    }

    private void Climb(Token token, List<int> way)
    {
        way.Clear();
        for (var t = token; t is not null && way.Count < 40; t = _analysis.Head(t)) way.Add(t.Index);
    }

    private void Step(Token token, uint direction, ref uint path, ref uint bare)
    {
        var relation = _keys.Relation(token);
        bare = FeatureList.Hash(FeatureList.Hash(bare, direction), TokenKeys.Of(token.BaseRelation));
        path = FeatureList.Hash(FeatureList.Hash(path, direction), relation);
        if (token.BaseRelation is "obl" or "nmod") path = FeatureList.Hash(path, _keys.Case(token));
    }

    private void AddOrder(Token trigger, Candidate candidate, List<Candidate> all, uint act)
    {
        var head = candidate.Mention!.Head;
        var before = head < trigger.Index ? 1u : 0u;
        var between = all.Count(c => c.Origin == CandidateOrigin.Sentence && c.Mention!.Head != head
            && c.Mention.Head > Math.Min(head, trigger.Index) && c.Mention.Head < Math.Max(head, trigger.Index));
        Feature(70, before, act);
        Feature(71, before, (uint)Math.Min(3, between));
        Feature(72, before, (uint)Math.Min(3, between), act);
        Feature(73, (uint)Math.Min(6, Math.Abs(head - trigger.Index) / 2), before);
    }

    /// <summary>Who speaks the words in which the trigger stands.</summary>
    private List<ActorId> Speakers(Token trigger) =>
        [.. reading.Attributions.Find(trigger).Where(a => a.Actor is { } s && reading.Roles.IsPolitical(s)).Select(a => a.Actor!.Value).Distinct()];

    private void Feature(uint template, uint a) => _features.Add(FeatureList.Key(template, a));

    private void Feature(uint template, uint a, uint b) => _features.Add(FeatureList.Key(template, a, b));

    private void Feature(uint template, uint a, uint b, uint c) => _features.Add(FeatureList.Key(template, a, b, c));
}
