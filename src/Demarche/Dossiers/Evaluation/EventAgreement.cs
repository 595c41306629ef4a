using System.Collections.Immutable;
using Demarche.Reconciliation;
using Demarche.Text;

namespace Demarche.Dossiers.Evaluation;

/// <summary>Which observations of an article answer which of its annotated events.</summary>
/// <remarks>
/// An observation answers an event if their sentences have half of the shorter in common, the PLOVER type is acceptable, and a source and a target country agree.
/// Optional events absorb any number; a compound act may be split, as long as each part names another of its actors.
/// </remarks>
internal sealed class EventAgreement
{
    private const int LongestSentence = 1000;

    private readonly GoldArticle _gold;
    private readonly PrintedRecord _found;
    private readonly Dictionary<(int Expected, int Found), Fit> _basic = [];
    private readonly Dictionary<(int Expected, int Found), Fit> _full = [];

    public EventAgreement(GoldArticle gold, PrintedRecord found, TextAlignment alignment)
    {
        _gold = gold;
        _found = found;
        Compare(alignment);
        bool Core((int Expected, int Found) e) => gold.Events[e.Expected].IsCore;
        var spare = _basic.Keys.Where(e => !Core(e)).Select(e => e.Found).ToHashSet();
        Pairs = OneToOne.Match(gold.Events.Length, _basic.Where(e => Core(e.Key)).ToDictionary(), spare);
        Full = OneToOne.Match(gold.Events.Length, _full.Where(e => Core(e.Key)).ToDictionary()).Count;
        (Absorbed, False) = Rest(spare);
        Missed = [.. Enumerable.Range(0, gold.Events.Length).Where(i => gold.Events[i].IsCore && !Pairs.ContainsKey(i))];
    }

    /// <summary>Each core event that was found, with the observation that answers it.</summary>
    public Dictionary<int, int> Pairs { get; }

    /// <summary>How many also agree in date, status, root of the code and persons.</summary>
    public int Full { get; }

    /// <summary>Observations that are neither right nor wrong.</summary>
    public ImmutableHashSet<int> Absorbed { get; }

    /// <summary>Observations that answer nothing.</summary>
    public ImmutableArray<int> False { get; }

    /// <summary>Core events that nothing answers.</summary>
    public ImmutableArray<int> Missed { get; }

    private void Compare(TextAlignment alignment)
    {
        for (var i = 0; i < _gold.Events.Length; i++)
        {
            var g = _gold.Events[i];
            if (alignment.Find(g.Sentence) is not { } at) continue;
            for (var j = 0; j < _found.Events.Length; j++)
            {
                var e = _found.Events[j];
                if (!SameSentence(at, e.Sentence) || !g.Types.Contains(e.Plover) || !Sides(g, e)) continue;
                bool[] right = [DateAgrees(g.Dates, e.Days), g.Statuses.Contains(e.Status), g.Codes.Any(c => string.CompareOrdinal(c, 0, e.Cameo, 0, 2) == 0), People(g, e)];
                var common = Common(at, e.Sentence);
                _basic[(i, j)] = new Fit(
                    right.Count(r => r), (double)common / (at.Length + e.Sentence.Length - common), g.Codes.Contains(e.Cameo) ? 1 : 0, e.Plover == g.Types[0] ? 1 : 0);
                if (right.All(r => r)) _full[(i, j)] = _basic[(i, j)];
            }
        }
    }

    private (ImmutableHashSet<int> Absorbed, ImmutableArray<int> False) Rest(HashSet<int> spare)
    {
        var taken = Pairs.Values.ToHashSet();
        var named = Pairs.ToDictionary(p => p.Key, p => Named(_gold.Events[p.Key], _found.Events[p.Value]));
        var absorbed = ImmutableHashSet.CreateBuilder<int>();
        var wrong = ImmutableArray.CreateBuilder<int>();
        for (var j = 0; j < _found.Events.Length; j++)
        {
            if (taken.Contains(j)) continue;
            if (spare.Contains(j) || IsFurtherPart(j, named)) absorbed.Add(j);
            else wrong.Add(j);
        }
        return (absorbed.ToImmutable(), wrong.ToImmutable());
    }

    private bool IsFurtherPart(int j, Dictionary<int, HashSet<string>> named)
    {
        foreach (var (i, known) in named)
        {
            var g = _gold.Events[i];
            if (!_basic.ContainsKey((i, j)) || g.Sources.Length + g.Targets.Length <= 2) continue;
            var here = Named(g, _found.Events[j]);
            if (here.IsSubsetOf(known)) continue;
            known.UnionWith(here);
            return true;
        }
        return false;
    }

    private static HashSet<string> Named(GoldEvent g, PrintedEvent e) =>
        [.. g.Sources.Concat(g.Targets).Where(x => e.Sources.Concat(e.Targets).Any(a => Agrees(x, a))).Select(x => x.Names[0])];

    private static bool Agrees(GoldActor g, PrintedActor a) => g.Country is { } country ? country == a.Country : g.Names.Any(n => NameAgreement.Same(n, a.Name));

    private static bool Side(ImmutableArray<GoldActor> gold, ImmutableArray<PrintedActor> found) => gold.Any(g => found.Any(a => Agrees(g, a)));

    private static bool Target(ImmutableArray<GoldActor> gold, ImmutableArray<PrintedActor> found) =>
        gold.Length == 0 || found.Length == 0 && gold.All(g => g.IsImplied) || Side(gold, found);

    private static bool Sides(GoldEvent g, PrintedEvent e)
    {
        if (Side(g.Sources, e.Sources) && Target(g.Targets, e.Targets)) return true;
        if (!g.IsSymmetric) return false;
        if (Side(g.Targets, e.Sources) && Side(g.Sources, e.Targets)) return true;
        PrintedActor[] all = [.. e.Sources, .. e.Targets];
        return g.Sources.Any(x => g.Targets.Any(y => x.Names[0] != y.Names[0]
            && all.Where((a, i) => Agrees(x, a) && all.Where((_, j) => j != i).Any(b => Agrees(y, b))).Any()));
    }

    private static bool People(GoldEvent g, PrintedEvent e) =>
        Persons(g.Sources, e.Sources) && Persons(g.Targets, e.Targets) || g.IsSymmetric && Persons([.. g.Sources, .. g.Targets], [.. e.Sources, .. e.Targets]);

    private static bool Persons(ImmutableArray<GoldActor> gold, ImmutableArray<PrintedActor> found)
    {
        var people = found.Where(a => a.IsPerson).ToList();
        if (people.Exists(a => !gold.Any(g => g.IsPerson && g.Names.Any(n => NameAgreement.Same(n, a.Name))))) return false;
        var said = gold.Where(g => !g.IsImplied).ToList();
        return said.Count == 0 || !said.TrueForAll(g => g.IsPerson) || people.Count > 0 || found.Length == 0;
    }

    private static bool SameSentence(TextSpan gold, TextSpan found) =>
        found.Length <= LongestSentence && Common(gold, found) is var common and > 0 && 2 * common >= Math.Min(gold.Length, found.Length);

    private static int Common(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    /// <summary>The days found are within those of one acceptable answer; no day only where that is one.</summary>
    public static bool DateAgrees(ImmutableArray<Days?> gold, Days? found) => gold.Any(g => (g, found) switch
    {
        (null, null) => true,
        ({ } expected, { } days) => expected.Start <= days.Start && days.End <= expected.End,
        _ => false,
    });
}
