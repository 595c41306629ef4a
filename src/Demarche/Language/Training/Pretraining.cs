using System.Collections.Concurrent;

namespace Demarche.Language.Training;

/// <summary>A sentence of unlabelled text and its words.</summary>
internal sealed record RawSentence(string Text, WordSpan[] Words)
{
    public ReadOnlySpan<char> FormOf(WordSpan word) => Text.AsSpan(word.Span.Start, word.Span.Length);
}

/// <summary>Lessons from unlabelled text, made on a thread of their own: some words covered, the teachers' opinions for all.</summary>
/// <remarks>The student sees less than its teachers and so must learn to read from the surroundings (Xie et al. 2020).</remarks>
internal sealed class Pretraining
{
    /// <summary>Words of a lesson, about.</summary>
    public const int WordsOfBatch = 700;

    private const int WordsOfPool = 60_000;
    private const int ShortestSentence = 4;
    private const int LongestSentence = 70;
    private const float CoveredShare = 0.15f;
    private const int Ahead = 6;

    private readonly IReadOnlyList<string> _lines;
    private readonly Segmenter _segmenter;
    private readonly Teachers _teachers;
    private readonly WordFeatures _features;
    private readonly int _tables;
    private readonly Xoshiro _random;

    /// <param name="lines">Unlabelled text, a paragraph a line.</param>
    /// <param name="segmenter">Cuts it into words.</param>
    /// <param name="teachers">Label it.</param>
    /// <param name="features">The student's view of a word; the words that can be guessed are those with a vector.</param>
    /// <param name="tables">Rows that describe a word.</param>
    /// <param name="seed">Decides the order and what is covered.</param>
    public Pretraining(IReadOnlyList<string> lines, Segmenter segmenter, Teachers teachers, WordFeatures features, int tables, ulong seed)
    {
        _random = new Xoshiro(seed);
        var order = Enumerable.Range(0, lines.Count).ToArray();
        _random.Shuffle(order);
        _lines = [.. order.Select(i => lines[i])];
        _segmenter = segmenter;
        _teachers = teachers;
        _features = features;
        _tables = tables;
    }

    /// <summary>Lessons with about <paramref name="words"/> words in all, or with all words that there are; always in the same order.</summary>
    public IEnumerable<Lesson> Lessons(long words)
    {
        using var ready = new BlockingCollection<Lesson>(Ahead);
        var work = Task.Run(() =>
        {
            try
            {
                foreach (var lesson in Make(words)) ready.Add(lesson);
            }
            finally
            {
                ready.CompleteAdding();
            }
        });
        foreach (var lesson in ready.GetConsumingEnumerable()) yield return lesson;
        work.GetAwaiter().GetResult();
    }

    private IEnumerable<Lesson> Make(long words)
    {
        long made = 0;
        foreach (var pool in Pools())
        {
            var batches = pool.OrderBy(s => s.Words.Length).Aggregate(new List<List<RawSentence>>(), Gather);
            var order = Enumerable.Range(0, batches.Count).ToArray();
            _random.Shuffle(order);
            foreach (var b in order)
            {
                if (made >= words) yield break;
                yield return MakeLesson(batches[b]);
                made += batches[b].Sum(s => s.Words.Length);
            }
        }
    }

    private static List<List<RawSentence>> Gather(List<List<RawSentence>> batches, RawSentence sentence)
    {
        if (batches.Count == 0 || batches[^1].Sum(s => s.Words.Length) >= WordsOfBatch) batches.Add([]);
        batches[^1].Add(sentence);
        return batches;
    }

    private IEnumerable<List<RawSentence>> Pools()
    {
        var pool = new List<RawSentence>();
        var words = 0;
        foreach (var line in _lines)
        {
            var cut = _segmenter.Segment(line);
            foreach (var s in cut.Sentences)
            {
                if (s.Length is < ShortestSentence or > LongestSentence) continue;
                pool.Add(new RawSentence(line, [.. cut.Words.Take(s.First..s.End)]));
                words += s.Length;
            }
            if (words < WordsOfPool) continue;
            yield return pool;
            pool = [];
            words = 0;
        }
        yield return pool;
    }

    private Lesson MakeLesson(List<RawSentence> sentences)
    {
        var (opinions, heads) = _teachers.Read(sentences);
        var hidden = new List<Covered>();
        var examples = new List<Example>();
        var from = 0;
        foreach (var s in sentences)
        {
            var n = s.Words.Length;
            var capitals = default(Capitals);
            foreach (var w in s.Words) capitals.Add(s.FormOf(w));
            var e = new Example(new int[n * _tables], new int[n], [], new int[n], []);
            for (var i = 0; i < n; i++)
            {
                var rows = e.Rows.AsSpan(i * _tables, _tables);
                e.Vectors[i] = _features.Describe(s.FormOf(s.Words[i]), capitals.At(i), rows);
                e.Heads[i] = heads[from + i] < 0 ? -1 : heads[from + i] - from;
                if (_random.Unit() >= CoveredShare) continue;
                if (e.Vectors[i] >= 0) hidden.Add(new Covered(from + i, e.Vectors[i]));
                _features.Cover(rows);
                e.Vectors[i] = -1;
            }
            examples.Add(e);
            from += n;
        }
        return new Lesson(examples, opinions, hidden);
    }
}
