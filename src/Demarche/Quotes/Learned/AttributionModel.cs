using System.Collections.Frozen;
using Demarche.Language;
using Demarche.Language.Learned;
using Demarche.Language.Training;
using Demarche.Text;

namespace Demarche.Quotes.Learned;

/// <summary>What was learnt from annotated articles: which words ascribe words or thoughts to somebody, to whom, and which words.</summary>
/// <remarks>Fits one language model, whose word vectors and networks it reads. docs/models.md says how it is made.</remarks>
internal sealed class AttributionModel
{
    /// <summary>Where the model lies among the data files.</summary>
    public const string Name = "models/attributions.model";

    /// <summary>Outcomes of <see cref="Cues"/>: none, then the attitudes in their order.</summary>
    public const int CueOutcomes = 5;

    private const string Section = "attributions";

    private readonly FrozenSet<uint> _words;

    private AttributionModel(FrozenSet<uint> words, WordMeanings meanings, SlotNetwork cues, SlotNetwork sources, SlotNetwork contents, SlotNetwork marks) =>
        (_words, Meanings, Cues, Sources, Contents, Marks) = (words, meanings, cues, sources, contents, marks);

    public WordMeanings Meanings { get; }

    /// <summary>Is a word a cue, and of what attitude?</summary>
    public SlotNetwork Cues { get; }

    /// <summary>Is a noun the source of a cue?</summary>
    public SlotNetwork Sources { get; }

    /// <summary>Is a part of the sentence content of a cue?</summary>
    public SlotNetwork Contents { get; }

    /// <summary>Are words between quotation marks somebody's?</summary>
    public SlotNetwork Marks { get; }

    /// <summary>True if the word was a cue in what was annotated: others are judged only beside a quotation.</summary>
    public bool IsKnown(Token token) => _words.Contains(KeyOf(token));

    /// <summary>How words are remembered for <see cref="IsKnown"/>.</summary>
    public static uint KeyOf(Token token) => FeatureList.Hash(FeatureList.HashFolded(token.Lemma), FeatureList.HashFolded(token.Upos));

    /// <exception cref="DataException">The model is missing, damaged, or of another language model.</exception>
    public static AttributionModel Load(DataFiles data, WordMeanings meanings)
    {
        using var stream = data.Open(Name);
        return Get(ModelFile.Read(stream, Name), meanings);
    }

    public static AttributionModel Get(ModelFile file, WordMeanings meanings)
    {
        var (fingerprint, words) = file.Get(Section, r => (r.ReadUInt32(), Enumerable.Range(0, r.ReadInt32()).Select(_ => r.ReadUInt32()).ToFrozenSet()));
        if (fingerprint != meanings.Fingerprint) throw file.Bad($"it was trained for another {Analyzer.ModelName}; train it anew with 'demarche train attributions'");
        var model = new AttributionModel(words, meanings, SlotNetwork.Get(file, "cues"), SlotNetwork.Get(file, "sources"), SlotNetwork.Get(file, "contents"), SlotNetwork.Get(file, "marks"));
        if (model.Cues.Inputs != CueView.Inputs(meanings) || model.Cues.Outcomes != CueOutcomes || model.Sources.Inputs != SourceView.Inputs(meanings)
            || model.Contents.Inputs != ContentView.Inputs(meanings) || model.Marks.Inputs != MarkView.Inputs(meanings))
            throw file.Bad("its parts do not fit each other");
        return model;
    }

    /// <summary>Stores trained networks for the language model with that fingerprint.</summary>
    public static void Put(ModelFile file, IReadOnlyCollection<uint> words, uint fingerprint, params ReadOnlySpan<(string Name, SlotTrainer Trained)> networks)
    {
        file.Put(Section, w =>
        {
            w.Write(fingerprint);
            w.Write(words.Count);
            foreach (var word in words.Order()) w.Write(word);
        });
        foreach (var (name, trained) in networks) trained.Network.Put(file, name, trained.Rows);
    }
}
