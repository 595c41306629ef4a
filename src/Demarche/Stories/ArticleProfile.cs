using Demarche.Language;

namespace Demarche.Stories;

/// <summary>A word of an article with its weights. Each kind of weight is of unit length over the article, in steps of 1/65535; 0 where the word has no part in it.</summary>
/// <param name="Stem">Hash of its stem.</param>
/// <param name="Rarity">Inverse document frequency.</param>
/// <param name="All">Among all words, those of the title and of the opening counted more.</param>
/// <param name="Lead">Among those of title and opening.</param>
/// <param name="Title">Among those of the title.</param>
/// <param name="Name">Among those with a capital inside sentences.</param>
/// <param name="Number">Among the numbers.</param>
internal readonly record struct ProfileWord(uint Stem, float Rarity, ushort All, ushort Lead, ushort Title, ushort Name, ushort Number);

/// <summary>What an article is about, for comparing: some kilobytes, whatever its length. It depends on nothing but the article and the model.</summary>
public sealed class ArticleProfile
{
    /// <summary>Steps of a weight.</summary>
    internal const float Unit = ushort.MaxValue;

    private const int WordsRead = 400, OpeningWords = 60, LongestTitle = 200, LeastSentence = 40;
    private const float LeastRarity = 1.5f, InOpening = 1.5f, InTitle = 2f;
    private const uint PairTemplate = 7;

    private ArticleProfile(DateOnly? day, StoryDates dates, ProfileWord[] words, (uint Key, ushort Weight)[] pairs, uint[] keys, float titleRarity, int length)
    {
        (Day, Dates, Words, Pairs, Keys, TitleRarity, Length) = (day, dates, words, pairs, keys, titleRarity, length);
    }

    /// <summary>The publication day, or null.</summary>
    internal DateOnly? Day { get; }

    /// <summary>The publication day, or the one that the text states, or null.</summary>
    internal DateOnly? AnyDay => Day ?? Dates.Stated;

    internal StoryDates Dates { get; }

    /// <summary>By stem.</summary>
    internal ProfileWord[] Words { get; }

    /// <summary>Neighbouring words, by key.</summary>
    internal (uint Key, ushort Weight)[] Pairs { get; }

    /// <summary>The stems that weigh most: articles that share none of them are not compared.</summary>
    internal uint[] Keys { get; }

    /// <summary>Sum of the rarities of the title's words.</summary>
    internal float TitleRarity { get; }

    /// <summary>Words read.</summary>
    internal int Length { get; }

    /// <summary>Reads an article. Without a title its first line or sentence is taken for one.</summary>
    /// <param name="title">Its headline, or null.</param>
    /// <param name="text">Its text.</param>
    /// <param name="day">Its publication day, or null.</param>
    /// <param name="model">How rare words are.</param>
    public static ArticleProfile Of(string? title, string text, DateOnly? day, StoryModel model)
    {
        var body = text.AsSpan();
        if (title is null)
        {
            var line = body.IndexOf('\n') is var end and >= 0 ? body[..end] : body;
            title = line.Length < LongestTitle ? line.ToString() : FirstSentence(line).ToString();
            body = body[title.Length..];
        }
        else if (title.Length > 0 && body.StartsWith(title, StringComparison.Ordinal)) body = body[title.Length..];
        var head = StoryWords.Read(title);
        var rest = StoryWords.Read(body, WordsRead);
        return new Maker(model).Make(head, rest, day, DatesOf(title, body, head));
    }

    private static ReadOnlySpan<char> FirstSentence(ReadOnlySpan<char> line) =>
        line[LeastSentence..].IndexOf(". ", StringComparison.Ordinal) is var stop and >= 0 ? line[..Math.Min(LongestTitle, LeastSentence + stop)] : line[..LongestTitle];

    private static StoryDates DatesOf(string title, ReadOnlySpan<char> body, List<StoryWord> head)
    {
        var rest = StoryDates.Of(body, StoryWords.Read(body));
        if (head.TrueForAll(w => !w.IsNumber)) return rest;
        var first = StoryDates.Of(title, head);
        return new StoryDates(first.Stated ?? rest.Stated, Math.Max(first.LastYear, rest.LastYear), [.. first.DaysOfYear.Union(rest.DaysOfYear).Order()]);
    }

