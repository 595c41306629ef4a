namespace Demarche.SystemTests;

/// <summary>The same input gives the same bytes, whatever the order of the arguments and the number of threads.</summary>
public sealed class RepeatabilityTests
{
    private const int Runs = 20;

    [Theory]
    [InlineData("code", "jsonl")]
    [InlineData("dossier", "json")]
    public void Twenty_runs_in_any_order_with_any_threads_print_the_same_bytes(string verb, string format)
    {
        var files = Directory.GetFiles(Samples.Folder).Where(Samples.IsReport).Order(StringComparer.Ordinal).ToArray();
        Assert.True(files.Length >= 6);
        var random = new Random(20260101);
        byte[]? first = null;
        for (var run = 0; run < Runs; run++)
        {
            random.Shuffle(files);
            var threads = new[] { 1, 2, 4 }[run % 3];
            var result = DemarcheProgram.Run([verb, .. files, "--format", format, "--threads", $"{threads}"]);
            Assert.Equal(0, result.ExitCode);
            first ??= result.Output;
            Assert.True(first.AsSpan().SequenceEqual(result.Output), $"run {run} with {threads} threads differs");
        }
    }
}
