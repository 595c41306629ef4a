using Demarche.Coding.Learned;
using Demarche.Coding.Training;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Tests.Coding.Learned;

public sealed class SlotNetworkTests
{
    private const int Width = 16;

    private static readonly SlotTraining Small = new() { Hidden = 32, RowBits = 8, Epochs = 60, DenseRate = 0.01f, InputDropout = 0, FeatureDropout = 0, HiddenDropout = 0 };

    [Fact]
    public void It_learns_what_neither_a_slot_nor_a_feature_tells_alone()
    {
        var network = Read(Trained(seed: 3));
        foreach (var (slot, feature) in new[] { (false, false), (false, true), (true, false), (true, true) })
            Assert.True(Judge(network, slot, feature)[slot == feature ? 1 : 2] > 0.8f, $"slot {slot}, feature {feature}");
    }

    [Fact]
    public void Probabilities_add_up_to_one_and_padding_has_none()
    {
        var p = Judge(Read(Trained(seed: 3)), true, false);
        Assert.Equal(1f, p[..3].Sum(), 1e-5f);
        Assert.All(p[3..], x => Assert.Equal(0f, x));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        Assert.Equal(Bytes(Trained(seed: 5)), Bytes(Trained(seed: 5)));
        Assert.NotEqual(Bytes(Trained(seed: 5)), Bytes(Trained(seed: 6)));
    }

    [Fact]
    public void A_section_that_is_cut_short_is_refused_with_its_file()
    {
        var bytes = Bytes(Trained(seed: 5));
        var error = Assert.Throws<DataException>(() => ModelFile.Read(new MemoryStream(bytes[..^40]), "models/x.model"));
        Assert.Contains("models/x.model", error.Message, StringComparison.Ordinal);
    }

    private static SlotTrainer Trained(ulong seed)
    {
        var examples = new List<SlotExample>();
        for (var i = 0; i < 64; i++)
        {
            var (slot, feature) = (i % 2 == 0, i / 2 % 2 == 0);
            examples.Add(new SlotExample(Slots(slot), [feature ? 77u : 78u], [slot == feature ? 1 : 2], 1f));
        }
        var trainer = new SlotTrainer(Width, 3, seed, Small);
        trainer.Train(examples);
        return trainer;
    }

    private static float[] Slots(bool on) => [.. Enumerable.Repeat(on ? 1f : -1f, Width)];

    private static float[] Judge(SlotNetwork network, bool slot, bool feature)
    {
        var p = new float[network.Columns];
        network.Judge(Slots(slot), Width, [feature ? 77u : 78u], p);
        return p;
    }

    private static SlotNetwork Read(SlotTrainer trainer)
    {
        var file = new ModelFile("models/x.model");
        trainer.Network.Put(file, "x", trainer.Rows);
        return SlotNetwork.Get(file, "x");
    }

    private static byte[] Bytes(SlotTrainer trainer)
    {
        var file = new ModelFile("models/x.model");
        trainer.Network.Put(file, "x", trainer.Rows);
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}
