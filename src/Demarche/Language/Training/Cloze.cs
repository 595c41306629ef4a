namespace Demarche.Language.Training;

/// <summary>Guesses covered words from what the network knows of their places: a softmax over the true words of the step and
/// words drawn from running text. It teaches the recurrent layers which words go where, and is thrown away after training.</summary>
internal sealed class Cloze
{
    private const int Width = 128;
    private const int Encoding = 2 * NetworkShape.Hidden;
    private const int Draws = 1536;
    private const float Leak = 0.1f;

    private readonly Weight _down = new("cloze.down", Encoding, Width);
    private readonly Weight _downBias = new("cloze.down.bias", 1, Width);
    private readonly Weight _words;
    private readonly Gradients _gradients;
    private readonly Xoshiro _random;
    private readonly int[] _recent = new int[1 << 18];
    private readonly Dictionary<int, int> _columnOf = [];
    private readonly List<int> _candidates = [];

    private float[] _encoded = [], _hidden = [], _rows = [], _turned = [], _scores = [], _dScores = [], _dHidden = [], _dRows = [], _dEncoded = [], _downTurned = [];
    private long _seen;

    public Cloze(int words, Xoshiro random)
    {
        _random = random;
        _words = new Weight("cloze.words", words, Width);
        WeightStart.Uniform(_down.Values, MathF.Sqrt(3f / Encoding), random);
        WeightStart.Uniform(_words.Values, 0.05f, random);
        _gradients = new Gradients([_down, _downBias], [_words]);
    }

    /// <summary>Adds to the gradient of the encoding what the guesses teach; returns the sum of their losses.</summary>
    public double Learn(NetworkState s, IReadOnlyList<Covered> hidden, float weight, float rate, Span<float> dOutput)
    {
        if (hidden.Count == 0) return 0;
        var m = hidden.Count;
        Choose(hidden);
        var columns = NetworkShape.Pad(_candidates.Count);
        Forward(s, hidden, columns);
        var d = NetworkState.Fit(ref _dScores!, m * columns);
        d.Clear();
        double loss = 0;
        for (var i = 0; i < m; i++)
            loss += NetworkTrainer.SoftmaxLoss(_scores.AsSpan(i * columns, _candidates.Count), _columnOf[hidden[i].Word], d.Slice(i * columns, _candidates.Count), weight, -1);
        Back(hidden, columns, d, dOutput);
        _gradients.Apply(rate);
        return loss;
    }

    /// <summary>The true words and some words seen lately, each once.</summary>
    private void Choose(IReadOnlyList<Covered> hidden)
    {
        _columnOf.Clear();
        _candidates.Clear();
        foreach (var h in hidden)
        {
            Take(h.Word);
            _recent[_seen++ % _recent.Length] = h.Word;
        }
        var known = (int)Math.Min(_seen, _recent.Length);
        for (var n = 0; n < Draws; n++) Take(_recent[_random.Below(known)]);
    }

    private void Take(int word)
    {
        if (_columnOf.TryAdd(word, _candidates.Count)) _candidates.Add(word);
    }

    private void Forward(NetworkState s, IReadOnlyList<Covered> hidden, int columns)
    {
        var m = hidden.Count;
        var encoded = NetworkState.Fit(ref _encoded!, m * Encoding);
        var h = NetworkState.Fit(ref _hidden!, m * Width);
        for (var i = 0; i < m; i++)
        {
            s.Encoded.AsSpan(hidden[i].Place * Encoding, Encoding).CopyTo(encoded[(i * Encoding)..]);
            _downBias.Values.CopyTo(h[(i * Width)..]);
        }
        Kernels.Multiply(encoded, _down.Values, h, m, Width, Encoding, add: true);
        for (var k = 0; k < h.Length; k++) h[k] = h[k] > 0 ? h[k] : Leak * h[k];
        var rows = NetworkState.Fit(ref _rows!, columns * Width);
        rows.Clear();
        for (var c = 0; c < _candidates.Count; c++) _words.Values.AsSpan(_candidates[c] * Width, Width).CopyTo(rows[(c * Width)..]);
        Kernels.Transpose(rows, columns, Width, NetworkState.Fit(ref _turned!, Width * columns));
        Kernels.Multiply(h, _turned.AsSpan(0, Width * columns), NetworkState.Fit(ref _scores!, m * columns), m, columns, Width, add: false);
    }

    private void Back(IReadOnlyList<Covered> hidden, int columns, Span<float> d, Span<float> dOutput)
    {
        var m = hidden.Count;
        var dHidden = NetworkState.Fit(ref _dHidden!, m * Width);
        Kernels.Multiply(d, _rows.AsSpan(0, columns * Width), dHidden, m, Width, columns, add: false);
        var dRows = NetworkState.Fit(ref _dRows!, columns * Width);
        Kernels.Multiply(d, 1, columns, _hidden.AsSpan(0, m * Width), Width, dRows, Width, columns, Width, m, add: false);
        for (var c = 0; c < _candidates.Count; c++) _gradients.AddRow(0, _candidates[c], dRows.Slice(c * Width, Width));
        for (var k = 0; k < dHidden.Length; k++)
            if (_hidden[k] < 0) dHidden[k] *= Leak;
        NetworkTrainer.AddColumns(dHidden, Width, _gradients.Of(_downBias));
        Kernels.Multiply(_encoded, 1, Encoding, dHidden, Width, _gradients.Of(_down), Width, Encoding, Width, m, add: true);
        Kernels.Transpose(_down.Values, Encoding, Width, NetworkState.Fit(ref _downTurned!, Encoding * Width));
        var dEncoded = NetworkState.Fit(ref _dEncoded!, m * Encoding);
        Kernels.Multiply(dHidden, _downTurned.AsSpan(0, Encoding * Width), dEncoded, m, Encoding, Width, add: false);
        for (var i = 0; i < m; i++) NetworkTrainer.AddTo(dOutput.Slice(hidden[i].Place * Encoding, Encoding), dEncoded.Slice(i * Encoding, Encoding));
    }
}
