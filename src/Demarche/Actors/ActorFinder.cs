using System.Collections.Immutable;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Actors;

/// <summary>Finds the actors of an article: names, titles, metonyms, peoples, groups and what refers back to them.</summary>
public sealed class ActorFinder
{
    private readonly ActorDictionary _dictionary;

    private ActorFinder(ActorDictionary dictionary) => _dictionary = dictionary;

    /// <summary>Reads data/actors.</summary>
    /// <exception cref="DataException">A file is missing or has a bad line.</exception>
    public static ActorFinder Load(DataFiles data) => new(ActorDictionary.Load(data));

    /// <summary>The actors of an article and every place that names them; who holds an office is decided by the article's day.</summary>
    public ActorMentions Find(Analysis analysis)
    {
        var cast = new Cast(_dictionary, analysis.Article.Published.Date);
        var hits = new NameHits(_dictionary, analysis);
        var reader = new PhraseReader(_dictionary, analysis, hits);
        var chunks = analysis.Sentences.Select(reader.Read).ToList();
        var names = new ReferenceResolver(_dictionary, analysis, cast, chunks);
        var references = new Anaphora(_dictionary, analysis, cast, names).Resolve();
        return Mentions(analysis, references, new LinkScores(_dictionary, analysis, references));
    }

    private static ActorMentions Mentions(Analysis analysis, IEnumerable<Reference> references, LinkScores links)
    {
        var ids = new Dictionary<CastMember, ActorId>(ReferenceEqualityComparer.Instance);
        var actors = ImmutableArray.CreateBuilder<Actor>();
        var mentions = ImmutableArray.CreateBuilder<ActorMention>();
        foreach (var r in references.OrderBy(r => r.Chunk.First))
        {
            var meant = ImmutableArray.CreateBuilder<ActorId>(r.Members.Length);
            foreach (var m in r.Members)
            {
                if (!ids.TryGetValue(m, out var id))
                {
                    ids.Add(m, id = new ActorId("a" + (actors.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
                    actors.Add(new Actor(id, m.Name, m.Kind, m.Code, m.Country, m.Sector, m.Role, m.Known));
                }
                meant.Add(id);
            }
            var span = new TextSpan(analysis.Tokens[r.Chunk.First].Span.Start, analysis.Tokens[r.Chunk.End - 1].Span.End);
            mentions.Add(new ActorMention(span, analysis.HeadOf(span)?.Index ?? r.Chunk.First, r.Kind, meant.ToImmutable()) { Rule = r.Rule, LinkScore = links.Of(r) });
        }
        return new ActorMentions(analysis, actors.ToImmutable(), mentions.ToImmutable());
    }
}
