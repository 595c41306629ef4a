using System.Collections.Frozen;

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
        w.Write(segmenter.Contractions.Count);
        foreach (var (form, at) in segmenter.Contractions.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            w.Write(form);
            w.Write(at);
        }
    });

    public static Segmenter Get(ModelFile file) => file.Get(Section, r =>
    {
        var tokens = GetClassifier(r, 3);
        var sentences = GetClassifier(r, 2);
        var bareBreak = r.ReadSingle();
        var contractions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = r.ReadInt32(); n > 0; n--)
        {
            var form = r.ReadString();
            var at = r.ReadInt32();
            if (at < 1 || at >= form.Length) throw new ArgumentException("a contraction is cut outside");
            contractions.Add(form, at);
        }
        return new Segmenter(tokens, sentences, contractions.ToFrozenDictionary(StringComparer.Ordinal), bareBreak);
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
