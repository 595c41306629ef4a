using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Demarche.Articles;
using Demarche.Quotes;
using Demarche.Text;

namespace Demarche.Tests;

/// <summary>No text, however made, keeps a pattern busy: each gets through a mebibyte of any of these in a second.</summary>
public sealed class HostileTextTests
{
    private const int Mebibyte = 1 << 20;

    // The best of a few runs counts: other tests run at the same time.
    private const int Runs = 3;

    private static readonly string[] Parts =
    [
        "a", "A", "1", " ", "\t", "\n", ".", "-", "/", "(", "[", ")", "\"", "“", "”", "'", "’", "é", "中", "\ud83d\ude00", "\0", "a ", "A ", "1 ", "1-", "1/", ". ", ", ", "A. ", "A/", "/A",
        "aA", "aB ", "a-", "(a", "[a", "{", "<a", "By ", "By A ", "By a and ", "Photo: ", "Photo by ", "Image ", "on Monday ", "Monday ", "May 1 ", "May ", "1 May ", "2031-05-", "2031", "20310512", "1 de ", "said ",
        "said “", "‘a’ ", "a’s ", "the ", "the the of ", "of the ", "and ", "one hundred and ", "million ", "ago ", "last ", "charset=", "encoding = ", " » ", " | ", "A | ", "A > ", "U.S. ", "J. ", "Q: ", "A: ", "@a ", "http://a/",
    ];

    private static IEnumerable<string> Texts() => Parts.Select(p => string.Concat(Enumerable.Repeat(p, Mebibyte / p.Length)));

    [Fact]
    public void Every_regular_expression()
    {
        var all = new[] { typeof(Article).Assembly, typeof(Demarche.Server.ExitCodes).Assembly }
            .SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<GeneratedRegexAttribute>() is not null).ToList();
        Assert.True(all.Count > 15, "the expressions were not found");
        foreach (var method in all)
        {
            var regex = (Regex)method.Invoke(null, null)!;
            Quick($"{method.DeclaringType!.Name}.{method.Name}", text => regex.Count(text));
        }
    }

    [Fact]
    public void Every_furniture_pattern()
    {
        var patterns = FurniturePatterns.Load(Repository.Data);
        Quick("furniture", text => patterns.Match(text));
    }

    [Fact]
    public void Quotation_marks() => Quick("quotation marks", text => QuotationScanner.Find(text));

    [Fact]
    public void Code_points() => Quick("code points", text => new CodePoints(text).At(text.Length));

    private static void Quick(string what, Action<string> run)
    {
        foreach (var text in Texts())
        {
            var best = double.MaxValue;
            for (var i = 0; i < Runs && best > 1; i++)
            {
                var start = Stopwatch.GetTimestamp();
                run(text);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
            Assert.True(best <= 1, $"{what}: {best:0.0} s for “{text[..Math.Min(12, text.Length)]}…”");
        }
    }
}
