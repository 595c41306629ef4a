namespace Demarche.Language.Training;

/// <summary>One sentence with its true tags, heads (counted from 0 within it, -1 for the root) and relations, as numbers.</summary>
internal sealed record Example(int[] Rows, int[] Vectors, int[] Tags, int[] Heads, int[] Relations)
{
    public int Length => Vectors.Length;
}

/// <summary>What teachers think of the sentences of a lesson: probabilities, in the layout of <see cref="NetworkState"/>.</summary>
/// <param name="Tags"><see cref="NetworkShape.TagColumns"/> a word.</param>
/// <param name="Arcs">Per sentence a matrix like that of <see cref="Network.ScoreArcs"/>.</param>
/// <param name="Relations"><see cref="NetworkShape.RelationColumns"/> a word, given the heads of the examples.</param>
internal sealed record Opinions(float[] Tags, float[][] Arcs, float[] Relations);

/// <summary>A word of a lesson that was covered up (counted over all its sentences) and the number of the word that stood there.</summary>
internal readonly record struct Covered(int Place, int Word);

/// <summary>What one step of training learns from.</summary>
/// <param name="Sentences">With true labels; with none but the heads where there are opinions.</param>
/// <param name="Opinions">Labels of teachers instead of true ones.</param>
/// <param name="Hidden">Words to be guessed from their surroundings.</param>
internal sealed record Lesson(IReadOnlyList<Example> Sentences, Opinions? Opinions, IReadOnlyList<Covered> Hidden)
{
    public Lesson(IReadOnlyList<Example> sentences)
        : this(sentences, null, [])
    {
    }
}
