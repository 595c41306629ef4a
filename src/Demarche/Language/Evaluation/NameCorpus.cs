using System.Collections.Immutable;
using Demarche.Articles;
using Demarche.Text;

namespace Demarche.Language.Evaluation;

/// <summary>One sentence with the names that were marked by hand and those that the analyser found in its raw text.</summary>
/// <param name="Id">Its sent_id.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Gold">Marked by hand, in order.</param>
/// <param name="Found">Found, in order.</param>
public sealed record NamedSentence(string Id, string Text, ImmutableArray<MarkedName> Gold, ImmutableArray<MarkedName> Found);

/// <summary>Runs the analyser on the raw sentences of a corpus of names.</summary>
public static class NameCorpus
{
    /// <summary>Analyses a corpus.</summary>
    /// <param name="analyzer">Does the work.</param>
    /// <param name="reader">A .bio file: "form, start, end, tag" a line.</param>
    /// <param name="name">Of the file, for error messages.</param>
    /// <param name="documents">True to read the sentences of a document together, a line each; false to read each alone.</param>
    /// <exception cref="DataException">The file has another form.</exception>
    public static IReadOnlyList<NamedSentence> Read(Analyzer analyzer, TextReader reader, string name, bool documents)
    {
        var all = new List<NamedSentence>();
        foreach (var document in BioFile.Read(reader, name))
            if (documents) Add(analyzer, document.Sentences, all);
            else
                foreach (var s in document.Sentences) Add(analyzer, [s], all);
        return all;
    }

    private static void Add(Analyzer analyzer, List<BioSentence> sentences, List<NamedSentence> all)
    {
        var text = string.Join('\n', sentences.Select(s => s.Text));
        var article = new Article(new ArticleId(sentences[0].Id), sentences[0].Id, null, null, null, null, [], "en", PublicationDate.Unknown, text, []);
        var names = analyzer.Analyze(article).Entities;
        var offset = 0;
        foreach (var s in sentences)
        {
            var found = names.Where(n => n.Span.Start >= offset && n.Span.End <= offset + s.Text.Length)
                .Select(n => new MarkedName(n.Kind, new TextSpan(n.Span.Start - offset, n.Span.End - offset)));
            var gold = s.Names.Select(n => new MarkedName(n.Kind, new TextSpan(s.Words[n.First].Start, s.Words[n.End - 1].End)));
            all.Add(new NamedSentence(s.Id, s.Text, [.. gold], [.. found]));
            offset += s.Text.Length + 1;
        }
    }
}
