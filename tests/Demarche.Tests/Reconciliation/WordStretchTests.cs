using Demarche.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Reconciliation;

public sealed class WordStretchTests
{
    private static string Shown(string left, string right) => string.Join(" ", WordStretch.Compare(left, right).Select(s => s.Side switch
    {
        StretchSide.Same => s.Words,
        StretchSide.Left => "-[" + s.Words + "]",
        _ => "+[" + s.Words + "]",
    }));

    [Fact]
    public void Words_that_differ_are_set_off() =>
        Assert.Equal("We sell -[no] +[neither] fish -[today.] +[nor] +[boats]".Replace("+[nor] +[boats]", "+[nor boats]", StringComparison.Ordinal), Shown("We sell no fish today.", "we sell neither fish nor boats"));

    [Fact]
    public void Case_and_marks_are_no_difference() =>
        Assert.Equal("Don’t wait, sail!", Shown("Don’t wait, sail!", "don't wait — sail"));

    [Fact]
    public void The_same_and_the_left_make_up_the_left_for_any_words() =>
        Prop.ForAll<byte[], byte[]>((a, b) =>
        {
            string[] left = [.. a.Select(x => "w" + x % 4)], right = [.. b.Select(x => "w" + x % 4)];
            var all = WordStretch.Compare(string.Join(' ', left), string.Join(' ', right));
            return string.Join(' ', all.Where(s => s.Side != StretchSide.Right).Select(s => s.Words)) == string.Join(' ', left)
                && string.Join(' ', all.Where(s => s.Side != StretchSide.Left).Select(s => s.Words)) == string.Join(' ', right);
        }).QuickCheckThrowOnFailure();
}
