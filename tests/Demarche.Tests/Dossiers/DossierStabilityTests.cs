using System.Text;
using System.Text.Json;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Dossiers;
using Demarche.Server.Feeds;
using Demarche.Times;

namespace Demarche.Tests.Dossiers;

/// <summary>The dossier of a set of reports is one, in whatever order they came and whatever else came with them.</summary>
public sealed class DossierStabilityTests
{
    private const int Shuffles = 50;

    private static readonly Lazy<CodedArticle[]> Border = new(() => Code("fergana-2029-border"));
    private static readonly Lazy<CodedArticle[]> Captives = new(() => Code("essequibo-2030-captives"));

    [Fact]
    public void Fifty_orders_of_arrival_give_the_same_bytes()
    {
        CodedArticle[] articles = [.. Border.Value, .. Captives.Value];
        var expected = Json(articles);
        var random = new Random(7);
        for (var i = 0; i < Shuffles; i++)
        {
            random.Shuffle(articles);
            Assert.Equal(expected, Json(articles));
        }
    }

    [Fact]
    public void Reports_of_another_affair_change_no_byte_of_a_story()
    {
        var alone = Stories(Json(Border.Value));
        var together = Stories(Json([.. Captives.Value, .. Border.Value]));
        Assert.NotEmpty(alone);
        Assert.All(alone, story => Assert.Contains(story, together));
    }

    private static CodedArticle[] Code(string affair)
    {
        var folder = Repository.Folder(Path.Join("tests", "corpus", "stories", "dev", affair, "json"));
        var articles = new ArticleReader(Repository.Cleaner).Read([folder], new ReadOptions(), Stream.Null).Select(r => r.Article).OfType<Article>();
        return [.. new PublicationDating().Date([.. articles]).Select(Repository.Shipped.Code)];
    }

    private static string Json(IEnumerable<CodedArticle> articles)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RecordJson.Line)) DossierJson.Write(json, DossierMaker.Make(articles));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<string> Stories(string dossier)
    {
        using var document = JsonDocument.Parse(dossier);
        return [.. document.RootElement.GetProperty("stories").EnumerateArray().Select(s => s.GetRawText())];
    }
}
