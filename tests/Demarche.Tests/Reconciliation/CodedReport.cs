using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Actors;
using Demarche.Articles;
using Demarche.Coding;
using Demarche.Coding.Contacting;
using Demarche.Figures;
using Demarche.Language;
using Demarche.Quotes;
using Demarche.Text;
using Demarche.Times;

namespace Demarche.Tests.Reconciliation;

/// <summary>Writes down a coded article sentence by sentence, as the earlier stages would have made it.</summary>
internal sealed partial class CodedReport(string outlet, string? published)
{
    private static readonly Dictionary<string, (ActorKind Kind, string? Country, string? Sector)> Known = new(StringComparer.Ordinal)
    {
        ["Norway"] = (ActorKind.State, "NOR", null),
        ["Chile"] = (ActorKind.State, "CHL", null),
        ["Peru"] = (ActorKind.State, "PER", null),
        ["Ghana"] = (ActorKind.State, "GHA", null),
        ["Ada Nordli"] = (ActorKind.Person, "NOR", "GOV"),
        ["Ciro Vidal"] = (ActorKind.Person, "CHL", "GOV"),
        ["Pilar Quispe"] = (ActorKind.Person, "PER", "GOV"),
    };

    private readonly List<string> _names = [];
    private readonly List<string> _sentences = [];
    private readonly List<Func<ImmutableArray<TextSpan>, Observation>> _observations = [];
    private readonly List<Func<string, ImmutableArray<TextSpan>, Quote>> _quotes = [];
    private readonly List<Func<string, ImmutableArray<TextSpan>, Figure>> _figures = [];

    /// <summary>A sentence and what it reports: "source > target".</summary>
    public CodedReport Says(string sentence, string cameo, string plover, string who, string? day = null, Status status = Status.Occurred)
    {
        var n = Add(sentence);
        var sides = who.Split(" > ");
        var sources = Ids(sides[0]);
        var targets = sides.Length > 1 ? Ids(sides[1]) : [];
        var id = new ObservationId("e" + (_observations.Count + 1).ToString(CultureInfo.InvariantCulture));
        var date = day is null ? null : new EventDate(Day(day), Day(day), null);
        _observations.Add(at => new Observation(id, cameo, plover, null, [], sources, targets, at[n], [at[n]], date, status, [], null, "written down", 1));
        return this;
    }

    /// <summary>A sentence with words between quotation marks and their speaker.</summary>
    public CodedReport Quotes(string speaker, string words)
    {
        var n = Add($"“{words}” {speaker} said.");
        _quotes.Add((text, at) => new Quote(Find(text, words, at[n]), QuoteKind.Direct, Attitude.Assertion, null, speaker, null, null, null, null, false));
        return this;
    }

    /// <summary>A sentence with a number of people killed.</summary>
    public CodedReport Counts(string sentence, long value, string country, string claimant)
    {
        var n = Add(sentence);
        var words = value.ToString(CultureInfo.InvariantCulture);
        _figures.Add((text, at) => new Figure(FigureMeasure.Killed, value, words, FigureBound.Exact, country, Find(text, words, at[n]), at[n],
            [new Attribution(claimant, null, null)], published is null ? null : Day(published)));
        return this;
    }

    public CodedArticle Make()
    {
        var text = string.Concat(_sentences.Select(s => s + "\n"));
        var day = published is null ? PublicationDate.Unknown : new PublicationDate(Day(published), DateBasis.Metadata);
        var article = new Article(new(outlet + "-" + published + "-" + text.Length.ToString(CultureInfo.InvariantCulture)), outlet + ".txt", null, null, outlet,
            _sentences[0], [], "en", day, text, []);
        var (sentences, tokens) = Analyse(text);
        var analysis = new Analysis(article, sentences, tokens);
        var spans = sentences.Select(s => s.Span).ToImmutableArray();
        var actors = _names.Select((name, i) => new Actor(Id(i), name, Known[name].Kind, Known[name].Country + Known[name].Sector, Known[name].Country,
            Known[name].Sector, null, name)).ToImmutableArray();
        var observations = _observations.Select(o => o(spans)).ToImmutableArray();
        return new CodedArticle(analysis, new ActorMentions(analysis, actors, []), new(day, []), [.. _quotes.Select(q => q(text, spans))],
            [.. _figures.Select(f => f(text, spans))], observations)
        {
            Contacts = [.. observations.Where(o => o.Cameo.StartsWith("04", StringComparison.Ordinal)).Select(Sighting)],
        };
    }

    private static ContactSighting Sighting(Observation o) => new([.. o.Sources, .. o.Targets], o.Cameo == "041" ? ContactMode.Phone : ContactMode.Meeting, true, null, null, o.Date, null, null, [],
        o.Status, o.Sentence, o.Trigger[0]);

    private int Add(string sentence)
    {
        _sentences.Add(sentence);
        return _sentences.Count - 1;
    }

    private ImmutableArray<ActorId> Ids(string side) => [.. side.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(name =>
    {
        if (!_names.Contains(name)) _names.Add(name);
        return Id(_names.IndexOf(name));
    })];

    private static ActorId Id(int i) => new("a" + (i + 1).ToString(CultureInfo.InvariantCulture));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TextSpan Find(string text, string words, TextSpan within)
    {
        var start = text.IndexOf(words, within.Start, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    private static (ImmutableArray<Sentence>, ImmutableArray<Token>) Analyse(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (Match line in Line().Matches(text))
        {
            var first = tokens.Count;
            foreach (Match word in Word().Matches(line.Value))
            {
                var span = new TextSpan(line.Index + word.Index, line.Index + word.Index + word.Length);
                var content = word.Length > 3 || char.IsDigit(word.Value[0]);
                tokens.Add(new Token(tokens.Count, span, word.Value, word.Value.ToLowerInvariant() is "called" ? "call" : word.Value.ToLowerInvariant(),
                    word.Value == "called" ? "VERB" : content ? "NOUN" : "X", "", "_", tokens.Count == first ? -1 : first, "dep", sentences.Count, span));
            }
            sentences.Add(new Sentence(sentences.Count, new TextSpan(line.Index, line.Index + line.Length), first, tokens.Count, sentences.Count));
        }
        return (sentences.ToImmutable(), tokens.ToImmutable());
    }

    [GeneratedRegex(@"[^\n]+")]
    private static partial Regex Line();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
