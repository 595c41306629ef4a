namespace Demarche.Language;

/// <summary>Describes the words of a pass for the features of names.</summary>
internal sealed class EntityReader
{
    private readonly NameLists _lists;
    private readonly ushort[] _groups;
    private readonly uint[] _upos;
    private readonly uint[] _xpos;
    private readonly uint[] _relations;

    /// <param name="lists">Known names.</param>
    /// <param name="groups">For each word vector the number of its group.</param>
    /// <param name="tags">The tags of the parser.</param>
    public EntityReader(NameLists lists, ushort[] groups, TagSet tags)
    {
        (_lists, _groups) = (lists, groups);
        _upos = [.. tags.Tags.Select(t => FeatureList.HashFolded(t.Upos))];
        _xpos = [.. tags.Tags.Select(t => FeatureList.HashFolded(t.Xpos))];
        _relations = [.. tags.Relations.Select(r => FeatureList.HashFolded(r))];
    }

    /// <summary>Fills the traits of all words of a pass.</summary>
    public void Describe(NetworkState state, Parser.Result result, ReadOnlySpan<char> text, WordCases cases, ReadOnlySpan<WordSpan> words, Span<EntityTraits> traits)
    {
        var marks = words.Length <= 1024 ? stackalloc uint[words.Length] : new uint[words.Length];
        for (var s = 0; s + 1 < state.Starts.Count; s++)
            _lists.Mark(text, words[state.Starts[s]..state.Starts[s + 1]], marks[state.Starts[s]..state.Starts[s + 1]]);
        for (var i = 0; i < words.Length; i++)
        {
            ref var t = ref traits[i];
            t.Describe(text[words[i].Span.Start..words[i].Span.End]);
            t.Upos = _upos[result.Tags[i]];
            t.Xpos = _xpos[result.Tags[i]];
            t.Relation = _relations[result.Relations[i]];
            t.Governor = result.Heads[i];
            t.Lists = marks[i];
            t.Group = state.VectorRows[i] is var row and >= 0 ? _groups[row] : 0u;
            t.Elsewhere = cases.Of(text, words[i]);
        }
    }

    /// <summary>How a sentence uses capitals: 0 hardly, 1 as usual, 2 at most words, 3 nothing else.</summary>
    public static uint CapitalsOf(ReadOnlySpan<char> text, ReadOnlySpan<WordSpan> words)
    {
        int letters = 0, capitalised = 0, shouted = 0;
        foreach (var word in words)
        {
            var form = text[word.Span.Start..word.Span.End];
            if (!char.IsLetter(form[0])) continue;
            letters++;
            if (!char.IsUpper(form[0])) continue;
            capitalised++;
            if (form.Length > 1 && char.IsUpper(form[1])) shouted++;
        }
        if (shouted * 3 > letters * 2) return 3;
        return capitalised * 3 > letters * 2 ? 2u : capitalised == 0 ? 0u : 1u;
    }
}
