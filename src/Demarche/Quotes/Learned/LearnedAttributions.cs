using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Text;

namespace Demarche.Quotes.Learned;

/// <summary>Words or thoughts that a cue ascribes to a source.</summary>
/// <param name="Cue">Index of the cue.</param>
/// <param name="Attitude">What the source does with them.</param>
/// <param name="Source">Index of the word that names the source in the sentence, or -1.</param>
/// <param name="Content">Runs of tokens [First, End) that are ascribed, in order; may be empty.</param>
/// <param name="Sureness">How likely it is that the cue ascribes anything, 0 to 1.</param>
/// <param name="SourceSureness">How likely it is that the word names the source, 0 to 1.</param>
internal sealed record Attribution(int Cue, Attitude Attitude, int Source, ImmutableArray<(int First, int End)> Content, float Sureness, float SourceSureness)
{
    /// <summary>True if a token is content.</summary>
    public bool Holds(int token)
    {
        foreach (var (first, end) in Content)
            if (token >= first && token < end) return true;
        return false;
    }
}

/// <summary>Finds attributions with what was learnt from annotated articles: cue, then source, then content.</summary>
internal sealed class LearnedAttributions(AttributionModel model, Surroundings at)
{
    // A gap of so few words between two runs of content belongs to them if it holds nothing of cue or source.
    private const int SmallGap = 2;

    private readonly CueView _cues = new(at);
    private readonly SourceView _sources = new(at);
    private readonly ContentView _contents = new(at);
    private readonly float[] _begun = new float[Math.Max(model.Sources.Hidden, model.Contents.Hidden)];
    private readonly float[] _outcomes = new float[Math.Max(model.Cues.Columns, model.Sources.Columns)];

    /// <summary>The attributions of an article by their cues, in text order.</summary>
    /// <param name="bounds">From which probabilities on something is taken.</param>
    public List<Attribution> Find(AttributionBounds bounds)
    {
        var found = new List<Attribution>();
        foreach (var sentence in at.Analysis.Sentences)
        {
            if (sentence.EndToken - sentence.FirstToken > CueReader.LongestSentence) continue;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var token = at.Analysis.Tokens[i];
                if (!model.IsKnown(token) && !at.IsBesideQuotation(token)) continue;
                var (attitude, sureness) = Judge(token);
                if (sureness < bounds.Cue) continue;
                var (source, chance) = Source(token, attitude, bounds);
                found.Add(new Attribution(i, attitude, source?.Index ?? -1, Content(token, attitude, source, bounds), sureness, chance));
            }
        }
        return found;
    }

    private (Attitude Attitude, float Sureness) Judge(Token token)
    {
        _cues.Describe(token);
        model.Cues.Judge(_cues.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(_cues.Features), _outcomes);
        var best = 1;
        for (var k = 2; k < AttributionModel.CueOutcomes; k++)
            if (_outcomes[k] > _outcomes[best]) best = k;
        return ((Attitude)(best - 1), 1f - _outcomes[0]);
    }

    private (Token? Token, float Chance) Source(Token cue, Attitude attitude, AttributionBounds bounds)
    {
        Token? best = null;
        var most = bounds.Source;
        var first = true;
        foreach (var candidate in _sources.Candidates(cue))
        {
            _sources.Describe(cue, attitude, candidate);
            Judge(model.Sources, _sources, first);
            first = false;
            if (_outcomes[1] < most) continue;
            (best, most) = (candidate, _outcomes[1]);
        }
        return (best, best is null ? 0f : most);
    }

    private ImmutableArray<(int First, int End)> Content(Token cue, Attitude attitude, Token? source, AttributionBounds bounds)
    {
        var sentence = at.Analysis.Sentences[cue.Sentence];
        var taken = new bool[sentence.EndToken - sentence.FirstToken];
        var closed = new bool[taken.Length];
        closed[cue.Index - sentence.FirstToken] = true;
        var first = true;
        foreach (var part in _contents.Parts(cue))
        {
            _contents.Describe(cue, attitude, source, part);
            Judge(model.Contents, _contents, first);
            first = false;
            var isIn = _outcomes[1] >= bounds.Content;
            foreach (var t in part.Tokens) (isIn ? taken : closed)[t - sentence.FirstToken] = true;
        }
        return Runs(sentence, taken, closed);
    }

    // What is judged beside one cue shares the cue.
    private void Judge(SlotNetwork network, View view, bool isFirst)
    {
        if (isFirst) network.Begin(view.Shared, _begun);
        network.Judge(_begun, view.Shared.Length, view.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(view.Features), _outcomes);
    }

    private ImmutableArray<(int First, int End)> Runs(Sentence sentence, bool[] taken, bool[] closed)
    {
        var runs = ImmutableArray.CreateBuilder<(int First, int End)>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i]) continue;
            var end = i + 1;
            while (Reach(taken, closed, end) is var next && next > end) end = next;
            var (first, last) = Trimmed(sentence.FirstToken + i, sentence.FirstToken + end);
            if (first < last) runs.Add((first, last));
            i = end;
        }
        return runs.ToImmutable();
    }

    // The end of the run that goes on behind a gap of marks or of words nobody else claims; the place itself if none does.
    private static int Reach(bool[] taken, bool[] closed, int end)
    {
        for (var i = end; i < taken.Length && i <= end + SmallGap; i++)
        {
            if (taken[i]) return i + 1;
            if (closed[i]) break;
        }
        return end;
    }

    private (int First, int End) Trimmed(int first, int end)
    {
        while (first < end && IsMark(first)) first++;
        while (end > first && IsMark(end - 1)) end--;
        return (first, end);
    }

    private bool IsMark(int token) => !at.Analysis.Tokens[token].Form.Any(char.IsLetterOrDigit);
}

/// <summary>From which probabilities on a cue, a source, a part of the content is taken.</summary>
internal sealed record AttributionBounds(float Cue = 0.3f, float Source = 0.2f, float Content = 0.5f);
