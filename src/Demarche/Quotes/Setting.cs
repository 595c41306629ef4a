using Demarche.Times;

namespace Demarche.Quotes;

/// <summary>In what setting words were said.</summary>
/// <param name="Addressee">To whom: an actor's name or the words of the text; null if not told.</param>
/// <param name="Medium">Through what; null if not told.</param>
/// <param name="Venue">Where, in the words of the text; null if not told.</param>
/// <param name="Date">When; null if not told.</param>
internal sealed record Setting(string? Addressee, string? Medium, string? Venue, EventDate? Date)
{
    public static Setting Unknown { get; } = new(null, null, null, null);

    /// <summary>What another tells where this one does not.</summary>
    public Setting Or(Setting other) => new(Addressee ?? other.Addressee, Medium ?? other.Medium, Venue ?? other.Venue, Date ?? other.Date);

    /// <summary>The setting of words that go on from others of the same speaker: what is not told again stays, unless they came through something else.</summary>
    public Setting After(Setting before)
    {
        if (Medium is not null && before.Medium is not null && Medium != before.Medium) return this;
        if (Addressee is not null && before.Addressee is not null && Addressee != before.Addressee) return this;
        return Or(before);
    }
}
