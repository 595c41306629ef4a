using Demarche.Language;
using Demarche.Language.Evaluation;
using Demarche.Text;

namespace Demarche.Tests.Language.Evaluation;

public sealed class NameScoresTests
{
    private static readonly string[] Bio =
    [
        "# newdoc id = d1", "# sent_id = s1", "# text = Mira Vondel met \U0001f600 Orlo in Quay.",
        "Mira\t0\t4\tB-PER", "Vondel\t5\t11\tI-PER", "met\t12\t15\tO", "\U0001f600\t16\t17\tO", "Orlo\t18\t22\tB-PER", "in\t23\t25\tO", "Quay\t26\t30\tB-LOC", ".\t30\t31\tO", "",
        "# sent_id = s2", "# text = # No names",
        "#\t0\t1\tO", "No\t2\t4\tO", "names\t5\t10\tO", "",
        "# newdoc id = d2", "# sent_id = s3", "# text = The Tarn Board sat.",
        "The\t0\t3\tO", "Tarn\t4\t8\tB-ORG", "Board\t9\t14\tI-ORG", "sat\t15\t18\tO", ".\t18\t19\tO", "",
    ];

    [Fact]
    public void A_file_of_names_is_read_in_code_points()
    {
        var documents = Read(Bio);
        Assert.Equal([2, 1], documents.Select(d => d.Sentences.Count));
        var first = documents[0].Sentences[0];
        Assert.Equal([(EntityKind.Person, 0, 2), (EntityKind.Person, 4, 5), (EntityKind.Location, 6, 7)], first.Names);
        Assert.Equal(["Mira", "Vondel", "met", "\U0001f600", "Orlo", "in", "Quay", "."], first.Words.Select(w => w.Of(first.Text)));
        Assert.Equal("#", documents[0].Sentences[1].Words[0].Of("# No names"));
    }

    [Theory]
    [InlineData("Mira\t0\t4\tI-PER")]
    [InlineData("Mira\t0\t4\tB-XYZ")]
    [InlineData("Mira\t0\t4\tX")]
    [InlineData("Mira\t0\t4")]
    [InlineData("Mira\t4\t4\tO")]
    [InlineData("Mira\t0\t40\tO")]
    [InlineData("Mira\tzero\t4\tO")]
    public void A_bad_line_is_named(string line)
    {
        var e = Assert.Throws<DataException>(() => Read(["# text = Mira slept", line]));
        Assert.Contains("names.bio:2:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_before_any_text_is_refused() => Assert.Throws<DataException>(() => Read(["Mira\t0\t4\tO"]));

    [Fact]
    public void Counts_are_those_made_by_hand()
    {
        // Gold: PER 0-11, PER 18-22, LOC 26-30 and ORG 4-14. Found: one exact, one too long, one of another kind, one out of the blue.
        var scores = NameScores.Compare(
        [
            ([Name(EntityKind.Person, 0, 11), Name(EntityKind.Person, 18, 22), Name(EntityKind.Location, 26, 30)],
             [Name(EntityKind.Person, 0, 11), Name(EntityKind.Person, 16, 22), Name(EntityKind.Person, 26, 30)]),
            ([], []),
            ([Name(EntityKind.Organisation, 4, 14)], [Name(EntityKind.Location, 15, 18)]),
        ]);
        Assert.Equal(
            [
                ("strict", "LOC", 0, 1, 1), ("strict", "ORG", 0, 1, 0), ("strict", "PER", 1, 2, 3), ("strict", "all", 1, 4, 4),
                ("relaxed", "LOC", 0, 1, 1), ("relaxed", "ORG", 0, 1, 0), ("relaxed", "PER", 2, 2, 3), ("relaxed", "all", 2, 4, 4),
                ("untyped", "all", 3, 4, 4),
            ],
            scores.Select(s => (s.Mode, s.Type, s.Correct, s.Gold, s.System)));
        Assert.Equal((0.25, 0.25, 0.25), (scores[3].Precision, scores[3].Recall, scores[3].F1));
    }

    [Fact]
    public void A_name_counts_once_and_the_exact_one_first()
    {
        var scores = NameScores.Compare([([Name(EntityKind.Person, 4, 8)], [Name(EntityKind.Person, 0, 12), Name(EntityKind.Person, 4, 8)])]);
        Assert.Equal((1, 1, 2), (scores[^1].Correct, scores[^1].Gold, scores[^1].System));
    }

    [Fact]
    public void Kinds_never_marked_by_hand_are_left_out() =>
        Assert.Equal((1, 1, 1), NameScores.Compare([([Name(EntityKind.Person, 0, 4)], [Name(EntityKind.Person, 0, 4), Name(EntityKind.Location, 6, 9)])])
            .Where(s => s is { Mode: "strict", Type: "all" }).Select(s => (s.Correct, s.Gold, s.System)).Single());

    [Fact]
    public void The_table_shows_percent_with_two_decimals() =>
        Assert.Equal(
            "mode     type         P       R      F1  correct   gold  system\nstrict   PER      33.33   50.00   40.00        1      2       3\n",
            NameScores.Table([new NameScore("strict", "PER", 1, 2, 3)]));

    private static MarkedName Name(EntityKind kind, int start, int end) => new(kind, new TextSpan(start, end));

    private static List<BioDocument> Read(string[] lines) => BioFile.Read(new StringReader(string.Join('\n', lines)), "names.bio");
}
