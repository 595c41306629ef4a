using System.Collections.Immutable;
using System.Globalization;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Server.Feeds;
using Demarche.Stories;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Benchmarks;

/// <summary>Reports of affairs of our own, coded once; each instance has other words of equal length and other days, so that all spans hold.</summary>
internal sealed class StoryTemplates
{
    private const int Vocabulary = 20_000, ShortWord = 2;
    private const float CommonWord = 2f;

    private readonly List<ImmutableArray<CodedArticle>> _affairs = [];

    public StoryTemplates(DataFiles data, string root)
    {
        var pipeline = Pipeline.Load(data);
        var reader = new ArticleReader(new ArticleCleaner(data));
        foreach (var folder in Directory.GetDirectories(Path.Combine(root, "tests/corpus/stories/dev")).Order(StringComparer.Ordinal).Select(f => Path.Combine(f, "json")))
        {
            Article[] articles = [.. reader.Read([folder], new ReadOptions(), null).Select(r => r.Article).OfType<Article>()];
            _affairs.Add([.. new PublicationDating().Date(articles).Select(pipeline.Code)]);
        }
    }

    /// <summary>Reports of an affair.</summary>
    public int Reports(int instance) => _affairs[instance % _affairs.Count].Length;

    /// <summary>Title and text of a report.</summary>
    public (string? Title, string Text) Read(int instance, int report)
    {
        var article = _affairs[instance % _affairs.Count][report].Article;
        return (article.Title is { } title ? Map(title, instance) : null, Map(article.Text, instance));
    }

    /// <summary>A report as the pipeline would have coded it.</summary>
    public CodedArticle Code(int instance, int report, DateOnly day)
    {
        var coded = _affairs[instance % _affairs.Count][report];
        var (title, text) = Read(instance, report);
        var shift = day.DayNumber - (coded.Article.Published.Date ?? day).DayNumber;
        var article = coded.Article with
        {
            Id = new(string.Create(CultureInfo.InvariantCulture, $"{instance}-{report}")),
            Title = title,
            Text = text,
            Published = new(day, DateBasis.Metadata),
        };
        var analysis = new Analysis(article, coded.Analysis.Sentences, [.. coded.Analysis.Tokens.Select(t => t with { Form = t.Span.Of(text), Lemma = Map(t.Lemma, instance) })]);
        return coded with
        {
            Analysis = analysis,
            Actors = new(analysis, [.. coded.Actors.Actors.Select(a => a with { Name = Map(a.Name, instance) })], coded.Actors.Mentions),
            Times = coded.Times with { Published = article.Published, All = [.. coded.Times.All.Select(t => t with { Days = t.Days is var (start, end) ? (Shift(start, shift), Shift(end, shift)) : null })] },
            Observations = [.. coded.Observations.Select(o => o with { Date = o.Date is { } d ? new EventDate(Shift(d.Start, shift), Shift(d.End, shift), d.Text, d.Basis) : null })],
        };
    }

    private static DateOnly Shift(DateOnly day, int by) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The text with all but the commonest words exchanged for others of the same length, the same ones throughout an instance.</summary>
    private static string Map(string text, int instance) => string.Create(text.Length, (text, instance), static (to, from) =>
    {
        from.text.CopyTo(to);
        for (var i = 0; i < to.Length;)
        {
            if (char.IsAsciiDigit(to[i])) to[i] = (char)('0' + (to[i] - '0' + FeatureList.Key(3, (uint)from.instance, (uint)i)) % 10);
            var end = i;
            while (end < to.Length && char.IsLetter(to[end])) end++;
            if (end - i >= ShortWord && StoryModel.Shipped.Words.Rarity(StoryWords.StemOf(to[i..end])) > CommonWord) Exchange(to[i..end], from.instance);
            i = Math.Max(end, i + 1);
        }
    });

    private static void Exchange(Span<char> word, int instance)
    {
        var hash = FeatureList.Key(FeatureList.HashFolded(word), (uint)instance);
        var share = hash / (double)uint.MaxValue;
        var letters = FeatureList.Key((uint)word.Length, (uint)(Vocabulary * share * share * share));
        for (var i = 0; i < word.Length; i++)
        {
            letters = FeatureList.Key(letters, (uint)i);
            var letter = (char)('a' + (letters >> 8) % 26);
            word[i] = char.IsUpper(word[i]) ? char.ToUpperInvariant(letter) : letter;
        }
    }
}
