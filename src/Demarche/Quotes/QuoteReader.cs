using System.Collections.Immutable;
using Demarche.Actors;
using Demarche.Language;
using Demarche.Quotes.Learned;
using Demarche.Text;

namespace Demarche.Quotes;

/// <summary>Reads the quotations of one article, frame by frame, and remembers who spoke last.</summary>
internal sealed class QuoteReader
{
    // From here on a learned source is believed against the words of saying.
    private const float SureSource = 0.5f;

    private readonly Analysis _analysis;
    private readonly ImmutableArray<Quotation> _quotations;
    private readonly List<int>[] _inside;
    private readonly int[] _innermost;
    private readonly FrameBuilder _frames;
    private readonly CueReader _cueReader;
    private readonly CueChooser _chooser;
    private readonly ScareQuotes _scare;
    private readonly UtteranceDetails _details;
    private readonly IndirectSpeech _indirect;
    private readonly BlockSpeech _blocks;
    private readonly List<UnmarkedSpeech> _unmarked;
    private readonly List<Attribution> _attributions;
    private readonly SubjectFinder _subjects;
    private readonly SpeakerReader _speakers;
    private readonly List<Quote> _found = [];

    public QuoteReader(Analysis analysis, ActorMentions actors, SpeechCues cues, SettingReader settings, ImmutableArray<Quotation> quotations, List<Attribution> attributions)
    {
        _attributions = attributions;
        _analysis = analysis;
        _quotations = quotations;
        _inside = [.. Enumerable.Range(0, quotations.Length + 1).Select(_ => new List<int>())];
        for (var i = 0; i < quotations.Length; i++) _inside[quotations[i].Parent + 1].Add(i);
        _frames = new FrameBuilder(analysis, cues);
        _innermost = Surroundings.InnermostOf(analysis, quotations);
        _subjects = new SubjectFinder(analysis, actors, cues, _innermost);
        _speakers = new SpeakerReader(analysis, actors, cues);
        _cueReader = new CueReader(analysis, actors, cues, _subjects, _speakers);
        _chooser = new CueChooser(analysis, actors, _subjects, _speakers);
        _scare = new ScareQuotes(analysis, cues);
        _details = new UtteranceDetails(analysis, settings);
        _blocks = new BlockSpeech(analysis, cues, _speakers);
        _unmarked = [.. UnmarkedSpeech.Find(analysis, actors, quotations)];
        _found.AddRange(_unmarked.Select(s => s.Quote()));
        _indirect = new IndirectSpeech(analysis, _innermost, _speakers, _details, attributions);
    }

    /// <summary>Tells whether words between marks are nobody's: of a quotation, who would be its speaker, what the rules say, whether another came before it in the paragraph.</summary>
    public Func<Quotation, Verdict, bool, bool, bool> IsNobodys { get; init; } = (_, _, isScare, _) => isScare;

    public List<Quote> Read()
    {
        Read(new TextSpan(0, _analysis.Text.Length), -1, null);
        return _found;
    }

    private void Read(TextSpan region, int within, Speaker? outer)
    {
        Memory reporters = new(), others = new();
        var next = 0;
        UnmarkedSpeech? last = null;
        foreach (var frame in _frames.Build(region, _quotations, _inside[within + 1], within))
        {
            var speech = within < 0 ? UnmarkedAt(EndOf(frame), ref next) : null;
            if (speech is not null && speech != last) others = new Memory();
            last = speech;
            Read(frame, within, speech is null ? outer : speech.Speaker, speech is null ? reporters : others);
        }
    }

    private void Read(Frame frame, int within, Speaker? outer, Memory memory)
    {
        if (frame.Paragraph != memory.Paragraph) memory.EnterParagraph(frame.Paragraph);
        var before = memory.Plain ?? memory.Last ?? outer;
        var cues = _cueReader.Read(frame, outer, before, memory.Plain ?? memory.Fresh);
        if (frame.Plain) TakePlain(frame, cues, memory);
        else TakeQuoting(frame, cues, memory, outer);
        if (within >= 0) return;
        _found.AddRange(_indirect.Find(frame, cues, outer, before));
        if (outer is null && _blocks.Find(frame, cues, before) is var (span, cue, speaker)) TakeBlock(frame, span, cue, speaker, memory);
    }

