namespace Demarche.Language.Training;

/// <summary>Draws the masks of one step and applies them again to the gradients.</summary>
internal sealed class RandomDropout(Xoshiro random, int layers, float share) : Dropout
{
    // In parts of 256.
    private readonly int _inputRate = (int)(38 * share);
    private readonly int _layerRate = (int)(77 * share);
    private readonly int _arcRate = (int)(77 * share);
    private readonly int _relationRate = (int)(64 * share);

    private readonly byte[]?[] _masks = new byte[layers + 3][];

    public void Begin() => Array.Clear(_masks);

    public override void Input(float[] values, int count) => Draw(0, values, count, _inputRate);

    public override void Layer(int layer, float[] values, int count) => Draw(1 + layer, values, count, _layerRate);

    public override void Arcs(float[] values, int rows, int columns)
    {
        var mask = _masks[layers + 1] = new byte[rows * 2 * NetworkShape.Arc];
        Fill(mask, _arcRate);
        ApplyArcs(values, rows, columns);
    }

    public override void Relations(float[] values, int count) => Draw(layers + 2, values, count, _relationRate);

    public void BackInput(float[] values, int count) => Apply(_masks[0]!, values, count, _inputRate);

    public void BackLayer(int layer, float[] values, int count) => Apply(_masks[1 + layer]!, values, count, _layerRate);

    public void BackArcs(float[] values, int rows, int columns) => ApplyArcs(values, rows, columns);

    public void BackRelations(float[] values, int count) => Apply(_masks[layers + 2]!, values, count, _relationRate);

    private void ApplyArcs(float[] values, int rows, int columns)
    {
        const int width = 2 * NetworkShape.Arc;
        var mask = _masks[layers + 1]!;
        var keep = 256f / (256 - _arcRate);
        for (var i = 0; i < rows; i++)
            for (var k = 0; k < width; k++) values[(i * columns) + k] *= mask[(i * width) + k] * keep;
    }

    private void Draw(int place, float[] values, int count, int rate)
    {
        var mask = _masks[place] = new byte[count];
        Fill(mask, rate);
        Apply(mask, values, count, rate);
    }

    /// <summary>1 with the chance to be kept, else 0; the rate is in parts of 256.</summary>
    private void Fill(byte[] mask, int rate)
    {
        for (var i = 0; i < mask.Length; i += 8)
        {
            var bits = random.Next();
            for (var k = i; k < Math.Min(i + 8, mask.Length); k++, bits >>= 8) mask[k] = (byte)((bits & 0xff) >= (ulong)rate ? 1 : 0);
        }
    }

    private static void Apply(byte[] mask, float[] values, int count, int rate)
    {
        var keep = 256f / (256 - rate);
        for (var i = 0; i < count; i++) values[i] *= mask[i] * keep;
    }
}
