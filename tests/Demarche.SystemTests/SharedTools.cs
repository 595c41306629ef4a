using System.Diagnostics;

namespace Demarche.SystemTests;

/// <summary>The treebanks and scorers that lie beside the checkout on the project's own machines and are no part of it.</summary>
internal static class SharedTools
{
    /// <summary>A file of the folder "shared" beside the checkout.</summary>
    public static string File(string relative)
    {
        for (var here = AppContext.BaseDirectory; here is not null; here = Path.GetDirectoryName(here))
        {
            if (System.IO.File.Exists(Path.Join(here, "Demarche.slnx"))) return Path.GetFullPath(Path.Join(here, "..", "shared", relative));
        }
        throw new DirectoryNotFoundException("the tests must run inside the repository");
    }

    /// <summary>Runs a Python script or one-liner and returns what it prints.</summary>
    public static string Python(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"python3 {string.Join(' ', arguments)}: exit status {process.ExitCode}");
    }
}

/// <summary>A test that compares with a scorer in Python on data that is not part of the repository; skipped where one of them is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string scorer, string data)
    {
        if (new[] { scorer, data }.FirstOrDefault(f => !File.Exists(SharedTools.File(f))) is { } missing) Skip = $"../shared/{missing} is not on this machine";
        else if (!HasPython()) Skip = "python3 is not on this machine";
    }

    private static bool HasPython() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, "python3")));
}
