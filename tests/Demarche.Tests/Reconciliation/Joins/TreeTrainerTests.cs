using Demarche.Language;
using Demarche.Language.Training;
using Demarche.Reconciliation.Joins;
using Demarche.Reconciliation.Training;

namespace Demarche.Tests.Reconciliation.Joins;

public sealed class TreeTrainerTests
{
    private static readonly TreeOptions Options = new() { Trees = 60, Depth = 3, Features = 1, Rows = 0.8 };

    [Fact]
    public void Either_but_not_both_is_learnt()
    {
        var trees = Train();
        Assert.True(trees.Score([0.9f, 0.1f]) > 1 && trees.Score([0.1f, 0.9f]) > 1);
        Assert.True(trees.Score([0.9f, 0.9f]) < -1 && trees.Score([0.1f, 0.1f]) < -1);
    }

    [Fact]
    public void The_same_examples_give_the_same_trees_and_a_file_keeps_them()
    {
        var (first, second) = (Bytes(Train()), Bytes(Train()));
        Assert.Equal(first, second);
        Assert.Equal(first, Bytes(BoostedTrees.Get(ModelFile.Read(new MemoryStream(first), "x"), "trees")));
    }

    private static byte[] Bytes(BoostedTrees trees)
    {
        var file = new ModelFile("x");
        trees.Put(file, "trees");
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static BoostedTrees Train()
    {
        var random = new Xoshiro(7);
        float[][] columns = [[.. Enumerable.Range(0, 2000).Select(_ => random.Unit())], [.. Enumerable.Range(0, 2000).Select(_ => random.Unit())]];
        return new TreeTrainer(columns, [.. columns[0].Zip(columns[1], (x, y) => x > 0.5 ^ y > 0.5)], Options).Train();
    }
}
