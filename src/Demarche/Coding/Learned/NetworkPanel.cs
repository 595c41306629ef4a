using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Coding.Learned;

/// <summary>Networks trained alike from different seeds, whose probabilities are averaged: what one learnt by chance the others do not share.</summary>
internal sealed class NetworkPanel
{
    private readonly ImmutableArray<SlotNetwork> _networks;

    private NetworkPanel(ImmutableArray<SlotNetwork> networks) => _networks = networks;

    /// <summary>Numbers of the dense input.</summary>
    public int Inputs => _networks[0].Inputs;

    public int Outcomes => _networks[0].Outcomes;

    /// <summary>Outcomes with padding.</summary>
    public int Columns => _networks[0].Columns;

    /// <summary>Probabilities of the outcomes; parameters as of <see cref="SlotNetwork.Judge(ReadOnlySpan{float}, int, ReadOnlySpan{uint}, Span{float})"/>.</summary>
    public void Judge(ReadOnlySpan<float> slots, int width, ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        _networks[0].Judge(slots, width, features, probabilities);
        if (_networks.Length == 1) return;
        Span<float> more = stackalloc float[Columns];
        foreach (var network in _networks.AsSpan()[1..])
        {
            network.Judge(slots, width, features, more);
            for (var k = 0; k < more.Length; k++) probabilities[k] += more[k];
        }
        for (var k = 0; k < probabilities.Length; k++) probabilities[k] /= _networks.Length;
    }

    /// <exception cref="DataException">The section is missing or damaged.</exception>
    public static NetworkPanel Get(ModelFile file, string section)
    {
        var count = file.Get(section, r => r.ReadInt32());
        if (count < 1) throw file.Bad($"'{section}' has no network");
        var networks = Enumerable.Range(1, count).Select(n => SlotNetwork.Get(file, $"{section}-{n}")).ToImmutableArray();
        var first = networks[0];
        if (networks.Any(n => n.Inputs != first.Inputs || n.Outcomes != first.Outcomes || n.Columns != first.Columns)) throw file.Bad("its networks do not fit each other");
        return new NetworkPanel(networks);
    }

    public static void Put(ModelFile file, string section, IReadOnlyList<SlotTrainer> trained)
    {
        file.Put(section, w => w.Write(trained.Count));
        for (var n = 1; n <= trained.Count; n++) trained[n - 1].Network.Put(file, $"{section}-{n}", trained[n - 1].Rows);
    }
}
