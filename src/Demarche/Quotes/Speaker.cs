using Demarche.Actors;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Who speaks, as far as the text tells.</summary>
/// <param name="Actor">The actor, or null if he is none of the article's actors.</param>
/// <param name="Name">Full name, or the words of the text.</param>
/// <param name="Span">The mention that names him here, or null if he is only carried over.</param>
/// <param name="Outlet">True for agencies, papers and broadcasters: they may only pass the words on.</param>
/// <param name="Human">False if he is known to be no single person.</param>
internal sealed record Speaker(ActorId? Actor, string Name, TextSpan? Span, bool Outlet, bool Human)
{
    /// <summary>True if he is one of the article's persons.</summary>
    public bool Person => Human && Actor is not null;
}
