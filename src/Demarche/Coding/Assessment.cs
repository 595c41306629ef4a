using Demarche.Actors;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>What an analyst, a scholar or another outsider thinks of it: kept with its author, never coded as an event.</summary>
/// <param name="Author">Full name, or the words of the text ("a senior analyst").</param>
/// <param name="Actor">The author as an actor of the article, or null.</param>
/// <param name="Span">The words of the opinion.</param>
/// <param name="Sentence">The sentence in which it begins.</param>
public sealed record Assessment(string Author, ActorId? Actor, TextSpan Span, TextSpan Sentence);
