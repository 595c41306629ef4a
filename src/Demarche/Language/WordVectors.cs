namespace Demarche.Language;

/// <summary>Words in ordinal order, each with what unlabelled news tells of it.</summary>
/// <param name="Words">In ordinal order.</param>
/// <param name="Rows">A vector a word: words that stand in the same places have like vectors.</param>
/// <param name="Width">Numbers of a vector.</param>
/// <param name="Habits">How often the word begins with a capital inside a sentence (<see cref="HabitOf"/>).</param>
internal sealed record WordVectors(string[] Words, float[] Rows, int Width, byte[] Habits)
{
    /// <summary>Number of different habits, that of a word never seen included.</summary>
    public const int HabitCount = 8;

    private const string Section = "vectors";
    private const string HabitsSection = "habits";
    private const int FewestSightings = 5;

    private static ReadOnlySpan<int> Shares => [2, 10, 35, 70, 95, 99];

    /// <summary>0 for a word seen too rarely; else 1 for one that is hardly ever written with a capital, up to 7 for a sure name.</summary>
    public static byte HabitOf(long capitals, long sightings)
    {
        if (sightings < FewestSightings) return 0;
        byte habit = 1;
        foreach (var share in Shares)
            if (capitals * 100 >= sightings * share) habit++;
        return habit;
    }

    public void Put(ModelFile file)
    {
        file.Put(Section, w =>
        {
            ModelFile.PutStrings(w, Words);
            ModelFile.PutRows(w, Rows, Width);
        });
        file.Put(HabitsSection, w =>
        {
            w.Write(Habits.Length);
            w.Write(Habits);
        });
    }

    public static WordVectors Get(ModelFile file)
    {
        var (words, rows) = file.Get(Section, r => (ModelFile.GetStrings(r), ModelFile.GetRows(r)));
        var habits = file.Get(HabitsSection, r => r.ReadBytes(r.ReadInt32()));
        if (words.Length == 0 || rows.Length % words.Length != 0 || habits.Length != words.Length) throw file.Bad("words, vectors and habits differ in number");
        return new WordVectors(words, rows, rows.Length / words.Length, habits);
    }
}
