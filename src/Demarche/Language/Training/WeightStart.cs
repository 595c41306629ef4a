namespace Demarche.Language.Training;

/// <summary>Weights before training: small random numbers whose size keeps signals about as large from layer to layer.</summary>
internal static class WeightStart
{
    public static void Fill(NetworkWeights weights, Xoshiro random)
    {
        foreach (var t in weights.Tables) Uniform(t.Values, 0.25f, random);
        foreach (var w in weights.Dense)
        {
            if (w.Name is "distance" || w.Name.EndsWith(".bias", StringComparison.Ordinal)) continue;
            if (w.Name == "norm") w.Values.AsSpan(0, w.Columns).Fill(1f);
            else if (w.Name == "root") Uniform(w.Values, 0.3f, random);
            else if (w.Name.StartsWith("gates", StringComparison.Ordinal)) FillGates(w, random);
            else if (w.Name == "arc") Uniform(w.Values, 0.5f * MathF.Sqrt(6f / (w.Rows + w.Columns)), random);
            else Uniform(w.Values, MathF.Sqrt(3f / w.Rows), random);
        }
    }

    private static void FillGates(Weight gates, Xoshiro random)
    {
        const int h = NetworkShape.Hidden;
        for (var direction = 0; direction < gates.Rows; direction++) Uniform(gates.Values.AsSpan(direction * gates.Columns, 2 * h), 0.5f, random);
    }

    public static void Uniform(Span<float> values, float reach, Xoshiro random)
    {
        for (var i = 0; i < values.Length; i++) values[i] = ((2 * random.Unit()) - 1) * reach;
    }
}
