using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Training;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Coding.Learned;

/// <summary>What was learnt from annotated sentences: which words report which events, and who takes part in them.</summary>
/// <remarks>Fits one language model, whose word vectors it reads. docs/models.md says how it is made.</remarks>
internal sealed class EventModel
{
    /// <summary>Where the model lies among the data files.</summary>
    public const string Name = "models/events.model";

    /// <summary>Outcomes of <see cref="Roles"/>: no part, source, target.</summary>
    public const int RoleOutcomes = 3;

    private const string Section = "events";

    private readonly FrozenSet<uint> _idle;

    private EventModel(ImmutableArray<string> codes, FrozenSet<uint> idle, NetworkPanel triggers, NetworkPanel roles, WordMeanings meanings) =>
        (Codes, _idle, Triggers, Roles, Meanings) = (codes, idle, triggers, roles, meanings);

    /// <summary>CAMEO codes that are told apart; outcome 0 of <see cref="Triggers"/> is "no event", outcome i + 1 the code i.</summary>
    public ImmutableArray<string> Codes { get; }

    public NetworkPanel Triggers { get; }

    public NetworkPanel Roles { get; }

    public WordMeanings Meanings { get; }

    /// <summary>True if the word stood often in what was annotated and hardly ever carried an event: it is not judged.</summary>
    public bool IsIdle(Token token) => _idle.Contains(KeyOf(token));

    /// <summary>How words are remembered for <see cref="IsIdle"/>.</summary>
    public static uint KeyOf(Token token) => FeatureList.Hash(FeatureList.HashFolded(token.Lemma), FeatureList.HashFolded(token.Upos));

    /// <exception cref="DataException">The model is missing, damaged, or of another language model.</exception>
    public static EventModel Load(DataFiles data, WordMeanings meanings)
    {
        using var stream = data.Open(Name);
        return Get(ModelFile.Read(stream, Name), meanings);
    }

    public static EventModel Get(ModelFile file, WordMeanings meanings)
    {
        var (fingerprint, codes, idle) = file.Get(Section, r => (r.ReadUInt32(), ModelFile.GetStrings(r), Enumerable.Range(0, r.ReadInt32()).Select(_ => r.ReadUInt32()).ToFrozenSet()));
        if (fingerprint != meanings.Fingerprint) throw file.Bad($"it was trained for another {Analyzer.ModelName}; train it anew with 'demarche train events'");
        var model = new EventModel([.. codes], idle, NetworkPanel.Get(file, "triggers"), NetworkPanel.Get(file, "roles"), meanings);
        if (model.Triggers.Outcomes != codes.Length + 1 || model.Triggers.Inputs != TriggerView.Inputs(meanings)
            || model.Roles.Outcomes != RoleOutcomes || model.Roles.Inputs != ArgumentView.Inputs(meanings))
            throw file.Bad("its parts do not fit each other");
        return model;
    }

    /// <summary>Stores trained networks for the language model with that fingerprint.</summary>
    public static void Put(ModelFile file, ImmutableArray<string> codes, IReadOnlyCollection<uint> idle, IReadOnlyList<SlotTrainer> triggers, IReadOnlyList<SlotTrainer> roles, uint fingerprint)
    {
        file.Put(Section, w =>
        {
            w.Write(fingerprint);
            ModelFile.PutStrings(w, codes);
            w.Write(idle.Count);
            foreach (var word in idle.Order()) w.Write(word);
        });
        NetworkPanel.Put(file, "triggers", triggers);
        NetworkPanel.Put(file, "roles", roles);
    }
}
