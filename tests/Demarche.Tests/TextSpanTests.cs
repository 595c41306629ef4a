using Demarche.Text;

namespace Demarche.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void A_span_cannot_end_before_it_starts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));

    [Fact]
    public void Code_points_count_a_surrogate_pair_once()
    {
        const string text = "a😀b😀c";
        var points = new CodePoints(text);
        Assert.Equal((4, 5), points.Of(new TextSpan(text.IndexOf('c'), text.Length)));
        Assert.Equal(1, points.At(2));
    }
}
