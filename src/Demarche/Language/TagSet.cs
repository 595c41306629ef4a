namespace Demarche.Language;

/// <summary>The tags and relations that the network tells apart, in the order of its columns.</summary>
internal sealed class TagSet
{
    private const string Section = "tags";

    private readonly Dictionary<(string Upos, string Xpos), int> _lemmaClasses = [];

    public TagSet(IReadOnlyList<(string Upos, string Xpos, string Feats)> tags, IReadOnlyList<string> relations)
    {
        Tags = tags;
        Relations = relations;
        Parts = [.. tags.Select(t => t.Upos).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        PartOf = [.. tags.Select(t => Array.IndexOf(Parts, t.Upos))];
        Root = relations.ToList().IndexOf("root");
        foreach (var (upos, xpos, _) in tags) _lemmaClasses.TryAdd((upos, xpos), _lemmaClasses.Count);
        LemmaClasses = [.. tags.Select(t => _lemmaClasses[(t.Upos, t.Xpos)])];
    }

    public IReadOnlyList<(string Upos, string Xpos, string Feats)> Tags { get; }

    public IReadOnlyList<string> Relations { get; }

    /// <summary>The universal parts of speech.</summary>
    public string[] Parts { get; }

    /// <summary>For each tag its place in <see cref="Parts"/>.</summary>
    public int[] PartOf { get; }

    /// <summary>Column of the relation "root".</summary>
    public int Root { get; }

    /// <summary>For each tag the number of its part of speech with Penn tag, which is all that lemmas depend on.</summary>
    public int[] LemmaClasses { get; }

    public int? LemmaClassOf(string upos, string xpos) => _lemmaClasses.TryGetValue((upos, xpos), out var n) ? n : null;

    public void Put(ModelFile file) => file.Put(Section, w =>
    {
        w.Write(Tags.Count);
        foreach (var (upos, xpos, feats) in Tags)
        {
            w.Write(upos);
            w.Write(xpos);
            w.Write(feats);
        }
        ModelFile.PutStrings(w, [.. Relations]);
    });

    public static TagSet Get(ModelFile file) => file.Get(Section, r =>
    {
        var tags = new (string, string, string)[r.ReadInt32()];
        for (var i = 0; i < tags.Length; i++) tags[i] = (r.ReadString(), r.ReadString(), r.ReadString());
        var relations = ModelFile.GetStrings(r);
        if (!relations.Contains("root", StringComparer.Ordinal)) throw new ArgumentException("there is no relation root");
        return new TagSet(tags, relations);
    });
}
