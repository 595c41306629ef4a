namespace Demarche.Quotes.Learned;

/// <summary>How much of a stretch of words learned attributions hold.</summary>
internal static class Ascribed
{
    /// <summary>A number for what is held: 0 for nothing, else the attitude and the share in quarters.</summary>
    /// <param name="attributions">In text order of their cues.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    public static uint Of(List<Attribution> attributions, int first, int end)
    {
        int most = 0, attitude = 0;
        foreach (var a in attributions)
        {
            var held = 0;
            foreach (var (from, to) in a.Content) held += Math.Max(0, Math.Min(end, to) - Math.Max(first, from));
            if (held > most) (most, attitude) = (held, (int)a.Attitude);
        }
        return most == 0 ? 0u : 1u + (uint)Math.Min(3, 4 * most / (end - first)) + (4u * (uint)attitude);
    }
}
