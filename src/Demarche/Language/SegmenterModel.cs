namespace Demarche.Language;

/// <summary>Stores and restores a <see cref="Segmenter"/>.</summary>
internal static class SegmenterModel
{
    private const string Section = "segmenter";

    public static void Put(ModelFile file, Segmenter segmenter) => file.Put(Section, w =>
    {
        PutClassifier(w, segmenter.TokenModel);
        PutClassifier(w, segmenter.SentenceModel);
        w.Write(segmenter.BareBreak);
        segmenter.Contractions.Put(w);
    });

    public static Segmenter Get(ModelFile file) => file.Get(Section, r =>
    {
        var tokens = GetClassifier(r, 3);
        var sentences = GetClassifier(r, 2);
        var bareBreak = r.ReadSingle();
        return new Segmenter(tokens, sentences, Contractions.Get(r), Lexicon.Get(file), bareBreak);
    });

    private static void PutClassifier(BinaryWriter w, HashedClassifier c)
    {
        w.Write(c.Classes);
        w.Write(c.Bits);
        ModelFile.PutRows(w, c.Weights, 1 << 13);
    }

    private static HashedClassifier GetClassifier(BinaryReader r, int expected)
    {
        var classes = r.ReadInt32();
        if (classes != expected) throw new ArgumentException($"{classes} classes, expected {expected}");
        return new HashedClassifier(classes, r.ReadInt32(), ModelFile.GetRows(r));
    }
}
