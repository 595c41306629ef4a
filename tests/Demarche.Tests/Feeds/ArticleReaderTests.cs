using System.Text;
using Demarche.Articles;
using Demarche.Server;
using Demarche.Server.Feeds;

namespace Demarche.Tests.Feeds;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-reader-").FullName;
    private readonly ArticleReader _reader = new(Repository.Cleaner);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Join(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private List<ReadResult> Read(string path, ReadOptions? options = null) => [.. _reader.Read([path], options ?? new(), null)];

    private Article ReadOne(string path, ReadOptions? options = null)
    {
        var result = Assert.Single(Read(path, options));
        Assert.Null(result.Refusal);
        return result.Article!;
    }

    private Refusal RefuseOne(string path, ReadOptions? options = null) => Assert.Single(Read(path, options)).Refusal!;

    [Fact]
    public void Text_file_becomes_an_article_of_its_paragraphs()
    {
        var path = Write("a.txt", "\uFEFFThe envoys met in Tarsk.\r\n\r\nThey  parted\u00A0late.\r\n");
        var article = ReadOne(path);
        Assert.Equal("The envoys met in Tarsk.\nThey parted late.\n", article.Text);
        Assert.Equal(path, article.Source);
        Assert.Equal(DateBasis.Unknown, article.Published.Basis);
        Assert.Null(article.Outlet);
    }

    [Fact]
    public void As_is_changes_no_character()
    {
        const string text = "  Advertisement\n\nThe envoys  met.\n";
        Assert.Equal(text, ReadOne(Write("a.txt", text), new() { AsIs = true }).Text);
        Assert.Equal("The envoys met.\n", ReadOne(Write("b.txt", text)).Text);
    }

    [Fact]
    public void Json_carries_its_fields()
    {
        var path = Write("a.json", """
            {"id": 7, "url": "https://news.example/x", "outlet": "The Tarsk Courier", "title": "Envoys meet",
             "published": "2024-05-02T23:30:00-05:00", "authors": ["Ada Holm", {"name": "B. Lind"}], "language": "en-GB",
             "text": "The envoys met in Tarsk on Thursday."}
            """);
        var article = ReadOne(path);
        Assert.Equal(("7", "https://news.example/x", "The Tarsk Courier", "Envoys meet"), (article.InputId, article.Url, article.Outlet, article.Title));
        Assert.Equal(new(2024, 5, 2), article.Published.Date);
        Assert.Equal(DateBasis.Metadata, article.Published.Basis);
        Assert.Equal("Ada Holm; B. Lind", string.Join("; ", article.Authors));
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Lines_of_a_jsonl_file_are_named_by_id_or_number_and_a_broken_one_is_refused_in_its_place()
    {
        var path = Write("a.jsonl", "{\"id\":\"x1\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\n\n{\"title\":\"no text\"}\n{\"text\":[1]}\n");
        var results = Read(path);
        Assert.Equal([path + "#x1", path + "#2"], results.Where(r => r.Article is not null).Select(r => r.Article!.Source));
        var refusals = results.Where(r => r.Refusal is not null).Select(r => r.Refusal!).ToList();
        Assert.Equal([Errors.BadJson, Errors.BadField, Errors.BadField], refusals.Select(r => r.Code));
        Assert.StartsWith("line 3", refusals[0].Place, StringComparison.Ordinal);
        Assert.Equal("line 5", refusals[1].Place);
        Assert.Equal(ExitCodes.SomeRefused, ExitCodes.After(2, refusals));
    }

    [Fact]
    public void Json_array_gives_an_article_an_entry()
    {
        var path = Write("a.json", """[{"text":"One."},{"id":"b","text":"Two."}]""");
        Assert.Equal([path + "#1", path + "#b"], Read(path).Select(r => r.Article!.Source));
    }

    [Fact]
    public void Half_a_surrogate_in_json_does_not_stop_the_reader() =>
        Assert.Equal("The envoy said \uFFFD so.\n", ReadOne(Write("a.json", """{"text":"The envoy said \ud83d so."}""")).Text);

    [Fact]
    public void Folder_is_read_in_ordinal_order_and_other_files_are_left_alone()
    {
        Write("in/b.txt", "Two.");
        Write("in/B.txt", "One.");
        Write("in/sub/a.txt", "Three.");
        Write("in/picture.png", [0x89, 0x50, 0x4E, 0x47]);
        Write("in/.hidden.txt", "No.");
        Assert.Equal(["One.\n", "Two.\n", "Three.\n"], Read(Path.Join(_folder, "in")).Select(r => r.Article!.Text));
    }

    [Theory]
    [InlineData("The minister said it.", "The minister said it.\n")]
    [InlineData("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", "One.\n")]
    [InlineData("{\"text\":\n\"One.\"}", "One.\n")]
    public void Standard_input_is_told_by_its_content(string input, string first)
    {
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        Assert.Equal(first, _reader.Read(["-"], new(), stdin).First().Article!.Text);
    }

    [Fact]
    public void Default_date_is_used_only_where_none_is_given()
    {
        var path = Write("a.jsonl", "{\"text\":\"One.\",\"published\":\"2020-01-02\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\",\"url\":\"http://x.example/2019/03/04/y\"}");
        var days = Read(path, new() { Published = new(2021, 6, 7) }).Select(r => r.Article!.Published.Date);
        Assert.Equal([new DateOnly(2020, 1, 2), new DateOnly(2021, 6, 7), new DateOnly(2019, 3, 4)], days.Select(d => d!.Value));
    }

    [Fact]
    public void Missing_file_is_not_found()
    {
        var refusal = RefuseOne(Path.Join(_folder, "none.txt"));
        Assert.Equal(Errors.NotFound, refusal.Code);
        Assert.Equal(ExitCodes.NotFound, ExitCodes.After(0, [refusal]));
    }
}
