using System.Collections.Immutable;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Finds what stands between quotation marks, of any shape and to any sensible depth.</summary>
/// <remarks>
/// Works line by line on the characters alone, in linear time: a stack of open marks; any mark of a family closes any
/// other; a new opening where one is open begins the next paragraph of the same speech.
/// </remarks>
internal sealed class QuotationScanner
{
    private const int Deepest = 8;

    private readonly string _text;
    private readonly List<Open> _found = [];
    private readonly List<int> _stack = [];
    private readonly List<QuotationMark> _marks = [];
    private int _paragraph;
    private bool _speechGoesOn;

    private QuotationScanner(string text) => _text = text;

    /// <summary>All quotations, ordered by start, the outer before the inner.</summary>
    public static ImmutableArray<Quotation> Find(string text) => new QuotationScanner(text).Run();

    private ImmutableArray<Quotation> Run()
    {
        for (var start = 0; start < _text.Length; _paragraph++)
        {
            var end = _text.IndexOf('\n', start);
            if (end < 0) end = _text.Length;
            Line(start, end);
            start = end + 1;
        }
        return Finished();
    }

    private void Line(int start, int end)
    {
        _marks.Clear();
        for (var i = start; i < end; i++)
        {
            if (QuotationMark.At(_text, i) is not { } mark) continue;
            _marks.Add(mark);
            i = mark.Span.End - 1;
        }
        for (var m = 0; m < _marks.Count; m++) Take(m, start);
        if (!string.IsNullOrWhiteSpace(_text[start..end])) _speechGoesOn = false;
        CloseLine(end);
    }

    private void Take(int m, int lineStart)
    {
        var mark = _marks[m];
        var open = TopOf(mark.Family);
        var side = mark.Side == MarkSide.Either ? open >= 0 ? MarkSide.Closing : MarkSide.Opening : mark.Side;
        if (side == MarkSide.Closing)
        {
            if (open >= 0 && !(mark.Doubtful && ClosesLater(m))) CloseDownTo(open, mark.Span.Start, mark.Span.End);
            return;
        }
        if (open >= 0 && open == _stack.Count - 1 && mark.Family == MarkFamily.Double && !ClosedTwice(m))
        {
            CloseDownTo(open, mark.Span.Start, mark.Span.Start);
            Push(mark, continues: true);
            return;
        }
        var atHead = _text.AsSpan(lineStart, mark.Span.Start - lineStart).IsWhiteSpace();
        Push(mark, continues: atHead && _speechGoesOn && _stack.Count == 0);
    }

    private void Push(QuotationMark mark, bool continues)
    {
        if (_stack.Count >= Deepest) return;
        _found.Add(new Open(mark, _stack.Count > 0 ? _stack[^1] : -1, _paragraph, continues));
        _stack.Add(_found.Count - 1);
    }

    private int TopOf(MarkFamily family)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
            if (_found[_stack[i]].Mark.Family == family) return i;
        return -1;
    }

    // Two closing marks follow before another opens: the mark at hand stands inside.
    private bool ClosedTwice(int m)
    {
        var closings = 0;
        for (var i = m + 1; i < _marks.Count && i < m + 9; i++)
        {
            if (_marks[i].Family != MarkFamily.Double) continue;
            if (_marks[i].Side == MarkSide.Opening) return false;
            if (++closings == 2) return true;
        }
        return false;
    }

    // A mark that may be a possessive is one if a surer closing mark follows before anything else opens.
    private bool ClosesLater(int m)
    {
        for (var i = m + 1; i < _marks.Count && i < m + 5; i++)
        {
            if (_marks[i].Family != MarkFamily.Single) return false;
            if (_marks[i].Side == MarkSide.Opening) return false;
            if (!_marks[i].Doubtful) return true;
        }
        return false;
    }

    // Closes an open mark and whatever was opened inside it and never closed.
    private void CloseDownTo(int depth, int innerEnd, int outerEnd)
    {
        for (var i = _stack.Count - 1; i >= depth; i--)
        {
            var open = _found[_stack[i]];
            open.InnerEnd = innerEnd;
            open.OuterEnd = i == depth ? outerEnd : innerEnd;
            if (i > depth) open.Dropped = !ReallyOpens(open.Mark);
        }
        _stack.RemoveRange(depth, _stack.Count - depth);
    }

    // A mark that nothing closes counts as one if it is of double shape, or after a comma or colon: said, ‘Come.”
    private bool ReallyOpens(QuotationMark mark)
    {
        if (mark.Family == MarkFamily.Double) return true;
        var i = mark.Span.Start - 1;
        while (i >= 0 && _text[i] == ' ') i--;
        return i >= 0 && _text[i] is ',' or ':' or '“' or '"';
    }

    private void CloseLine(int end)
    {
        if (_stack.Count == 0) return;
        var next = end;
        while (next < _text.Length && char.IsWhiteSpace(_text[next])) next++;
        var follows = next < _text.Length && QuotationMark.At(_text, next) is { Side: not MarkSide.Closing } m ? m.Family : (MarkFamily?)null;
        var outermost = _found[_stack[0]];
        _speechGoesOn = follows == outermost.Mark.Family;
        var keep = outermost.Mark.Family == MarkFamily.Double || _speechGoesOn;
        CloseDownTo(0, end, end);
        outermost.Dropped = !keep;
    }

    private ImmutableArray<Quotation> Finished()
    {
        var index = new int[_found.Count];
        var all = ImmutableArray.CreateBuilder<Quotation>(_found.Count);
        for (var i = 0; i < _found.Count; i++)
        {
            var f = _found[i];
            var parent = f.Parent < 0 ? -1 : index[f.Parent];
            index[i] = parent;
            if (f.Dropped || Trimmed(f.Mark.Span.End, f.InnerEnd) is not { } span) continue;
            index[i] = all.Count;
            all.Add(new Quotation(span, new TextSpan(f.Mark.Span.Start, f.OuterEnd), parent, f.Paragraph, f.Continues));
        }
        return all.ToImmutable();
    }

    private TextSpan? Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(_text[i])) return new TextSpan(start, end);
        return null;
    }

    private sealed class Open(QuotationMark mark, int parent, int paragraph, bool continues)
    {
        public QuotationMark Mark { get; } = mark;

        public int Parent { get; } = parent;

        public int Paragraph { get; } = paragraph;

        public bool Continues { get; } = continues;

        public int InnerEnd { get; set; } = mark.Span.End;

        public int OuterEnd { get; set; } = mark.Span.End;

        public bool Dropped { get; set; }
    }
}