    private void TakeBlock(Frame frame, TextSpan span, Cue? cue, Speaker? speaker, Memory memory)
    {
        if (_unmarked.Exists(s => s.Span.Overlaps(span))) return;
        var setting = _details.SettingOf(cue, span, frame, speaker, null);
        var block = new UnmarkedSpeech(span, speaker, setting.Addressee, setting.Medium);
        _unmarked.Add(block);
        _unmarked.Sort((a, b) => a.Span.CompareTo(b.Span));
        _found.Add(block.Quote() with { Cue = cue is null ? null : _analysis.Tokens[cue.Token].Span, Venue = setting.Venue, Date = setting.Date });
        if (speaker is not null) memory.Say(speaker);
    }

    private int EndOf(Frame frame) => frame.Items[^1] is { IsQuotation: true } quoted ? _quotations[quoted.Quotation].Span.Start : _analysis.Tokens[frame.Items[^1].Token].Span.Start;

    private UnmarkedSpeech? UnmarkedAt(int position, ref int next)
    {
        while (next < _unmarked.Count && _unmarked[next].Span.End <= position) next++;
        return next < _unmarked.Count && _unmarked[next].Span.Contains(position) ? _unmarked[next] : null;
    }

    // A sentence without quotation may still name the one who speaks in the next; a heading in capitals does not.
    private void TakePlain(Frame frame, ImmutableArray<Cue> cues, Memory memory)
    {
        if (!frame.Items.Any(i => _analysis.Tokens[i.Token].Form.Any(char.IsLower))) return;
        var said = cues.FirstOrDefault(c => c.Speaker is not null && c.Kind != CueKind.Claim);
        if (said?.Speaker is { } saying) memory.Name(saying);
        else if (Root(frame) is { } root && _subjects.OfClause(frame, root) is { } subject
            && _speakers.Read(subject, null, null) is { Actor: not null } speaker) memory.Name(speaker);
    }

    private int? Root(Frame frame)
    {
        foreach (var item in frame.Items)
            if (!item.IsQuotation && _analysis.Tokens[item.Token].Head < 0) return item.Token;
        return null;
    }

    private void TakeQuoting(Frame frame, ImmutableArray<Cue> cues, Memory memory, Speaker? outer)
    {
        var bare = frame.Items.All(i => i.IsQuotation || !_analysis.Tokens[i.Token].Form.Any(char.IsLetterOrDigit));
        for (var p = 0; p < frame.Items.Length; p++)
        {
            if (!frame.Items[p].IsQuotation) continue;
            var index = frame.Items[p].Quotation;
            var quotation = _quotations[index];
            var verdict = _chooser.Choose(frame, cues, p, quotation);
            verdict = Continued(Learned(verdict, frame, cues, quotation, outer, memory), quotation, bare, memory, outer);
            if (IsNobodys(quotation, verdict, _scare.Is(frame, p, quotation, verdict, memory.Quoted), memory.Quoted)) continue;
            _found.Add(Quote(quotation, verdict, outer, p, frame));
            Read(quotation.Span, index, verdict.Speaker);
            if (verdict.Speaker is not null) memory.Say(verdict.Speaker);
        }
    }

    // Where no word of saying leads to a speaker, or to one less likely, an attribution that holds the quotation does.
    private Verdict Learned(Verdict verdict, Frame frame, ImmutableArray<Cue> cues, Quotation quotation, Speaker? outer, Memory memory)
    {
        var (first, end) = _analysis.TokensIn(quotation.Span);
        if (first >= end) return verdict;
        Attribution? best = null;
        foreach (var a in Ascribed.Around(_analysis, _attributions, first, first + 1))
        {
            if (a.Source < 0 || _innermost[a.Cue] != quotation.Parent || _innermost[a.Source] != quotation.Parent || !a.Holds(first)) continue;
            if (best is null || Speaks(a) && !Speaks(best) || Speaks(a) == Speaks(best) && a.SourceSureness > best.SourceSureness) best = a;
        }
        if (best is null || verdict.Ground == Ground.Near && (!Speaks(best) || best.SourceSureness < SureSource || verdict.Cue?.Kind == CueKind.Quoted)) return verdict;
        if (_speakers.Read(best.Source, outer, memory.Plain ?? memory.Last ?? outer) is not { } speaker) return verdict;
        var isWeaker = speaker.Outlet || speaker.Actor is null && verdict.Speaker is { Actor: not null };
        return isWeaker && verdict.Speaker is not null ? verdict : new Verdict(speaker, CueOf(best, frame, cues) ?? verdict.Cue, Ground.Near);
    }

