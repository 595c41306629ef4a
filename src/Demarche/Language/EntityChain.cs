namespace Demarche.Language;

/// <summary>A linear chain over the labels of one sentence: the best legal sequence, and the probability of each part of it.</summary>
internal sealed class EntityChain
{
    private const int L = EntityLabels.Count;
    private const int C = EntityLabels.Columns;
    private const float Illegal = -1e30f;

    private readonly float[] _step = new float[C * C];
    private readonly float[] _factor = new float[C * C];
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _emission = [];
    private float[] _scale = [];
    private int[] _from = [];

    /// <param name="transitions">Score of each label after each other, row-major with <see cref="EntityLabels.Columns"/> columns.</param>
    public EntityChain(ReadOnlySpan<float> transitions) => Use(transitions);

    /// <summary>Takes other transitions.</summary>
    public void Use(ReadOnlySpan<float> transitions)
    {
        for (var a = 0; a < L; a++)
            for (var b = 0; b < L; b++)
            {
                var legal = EntityLabels.IsLegal(a, b);
                _step[(a * C) + b] = legal ? transitions[(a * C) + b] : Illegal;
                _factor[(a * C) + b] = legal ? MathF.Exp(transitions[(a * C) + b]) : 0f;
            }
    }

    /// <summary>The best legal labels of a sentence.</summary>
    /// <param name="scores">A row of <see cref="EntityLabels.Columns"/> for each word.</param>
    /// <param name="labels">One for each word.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<int> labels)
    {
        var n = labels.Length;
        if (n == 0) return;
        if (_from.Length < n * C) _from = new int[n * C];
        Span<float> best = stackalloc float[C];
        Span<float> next = stackalloc float[C];
        for (var b = 0; b < L; b++) best[b] = _step[b] + scores[b];
        for (var i = 1; i < n; i++)
        {
            for (var b = 0; b < L; b++)
            {
                var from = 0;
                var most = float.NegativeInfinity;
                for (var a = 0; a < L; a++)
                    if (best[a] + _step[(a * C) + b] is var score && score > most) (most, from) = (score, a);
                next[b] = most + scores[(i * C) + b];
                _from[(i * C) + b] = from;
            }
            next.CopyTo(best);
        }
        var last = 0;
        for (var a = 1; a < L; a++)
            if (best[a] + _step[a * C] > best[last] + _step[last * C]) last = a;
        for (var i = n - 1; i >= 0; i--)
        {
            labels[i] = last;
            if (i > 0) last = _from[(i * C) + last];
        }
    }

    /// <summary>Sum of the steps of one labelling, those over both ends of the sentence included.</summary>
    public float ScoreOfSteps(ReadOnlySpan<int> labels)
    {
        var (sum, last) = (0f, 0);
        foreach (var l in labels)
        {
            sum += _step[(last * C) + l];
            last = l;
        }
        return sum + _step[last * C];
    }

    /// <summary>Sums over all labellings of a sentence; <see cref="SpanProbability"/>, <see cref="Marginals"/> and <see cref="AddPairs"/> read them.</summary>
    /// <returns>Logarithm of the sum over all legal labellings.</returns>
    public double Sum(ReadOnlySpan<float> scores, int n)
    {
        if (_scale.Length < n)
        {
            _scale = new float[n];
            _forward = new float[n * C];
            _backward = new float[n * C];
            _emission = new float[n * C];
        }
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * C, L);
            var most = float.NegativeInfinity;
            foreach (var s in row) most = Math.Max(most, s);
            var sum = 0f;
            for (var b = 0; b < L; b++)
            {
                var e = _emission[(i * C) + b] = MathF.Exp(row[b] - most);
                var into = 0f;
                if (i == 0) into = _factor[b];
                else
                    for (var a = 0; a < L; a++) into += _forward[((i - 1) * C) + a] * _factor[(a * C) + b];
                sum += _forward[(i * C) + b] = into * e;
            }
            _scale[i] = 1f / sum;
            for (var b = 0; b < L; b++) _forward[(i * C) + b] *= _scale[i];
            total += most + Math.Log(sum);
        }
        var end = 0f;
        for (var a = 0; a < L; a++) end += _forward[((n - 1) * C) + a] * _factor[a * C];
        for (var a = 0; a < L; a++) _backward[((n - 1) * C) + a] = _factor[a * C] / end;
        for (var i = n - 2; i >= 0; i--)
            for (var a = 0; a < L; a++)
            {
                var sum = 0f;
                for (var b = 0; b < L; b++) sum += _factor[(a * C) + b] * _emission[((i + 1) * C) + b] * _backward[((i + 1) * C) + b];
                _backward[(i * C) + a] = sum * _scale[i + 1];
            }
        return total + Math.Log(end);
    }

    /// <summary>Probability of each label of each word, after <see cref="Sum"/>.</summary>
    public void Marginals(Span<float> to, int n)
    {
        for (var k = 0; k < n * C; k++) to[k] = k % C < L ? _forward[k] * _backward[k] : 0f;
    }

    /// <summary>Adds the expected number of each step from label to label, the steps over both ends of the sentence included.</summary>
    public void AddPairs(Span<float> to, int n, float weight)
    {
        for (var b = 0; b < L; b++)
        {
            to[b] += weight * _forward[b] * _backward[b];
            to[b * C] += weight * _forward[((n - 1) * C) + b] * _backward[((n - 1) * C) + b];
        }
        for (var i = 1; i < n; i++)
            for (var a = 0; a < L; a++)
            {
                var left = weight * _scale[i] * _forward[((i - 1) * C) + a];
                for (var b = 0; b < L; b++) to[(a * C) + b] += left * _factor[(a * C) + b] * _emission[(i * C) + b] * _backward[(i * C) + b];
            }
    }

    /// <summary>Probability that words [first, end) carry just these labels, after <see cref="Sum"/>.</summary>
    public float SpanProbability(ReadOnlySpan<int> labels, int first, int end)
    {
        var p = _forward[(first * C) + labels[first]];
        for (var i = first + 1; i < end; i++) p *= _factor[(labels[i - 1] * C) + labels[i]] * _emission[(i * C) + labels[i]] * _scale[i];
        return Math.Clamp(p * _backward[((end - 1) * C) + labels[end - 1]], 0f, 1f);
    }
}
