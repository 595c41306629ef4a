namespace Demarche.Server.Feeds;

/// <summary>Ends the reading of one input; never leaves <see cref="ArticleReader"/>.</summary>
internal sealed class RefusedException(string code, string reason, string place = "") : Exception(reason)
{
    /// <summary>One of <see cref="Errors"/>.</summary>
    public string Code { get; } = code;

    /// <summary>Where in the input, or "".</summary>
    public string Place { get; } = place;

    /// <summary>The refusal of <paramref name="source"/>.</summary>
    public Refusal Of(string source, string place = "") => new(source, place.Length > 0 ? place : Place, Message, Code);
}
