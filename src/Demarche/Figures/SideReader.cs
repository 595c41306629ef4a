using System.Collections.Frozen;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Text;

namespace Demarche.Figures;

/// <summary>The words of data/figures/sides.tsv: what calls people military, civilian, rebels …</summary>
internal sealed class SideWords
{
    private const string File = "figures/sides.tsv";

    private readonly FrozenDictionary<string, string> _sides;

    private SideWords(FrozenDictionary<string, string> sides) => _sides = sides;

    /// <exception cref="DataException">A line is not "lemma, side".</exception>
    public static SideWords Load(DataFiles data)
    {
        var sides = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, text) in data.Lines(File))
        {
            if (text.Split('\t') is not [{ Length: > 0 } lemma, { Length: > 0 } side]) throw new DataException(File, line, "expected a lemma and a side, with a tab between them");
            if (!sides.TryAdd(lemma, side)) throw new DataException(File, line, $"'{lemma}' stands twice");
        }
        return new SideWords(sides.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The side a word names, or null.</summary>
    public string? Of(string lemma) => _sides.GetValueOrDefault(lemma.ToLowerInvariant());
}

/// <summary>Tells whose people are counted, from the noun and the words before it.</summary>
internal sealed class SideReader(Analysis analysis, ActorMentions actors, SideWords words)
{
    /// <summary>The side, or null.</summary>
    public string? Read(NumberPhrase number, Count count)
    {
        var counted = count.Counted;
        if (words.Of(analysis.Tokens[counted].Lemma) is { } own && own != "person") return OfModifiers(counted, number.First) is { } nearer && nearer != "civilian" ? nearer : own;
        if (OfModifiers(counted, number.First) is { } modified) return modified;
        if (actors.Covering(counted) is not { Actors: [var only] } mention || mention.Kind == MentionKind.Pronoun) return null;
        return actors[only].Sector switch { "MIL" => "military", "REB" or "UAF" => "rebels", "COP" => "police", "CVL" => "civilian", _ => null };
    }

    /// <summary>The side that a measure has where the words name none: those driven out are civilians, and the weapons of a state are its army's; null for others.</summary>
    /// <param name="count">What is counted.</param>
    /// <param name="country">Whose it is; null if not known.</param>
    public string? OfMeasure(Count count, string? country) => count.Measure switch
    {
        FigureMeasure.Displaced => "civilian",
        FigureMeasure.Troops or FigureMeasure.Sorties or FigureMeasure.Missiles or FigureMeasure.Shells or FigureMeasure.Drones when country is not null => OfSender(count.Noun) ?? "military",
        FigureMeasure.Troops or FigureMeasure.Rockets or FigureMeasure.Drones or FigureMeasure.Missiles => OfSender(count.Noun),
        _ => null,
    };

    // "A rebel front sent eight drones": the subject above, or the words before it.
    private string? OfSender(int noun)
    {
        var at = analysis.Tokens[noun];
        for (var step = 0; step < 3 && at.Head >= 0; step++)
        {
            at = analysis.Tokens[at.Head];
            if (at.Upos != "VERB") continue;
            foreach (var subject in analysis.Children(at.Index, "nsubj"))
                if (subject.Index != noun && (words.Of(subject.Lemma) ?? OfModifiers(subject.Index, 0)) is { } side && side != "civilian") return side;
        }
        return null;
    }

    // "Kurdish rebel fighters", "police officers", "members of the security forces"
    private string? OfModifiers(int counted, int first)
    {
        string? found = null;
        foreach (var child in analysis.Children(counted, "compound", "amod", "nmod", "appos"))
            if (child.Index >= first && child.Index <= counted + 6 && words.Of(child.Lemma) is { } side && side != "person") found ??= side;
        return found;
    }
}
