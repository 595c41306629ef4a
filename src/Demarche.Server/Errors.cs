namespace Demarche.Server;

/// <summary>The codes of all refusals, one for each thing that can be wrong with an input. A code is never used for another thing.</summary>
public static class Errors
{
    /// <summary>There is no such file or folder.</summary>
    public const string NotFound = "DMR0101";

    /// <summary>The system did not let the file be read.</summary>
    public const string Unreadable = "DMR0102";

    /// <summary>The file, or its text, is empty.</summary>
    public const string Empty = "DMR0103";

    /// <summary>Not text: a known binary format, NUL bytes, or too many control characters.</summary>
    public const string Binary = "DMR0104";

    /// <summary>The file has more bytes than <c>ReadOptions.MaxFileBytes</c>.</summary>
    public const string FileTooLarge = "DMR0105";

    /// <summary>The text has more characters than <c>ReadOptions.MaxTextLength</c>.</summary>
    public const string TextTooLong = "DMR0106";

    /// <summary>There is text, but no report in it: navigation, captions and calls to action only.</summary>
    public const string OnlyFurniture = "DMR0107";

    /// <summary>Bytes that are wrong in the encoding that the rest of the file is in.</summary>
    public const string BadEncoding = "DMR0108";

    /// <summary>Broken JSON.</summary>
    public const string BadJson = "DMR0109";

    /// <summary>JSON in which a field is missing or of the wrong kind.</summary>
    public const string BadField = "DMR0110";

    /// <summary>Elements nested deeper than <c>ReadOptions.MaxMarkupDepth</c>.</summary>
    public const string MarkupTooDeep = "DMR0111";

    /// <summary>More elements than <c>ReadOptions.MaxMarkupNodes</c>.</summary>
    public const string MarkupTooLarge = "DMR0112";

    /// <summary>A folder without any file of a kind that is read.</summary>
    public const string NothingToRead = "DMR0113";

    /// <summary>A compressed file that cannot be unpacked.</summary>
    public const string BadArchive = "DMR0114";

    /// <summary>A line of a log of corrections that cannot be read, or was written in part only.</summary>
    public const string BadCorrection = "DMR0115";

    /// <summary>The program failed on an article that it had accepted: please report it.</summary>
    public const string Fault = "DMR0201";
}

/// <summary>What the program's exit status says; the same for every command.</summary>
public static class ExitCodes
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>The program failed: bad data files, no room, a fault of its own.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Some inputs were refused; the others are in the output.</summary>
    public const int SomeRefused = 3;

    /// <summary>A path does not exist, and nothing else was read or refused; or what a command names is not there.</summary>
    public const int NotFound = 4;

    /// <summary>What is asked for contradicts what is there.</summary>
    public const int Conflict = 5;

    /// <summary>The status after reading.</summary>
    /// <param name="articles">How many articles were read.</param>
    /// <param name="refusals">All refusals.</param>
    public static int After(int articles, IReadOnlyCollection<Feeds.Refusal> refusals) =>
        refusals.Count == 0 ? Ok
        : articles == 0 && refusals.All(r => r.Code == Errors.NotFound) ? NotFound
        : SomeRefused;
}
