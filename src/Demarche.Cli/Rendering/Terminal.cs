namespace Demarche.Cli.Rendering;

/// <summary>What standard output is: a terminal with its width and colours, or a file or pipe without.</summary>
internal static class Terminal
{
    private const int WidthElsewhere = 100;

    /// <summary>Columns of the terminal, or what is comfortable to read where there is none.</summary>
    public static int Width => Console.IsOutputRedirected ? WidthElsewhere : Console.WindowWidth;

    /// <summary>Escape sequences go to terminals only, and not with NO_COLOR set.</summary>
    public static bool HasColour => Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && !Console.IsOutputRedirected;

    /// <summary>Paints as standard output allows.</summary>
    public static Paint Paint(TextWriter writer) => new(writer, Width, HasColour);
}
