using System.Globalization;
using System.Text;

namespace Demarche.Cli;

/// <summary>Exit codes, as the README documents them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int SomeRefused = 3;
    public const int NotFound = 4;
}

/// <summary>Messages for people go to standard error, one line each, with control characters made visible.</summary>
internal static class Messages
{
    public static void Say(string message) => Console.Error.WriteLine("demarche: " + Visible(message));

    /// <summary>The text with control characters written as escapes: no terminal obeys a file name.</summary>
    public static string Visible(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)) return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else visible.Append(c);
        }
        return visible.ToString();
    }
}
