using System.Collections.Immutable;
using Demarche.Coding.Evaluation;
using Demarche.Ontology;

namespace Demarche.Tests.Coding.Evaluation;

/// <summary>The annotated sentences and reports of tests/corpus/events, read and coded once for all tests.</summary>
internal static class EventCorpus
{
    public static EventOntology Ontology { get; } = EventOntology.Load(Repository.Data);

    private static readonly Lazy<ImmutableArray<EventCase>> Read = new(() => [.. Directory
        .EnumerateFiles(Repository.Folder("tests/corpus/events"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .SelectMany(f => EventCaseReader.Read(File.ReadLines(f), Path.GetFileName(f), Ontology))]);

    private static readonly Lazy<ImmutableArray<SentenceVerdict>> Judged = new(() => [.. Cases.SelectMany(c => EventJudge.Judge(c, Repository.Shipped.Code(c.Article)))]);

    public static ImmutableArray<EventCase> Cases => Read.Value;

    public static ImmutableArray<SentenceVerdict> Verdicts => Judged.Value;
}
