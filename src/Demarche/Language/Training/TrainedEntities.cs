namespace Demarche.Language.Training;

/// <summary>A tagger of names as it comes from training.</summary>
/// <param name="Weights">Hidden layer and chain.</param>
/// <param name="Table">Weights of the hashed features, a row of <see cref="EntityLabels.Columns"/> each.</param>
internal sealed record TrainedEntities(EntityWeights Weights, float[] Table)
{
    /// <summary>Greatest weight of a feature that is stored as it is; hardly any is greater.</summary>
    private const float Reach = 1.5f;

    private const int C = EntityLabels.Columns;

    public void Put(ModelFile file)
    {
        Weights.Put(file);
        EntityTable.Of(Table, Reach).Put(file);
    }

    /// <summary>Taggers that were trained apart as one: the mean of their scores.</summary>
    public static TrainedEntities Mean(IReadOnlyList<TrainedEntities> all)
    {
        var one = all[0].Weights;
        var hidden = one.Hidden;
        var mean = new TrainedEntities(new EntityWeights(one.Input, hidden * all.Count, one.Groups, one.Parser), new float[all[0].Table.Length]);
        var to = mean.Weights;
        for (var n = 0; n < all.Count; n++)
        {
            var from = all[n].Weights;
            for (var i = 0; i < one.Input; i++) from.First.AsSpan(i * hidden, hidden).CopyTo(to.First.AsSpan((i * to.Hidden) + (n * hidden)));
            from.FirstBias.CopyTo(to.FirstBias, n * hidden);
            for (var i = 0; i < hidden * C; i++) to.Second[(n * hidden * C) + i] = from.Second[i] / all.Count;
            Add(all[n].Table, mean.Table, all.Count);
            Add(from.Bias, to.Bias, all.Count);
            Add(from.Transitions, to.Transitions, all.Count);
        }
        return mean;
    }

    private static void Add(float[] from, float[] to, int count)
    {
        for (var i = 0; i < from.Length; i++) to[i] += from[i] / count;
    }
}
