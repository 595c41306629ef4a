using System.Collections.Immutable;
using System.Globalization;
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
        var dateline = new Dateline(_dictionary, analysis);
        var chunks = analysis.Sentences.Select(s => reader.Read(s, dateline)).ToList();
        var names = new ReferenceResolver(_dictionary, analysis, cast, chunks, dateline);
        var references = new Anaphora(_dictionary, analysis, cast, names).Resolve();
        return Mentions(analysis, references, new LinkScores(_dictionary, analysis, references), cast);
    }

    private ActorMentions Mentions(Analysis analysis, IReadOnlyList<Reference> references, LinkScores links, Cast cast)
    {
        var ids = new Dictionary<CastMember, ActorId>(ReferenceEqualityComparer.Instance);
        var members = new List<CastMember>();
        var mentions = ImmutableArray.CreateBuilder<ActorMention>();
        foreach (var r in references.OrderBy(r => r.Chunk.First))
        {
            var meant = ImmutableArray.CreateBuilder<ActorId>(r.Members.Length);
            foreach (var m in r.Members)
            {
                if (!ids.TryGetValue(m, out var id))
                {
                    members.Add(m);
                    ids.Add(m, id = new ActorId("a" + members.Count.ToString(CultureInfo.InvariantCulture)));
                }
                meant.Add(id);
            }
            var span = new TextSpan(analysis.Tokens[r.Chunk.First].Span.Start, analysis.Tokens[r.Chunk.End - 1].Span.End);
            mentions.Add(new ActorMention(span, analysis.HeadOf(span)?.Index ?? r.Chunk.First, r.Kind, meant.ToImmutable()) { Rule = r.Rule, LinkScore = links.Of(r) });
        }
        var bodies = members.Where(m => m is { Kind: not (ActorKind.Person or ActorKind.State), Known: not null }).ToList();
        var actors = members.Select(m => Actor(m, ids[m]) with { Gender = m.Gender, Side = SideOf(m, bodies, cast) is { } side ? Actor(side, ids.GetValueOrDefault(side, new ActorId(""))) : null });
        return new ActorMentions(analysis, [.. actors], mentions.ToImmutable());
    }

    private static Actor Actor(CastMember m, ActorId id) => new(id, m.Name, m.Kind, m.Code, m.Country, m.Sector, m.Role, m.Known);

    /// <summary>For whom a person says "we": the body he leads or speaks for; those in office, their state.</summary>
    private CastMember? SideOf(CastMember m, List<CastMember> bodies, Cast cast)
    {
        if (!m.IsPerson) return null;
        if ((m.Side ?? LedBy(m, bodies)) is { } side) return side;
        return m is { Former: false, Sector: "GOV" or "MIL", Country: { } country } && _dictionary.States.ContainsKey(country) ? cast.State(country) : null;
    }

    /// <summary>The body that a person's role in the dictionary names: "hezbollah leader".</summary>
    private CastMember? LedBy(CastMember person, List<CastMember> bodies)
    {
        if (!person.IsPerson || person.Known is null || !_dictionary.Persons.TryGetValue(person.Name, out var entry) || entry.Role is not { } role) return null;
        foreach (var body in bodies)
            if (_dictionary.Organisations.TryGetValue(body.Name, out var o)
                && o.OtherNames.Prepend(o.Name).Any(n => n.Length > 2 && role.Contains(n.ToLowerInvariant(), StringComparison.Ordinal))) return body;
        return null;
    }
}
