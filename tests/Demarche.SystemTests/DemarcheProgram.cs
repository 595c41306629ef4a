using System.Diagnostics;
using System.Text;

namespace Demarche.SystemTests;

/// <summary>What one run of the program left behind.</summary>
internal sealed record ProgramRun(int ExitCode, byte[] Output, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built `demarche` as its users do: a process of its own, real files, real streams.</summary>
internal static class DemarcheProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static ProgramRun Run(params string[] arguments) => Run(arguments, stdin: null);

    /// <summary>Starts the program and leaves its streams to the caller.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Demarche.Cli.dll"));
        foreach (var a in arguments) start.ArgumentList.Add(a);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    public static ProgramRun Run(string[] arguments, byte[]? stdin)
    {
        using var process = Start(arguments);
        var output = new MemoryStream();
        var reading = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output),
            Task.Run(() =>
            {
                if (stdin is not null) process.StandardInput.BaseStream.Write(stdin);
                process.StandardInput.Close();
            }));
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"demarche {string.Join(' ', arguments)} did not end within {Patience}");
        }
        reading.GetAwaiter().GetResult();
        return new ProgramRun(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("demarche-");

    public string Path => _folder.FullName;

    /// <summary>Writes a file into the folder and returns its full path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public void Dispose() => _folder.Delete(recursive: true);
}
