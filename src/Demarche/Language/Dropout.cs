namespace Demarche.Language;

/// <summary>Places of the network where training silences some numbers; reading a text never does.</summary>
internal abstract class Dropout
{
    public abstract void Input(float[] values, int count);

    public abstract void Layer(int layer, float[] values, int count);

    /// <summary>The first two roles of each row (dependent and head of an arc).</summary>
    public abstract void Arcs(float[] values, int rows, int columns);

    public abstract void Relations(float[] values, int count);
}
