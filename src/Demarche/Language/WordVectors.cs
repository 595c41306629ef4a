namespace Demarche.Language;

/// <summary>Words in ordinal order, each with a vector learnt from unlabelled news.</summary>
internal sealed record WordVectors(string[] Words, float[] Rows, int Width)
{
    private const string Section = "vectors";

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        ModelFile.PutStrings(w, Words);
        ModelFile.PutRows(w, Rows, Width);
    });

    public static WordVectors Get(ModelFile file) => file.Get(Section, r =>
    {
        var words = ModelFile.GetStrings(r);
        var rows = ModelFile.GetRows(r);
        if (words.Length == 0 || rows.Length % words.Length != 0) throw new ArgumentException("words and vectors differ in number");
        return new WordVectors(words, rows, rows.Length / words.Length);
    });
}
