using System.Text;
using Demarche.Language.Evaluation;
using Demarche.Text;

namespace Demarche.Language.Training;

/// <summary>Further sentences to learn names from: the same with other names, so that contexts are learnt rather than names by heart, and
/// the same as headlines or careless writers spell them.</summary>
internal sealed class EntityVariants
{
    private readonly string[][] _pools = new string[EntityLabels.Kinds][];
    private readonly string[] _given;
    private readonly string[] _surnames;
    private readonly Xoshiro _random;
    private readonly EntityLearnerOptions _options;

    /// <param name="corpora">Their names are exchanged among one another.</param>
    /// <param name="known">Known names by list.</param>
    /// <param name="options">How many variants are made.</param>
    /// <param name="random">Chooses.</param>
    public EntityVariants(IEnumerable<BioDocument> corpora, IReadOnlyList<(NameList List, string Name)> known, EntityLearnerOptions options, Xoshiro random)
    {
        (_options, _random) = (options, random);
        _given = Of(NameList.GivenName);
        _surnames = Of(NameList.Surname);
        var marked = corpora.SelectMany(d => d.Sentences).SelectMany(s => s.Names.Select(n => (n.Kind, Name: string.Join(' ', s.Words[n.First..n.End].Select(w => w.Of(s.Text)))))).ToLookup(n => n.Kind, n => n.Name);
        _pools[(int)EntityKind.Person] = [.. Of(NameList.Person), .. marked[EntityKind.Person].Distinct(StringComparer.Ordinal)];
        _pools[(int)EntityKind.Organisation] = [.. Of(NameList.Organisation), .. marked[EntityKind.Organisation].Distinct(StringComparer.Ordinal)];
        _pools[(int)EntityKind.Location] = [.. Of(NameList.State), .. Of(NameList.Place), .. marked[EntityKind.Location].Distinct(StringComparer.Ordinal)];

        string[] Of(NameList list) => [.. known.Where(k => k.List == list && k.Name.All(c => char.IsLetter(c) || c is ' ')).Select(k => k.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Variants of some sentences of a document; null if none were drawn.</summary>
    public BioDocument? Of(BioDocument document)
    {
        var made = new List<BioSentence>();
        foreach (var s in document.Sentences)
        {
            for (var n = _options.Renamings; n > 0; n -= 1)
                if (s.Names.Count > 0 && _random.Unit() < n) made.Add(Rebuilt(s, Rename, w => w));
            var draw = _random.Unit();
            if (draw < _options.Lowered) made.Add(Rebuilt(s, null, w => w.ToLowerInvariant()));
            else if ((draw -= _options.Lowered) < _options.Titled) made.Add(Rebuilt(s, null, Titled));
            else if (draw - _options.Titled < _options.Shouted) made.Add(Rebuilt(s, null, w => w.ToUpperInvariant()));
        }
        return made.Count == 0 ? null : new BioDocument(document.Id, made);
    }

    private string[] Rename(EntityKind kind, int length)
    {
        if (kind == EntityKind.Person && _given.Length > 0 && _surnames.Length > 0 && _random.Unit() < 0.5f)
        {
            var (given, surname) = (_given[_random.Below(_given.Length)], _surnames[_random.Below(_surnames.Length)]);
            return length > 1 ? [given, surname] : [_random.Unit() < 0.5f ? given : surname];
        }
        var pool = _pools[(int)kind];
        for (var tries = 0; tries < 8; tries++)
        {
            var words = pool[_random.Below(pool.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (length > 1 == words.Length > 1 || tries == 7) return words;
        }
        return [];
    }

    private static string Titled(string word) =>
        word.Length > 3 || char.IsUpper(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static BioSentence Rebuilt(BioSentence s, Func<EntityKind, int, string[]>? rename, Func<string, string> respell)
    {
        var text = new StringBuilder();
        var made = new BioSentence(s.Id, "", [], []);
        var (at, end) = (0, 0);
        for (var i = 0; i < s.Words.Count;)
        {
            var name = s.Names.FirstOrDefault(n => n.First == i);
            var last = Math.Max(i + 1, name.End);
            if (s.Words[i].Start > end) text.Append(' ');
            var first = made.Words.Count;
            if (name.End > 0 && rename is not null) AddWords(rename(name.Kind, name.End - name.First), text, made.Words);
            else
                for (at = i; at < last; at++)
                {
                    if (at > i && s.Words[at].Start > s.Words[at - 1].End) text.Append(' ');
                    var start = text.Length;
                    text.Append(respell(s.Words[at].Of(s.Text)));
                    made.Words.Add(new TextSpan(start, text.Length));
                }
            if (name.End > 0) made.Names.Add((name.Kind, first, made.Words.Count));
            end = s.Words[last - 1].End;
            i = last;
        }
        return made with { Text = text.ToString() };
    }

    private static void AddWords(string[] words, StringBuilder text, List<TextSpan> spans)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0) text.Append(' ');
            spans.Add(new TextSpan(text.Length, text.Length + words[i].Length));
            text.Append(words[i]);
        }
    }
}
