using System.Globalization;
using System.Text;

namespace Demarche.Cli;

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
