using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Training;

/// <summary>Back-propagation through one direction of a simple recurrent layer over one sentence.</summary>
internal static class RecurrentGradient
{
    private const int H = NetworkShape.Hidden;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        NetworkState s, int layer, float[] input, int direction, int first, int end, float[] gates, float[] dGates, float[] dOutput, float[] dInput, float[] dProjected)
    {
        var parts = NetworkWeights.PartsOf(layer);
        ref var g = ref gates[direction * 4 * H];
        ref var dg = ref dGates[direction * 4 * H];
        ref var u = ref s.Projected[layer][direction * parts * H];
        ref var du = ref dProjected[direction * parts * H];
        ref var forget = ref s.Forget[layer][direction * H];
        ref var reset = ref s.Reset[layer][direction * H];
        ref var cell = ref s.Cell[layer][direction * H];
        ref var dh = ref dOutput[direction * H];
        Span<float> carried = stackalloc float[H];
        carried.Clear();
        ref var carry0 = ref carried[0];
        var one = Vector256<float>.One;
        // Backwards through time: the other way round than the pass before.
        var step = direction == 0 ? -1 : 1;
        var start = direction == 0 ? first : end - 1;
        for (int t = direction == 0 ? end - 1 : first, n = end - first; n > 0; n--, t += step)
        {
            for (nuint k = 0; k < H; k += 8)
            {
                var at = (nuint)(t * 2 * parts * H) + k;
                var to = (nuint)(t * 2 * H) + k;
                var f = Vector256.LoadUnsafe(ref forget, to);
                var r = Vector256.LoadUnsafe(ref reset, to);
                var c = Vector256.LoadUnsafe(ref cell, to);
                var old = t == start ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref cell, (nuint)((t + step) * 2 * H) + k);
                var candidate = Vector256.LoadUnsafe(ref u, at);
                var high = parts == 4 ? Vector256.LoadUnsafe(ref u, at + (3 * H)) : Vector256.LoadUnsafe(ref input[0], to + (nuint)(direction * H));
                var d = Vector256.LoadUnsafe(ref dh, to);
                var dHigh = d * (one - r);
                var dr = d * (c - high) * r * (one - r);
                var dc = (d * r) + Vector256.LoadUnsafe(ref carry0, k);
                var df = dc * (old - candidate) * f * (one - f);
                (dc * (one - f)).StoreUnsafe(ref du, at);
                df.StoreUnsafe(ref du, at + H);
                dr.StoreUnsafe(ref du, at + (2 * H));
                if (parts == 4) dHigh.StoreUnsafe(ref du, at + (3 * H));
                else (Vector256.LoadUnsafe(ref dInput[0], to + (nuint)(direction * H)) + dHigh).StoreUnsafe(ref dInput[0], to + (nuint)(direction * H));
                ((dc * f) + (df * Vector256.LoadUnsafe(ref g, k)) + (dr * Vector256.LoadUnsafe(ref g, H + k))).StoreUnsafe(ref carry0, k);
                (Vector256.LoadUnsafe(ref dg, k) + (df * old)).StoreUnsafe(ref dg, k);
                (Vector256.LoadUnsafe(ref dg, H + k) + (dr * old)).StoreUnsafe(ref dg, H + k);
                (Vector256.LoadUnsafe(ref dg, (2 * H) + k) + df).StoreUnsafe(ref dg, (2 * H) + k);
                (Vector256.LoadUnsafe(ref dg, (3 * H) + k) + dr).StoreUnsafe(ref dg, (3 * H) + k);
            }
        }
    }
}
