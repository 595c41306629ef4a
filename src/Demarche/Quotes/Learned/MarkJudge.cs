using System.Runtime.InteropServices;

namespace Demarche.Quotes.Learned;

/// <summary>Decides whether words between quotation marks are anybody's, with what was learnt from annotated articles.</summary>
internal sealed class MarkJudge(AttributionModel model, Surroundings at, List<Attribution> attributions)
{
    // Words that rules give to nobody, or to somebody, are taken otherwise only when the network is sure.
    private const float Bound = 0.5f;

    private readonly MarkView _view = new(at);
    private readonly float[] _outcomes = new float[model.Marks.Columns];

    /// <summary>True if nobody is quoted.</summary>
    /// <param name="quotation">The words.</param>
    /// <param name="verdict">Who would be their speaker.</param>
    /// <param name="isScare">What rules say.</param>
    /// <param name="follows">True if another quotation of the paragraph came before.</param>
    public bool IsNobodys(Quotation quotation, Verdict verdict, bool isScare, bool follows)
    {
        var (first, end) = at.Analysis.TokensIn(quotation.Span);
        if (first >= end) return isScare;
        _view.Describe(quotation, verdict, isScare, Ascribed.Of(at.Analysis, attributions, first, end), follows);
        model.Marks.Judge(_view.Vectors, model.Meanings.Width, CollectionsMarshal.AsSpan(_view.Features), _outcomes);
        return _outcomes[1] < Bound;
    }
}