    /// <summary>Counts and weighs.</summary>
    private sealed class Maker(StoryModel model)
    {
        private readonly SortedDictionary<uint, float[]> _words = [];
        private readonly SortedDictionary<uint, float> _pairs = [];

        public ArticleProfile Make(List<StoryWord> title, List<StoryWord> body, DateOnly? day, StoryDates dates)
        {
            foreach (var w in title) Add(w, InTitle, 1.5f, 1, 0);
            for (var i = 0; i < body.Count; i++)
            {
                var weight = i < OpeningWords ? InOpening : 1;
                Add(body[i], weight, i < OpeningWords ? 1 : 0, 0, body[i] is { IsCapital: true, IsFirst: false } w && w.End - w.Start > 1 ? weight : 0);
                if (i > 0 && !body[i].IsFirst) Pair(body[i - 1], body[i], weight);
            }
            foreach (var w in title)
                if (w.IsCapital && _words[w.Stem][Name] > 0) _words[w.Stem][Name] += 2;
            for (var i = 1; i < title.Count; i++) Pair(title[i - 1], title[i], InTitle);
            return new ArticleProfile(day, dates, Weigh(out var keys, out var titleRarity), WeighPairs(), keys, titleRarity, title.Count + body.Count);
        }

        private const int All = 0, Lead = 1, Title = 2, Name = 3, Number = 4, Kinds = 5, KeysKept = 24;

        private void Add(StoryWord word, float all, float lead, float title, float name)
        {
            if (!_words.TryGetValue(word.Stem, out var counts)) _words.Add(word.Stem, counts = new float[Kinds]);
            counts[All] += all;
            counts[Lead] += lead;
            counts[Title] += title;
            counts[Name] += name;
            if (word.IsNumber) counts[Number]++;
        }

        private void Pair(StoryWord a, StoryWord b, float weight)
        {
            if (model.Words.Rarity(a.Stem) <= LeastRarity || model.Words.Rarity(b.Stem) <= LeastRarity) return;
            var key = PairKey(a.Stem, b.Stem);
            _pairs[key] = _pairs.GetValueOrDefault(key) + weight;
        }

        private ProfileWord[] Weigh(out uint[] keys, out float titleRarity)
        {
            Span<float> lengths = stackalloc float[Kinds];
            titleRarity = 0;
            foreach (var (stem, counts) in _words)
            {
                var rarity = model.Words.Rarity(stem);
                if (counts[Title] > 0) titleRarity += rarity;
                for (var k = 0; k < Kinds; k++)
                {
                    if (counts[k] > 0) counts[k] = (1 + MathF.Log(Math.Max(1, counts[k]))) * rarity;
                    lengths[k] += counts[k] * counts[k];
                }
            }
            for (var k = 0; k < Kinds; k++) lengths[k] = Unit / MathF.Sqrt(Math.Max(lengths[k], 1e-9f));
            var words = new ProfileWord[_words.Count];
            var n = 0;
            foreach (var (stem, c) in _words)
                words[n++] = new ProfileWord(stem, model.Words.Rarity(stem), Step(c[All] * lengths[All]), Step(c[Lead] * lengths[Lead]), Step(c[Title] * lengths[Title]),
                    Step(c[Name] * lengths[Name]), Step(c[Number] * lengths[Number]));
            keys = [.. words.OrderByDescending(w => w.All).ThenBy(w => w.Stem).Take(KeysKept).Select(w => w.Stem)];
            return words;
        }

        private (uint, ushort)[] WeighPairs()
        {
            var weights = _pairs.Select(p => (p.Key, Weight: (1 + MathF.Log(Math.Max(1, p.Value))) * model.Pairs.Rarity(p.Key))).ToArray();
            var length = Unit / MathF.Sqrt(Math.Max(weights.Sum(w => w.Weight * w.Weight), 1e-9f));
            return [.. weights.Select(w => (w.Key, Step(w.Weight * length)))];
        }

        private static ushort Step(float value) => (ushort)Math.Min(Unit, MathF.Round(value));
    }

    /// <summary>Hash of two neighbouring stems.</summary>
    internal static uint PairKey(uint a, uint b) => FeatureList.Key(PairTemplate, a, b);
}
