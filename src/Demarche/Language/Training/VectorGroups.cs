namespace Demarche.Language.Training;

/// <summary>Puts word vectors into groups of like ones: k-means on the sphere.</summary>
internal static class VectorGroups
{
    private const int Passes = 12;

    /// <summary>For each vector the number of its group, from 1.</summary>
    public static ushort[] Make(ReadOnlySpan<float> rows, int width, int groups, Xoshiro random)
    {
        var count = rows.Length / width;
        var found = new ushort[count];
        if (count == 0) return found;
        var columns = NetworkShape.Pad(groups);
        var unit = rows.ToArray();
        for (var i = 0; i < count; i++) Normalize(unit.AsSpan(i * width, width));
        var middles = new float[columns * width];
        for (var g = 0; g < groups; g++) unit.AsSpan(random.Below(count) * width, width).CopyTo(middles.AsSpan(g * width));
        var turned = new float[width * columns];
        var scores = new float[count * columns];
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var g = 0; g < columns; g++)
                for (var k = 0; k < width; k++) turned[(k * columns) + g] = middles[(g * width) + k];
            Kernels.Multiply(unit, turned, scores, count, columns, width, add: false);
            Array.Clear(middles);
            for (var i = 0; i < count; i++)
            {
                var best = 0;
                for (var g = 1; g < groups; g++)
                    if (scores[(i * columns) + g] > scores[(i * columns) + best]) best = g;
                found[i] = (ushort)(best + 1);
                for (var k = 0; k < width; k++) middles[(best * width) + k] += unit[(i * width) + k];
            }
            for (var g = 0; g < groups; g++) Normalize(middles.AsSpan(g * width, width));
        }
        return found;
    }

    private static void Normalize(Span<float> row)
    {
        var sum = 0f;
        foreach (var v in row) sum += v * v;
        var scale = sum > 0 ? 1f / MathF.Sqrt(sum) : 0f;
        for (var k = 0; k < row.Length; k++) row[k] *= scale;
    }
}