    private static Cue? CueOf(Attribution attribution, Frame frame, ImmutableArray<Cue> cues)
    {
        foreach (var cue in cues)
            if (cue.Token == attribution.Cue) return cue;
        for (var i = 0; i < frame.Items.Length; i++)
            if (!frame.Items[i].IsQuotation && frame.Items[i].Token == attribution.Cue) return new Cue(i, attribution.Cue, CueKind.Say, null);
        return null;
    }

    // Words in marks were said: who thinks or wants what they tell is not who said them.
    private static bool Speaks(Attribution attribution) => attribution.Attitude is Attitude.Assertion or Attitude.Judgement;

    // Without a word of saying, the one who spoke last in this paragraph or the one before goes on.
    private static Verdict Continued(Verdict verdict, Quotation quotation, bool bare, Memory memory, Speaker? outer)
    {
        if (verdict.Ground >= Ground.Far) return verdict;
        if (quotation.Continues && memory.Last is not null) return verdict with { Speaker = memory.Last with { Span = null } };
        if (bare && memory.PlainHere is { } plain) return verdict with { Speaker = plain, Ground = Ground.Far };
        if (memory.Recent is { } recent && (bare || memory.Quoted || verdict.Speaker is null))
            return verdict with { Speaker = memory.Quoted ? recent : recent with { Span = null }, Ground = bare ? Ground.Far : Ground.Clause };
        return verdict.Speaker is null && outer is not null ? verdict with { Speaker = outer } : verdict;
    }

    private Quote Quote(Quotation quotation, Verdict verdict, Speaker? outer, int position, Frame frame)
    {
        var speaker = verdict.Speaker;
        var cue = verdict.Cue;
        var setting = _details.SettingOf(cue, quotation.Outer, frame, speaker, outer);
        return new Quote(
            quotation.Span,
            _details.Kind(quotation),
            Attitude.Assertion,
            speaker?.Actor,
            speaker?.Name,
            speaker?.Span is { } span && !quotation.Outer.Overlaps(span) ? span : null,
            setting.Addressee,
            cue is null ? null : _analysis.Tokens[cue.Token].Span,
            setting.Date,
            outer is not null || quotation.Parent >= 0)
        { Marked = true, Medium = setting.Medium, Venue = setting.Venue };
    }

    /// <summary>Who spoke, as far as the reading has come.</summary>
    private sealed class Memory
    {
        private const int Reach = 6;

        private int _lastParagraph = -Reach - 1;
        private int _plainParagraph = -Reach - 1;

        public int Paragraph { get; private set; } = int.MinValue;

        /// <summary>The speaker of the last quotation, however long ago.</summary>
        public Speaker? Last { get; private set; }

        /// <summary>Named by a sentence without quotation since the last quotation, in this paragraph or the one before.</summary>
        public Speaker? Plain { get; private set; }

        /// <summary>The same, if it was named in this paragraph.</summary>
        public Speaker? PlainHere => _plainParagraph == Paragraph ? Plain : null;

        /// <summary>The speaker of the last quotation if it stood in this paragraph or the one before.</summary>
        public Speaker? Fresh => _lastParagraph >= Paragraph - 1 ? Last : null;

        /// <summary>True if this paragraph has a quotation already.</summary>
        public bool Quoted { get; private set; }

        /// <summary>The speaker of the last quotation if it stood not too many paragraphs before.</summary>
        public Speaker? Recent => _lastParagraph >= Paragraph - Reach ? Last : null;

        public void EnterParagraph(int paragraph)
        {
            if (paragraph > _plainParagraph + 1) Plain = null;
            Paragraph = paragraph;
            Quoted = false;
        }

        public void Name(Speaker speaker)
        {
            Plain = speaker;
            _plainParagraph = Paragraph;
        }

        public void Say(Speaker speaker)
        {
            Last = speaker;
            Plain = null;
            Quoted = true;
            _lastParagraph = Paragraph;
        }
    }
}
