namespace Demarche.Language.Training;

/// <summary>Adam steps for one block of weights.</summary>
internal sealed class AdamStep(float[] values)
{
    private const float First = 0.9f;
    private const float Second = 0.999f;

    private readonly float[] _mean = new float[values.Length];
    private readonly float[] _square = new float[values.Length];
    private int _steps;

    public float[] Gradient { get; } = new float[values.Length];

    /// <summary>Steps against the gradient, pulls the weights towards nothing by <paramref name="decay"/>, and clears the gradient.</summary>
    public void Apply(float rate, float decay)
    {
        _steps++;
        var step = rate * MathF.Sqrt(1f - MathF.Pow(Second, _steps)) / (1f - MathF.Pow(First, _steps));
        for (var i = 0; i < values.Length; i++)
        {
            var g = Gradient[i];
            _mean[i] = (First * _mean[i]) + ((1 - First) * g);
            _square[i] = (Second * _square[i]) + ((1 - Second) * g * g);
            values[i] -= (step * _mean[i] / (MathF.Sqrt(_square[i]) + 1e-8f)) + (rate * decay * values[i]);
        }
        Array.Clear(Gradient);
    }
}
