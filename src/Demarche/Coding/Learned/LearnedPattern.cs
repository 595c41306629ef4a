using Demarche.Language;

namespace Demarche.Coding.Learned;

/// <summary>What stands in the place of a pattern where none was written and the model knows the word for a trigger.</summary>
internal static class LearnedPattern
{
    /// <summary>The file that an observation's coder names.</summary>
    public const string File = "models/events.model";

    /// <summary>A match without conditions.</summary>
    public static PatternMatch Match(Token trigger, string code)
    {
        var lemma = PatternMatcher.Lemma(trigger);
        var pattern = new EventPattern(code, $"learned: {lemma}", File, 0, Composition.KindOf(trigger) ?? TriggerKind.Verb, [lemma], [], [], []);
        return new PatternMatch(pattern, trigger, [], []);
    }
}
