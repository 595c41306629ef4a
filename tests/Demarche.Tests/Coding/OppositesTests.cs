using System.Text;
using Demarche.Coding;
using Demarche.Text;

namespace Demarche.Tests.Coding;

public sealed class OppositesTests
{
    private static Opposites Load(string lines) =>
        Opposites.Load(new DataFiles([new("coding/opposites.txt", () => new MemoryStream(Encoding.UTF8.GetBytes(lines)))]));

    [Fact]
    public void The_shipped_file_is_sound() => Opposites.Load(Repository.Data);

    [Theory]
    [InlineData("truce | about", 1)]
    [InlineData("truce | about | truce truce", 1)]
    [InlineData("truce | about | truce\ntruce | kept | hold\ntruce | kept | keep", 3)]
    [InlineData("truce | about | truce\ntruce | kept | hold_", 2)]
    [InlineData("truce | about | truce\ntruce | kept | hold", 0)]
    [InlineData("truce | kept | hold\ntruce | broken | break", 0)]
    public void A_bad_line_stops_the_program_and_is_named(string lines, int line) =>
        Assert.Equal(line, Assert.Throws<DataException>(() => Load(lines)).Line);
}
