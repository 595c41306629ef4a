namespace Demarche.Cli;

/// <summary>A counter on standard error for long work; silent when standard error is no terminal or the work is short.</summary>
internal sealed class Progress : IDisposable
{
    private const int ShortWork = 20;
    private const int Every = 10;

    private readonly int _total;
    private readonly bool _shown;
    private int _done;

    private Progress(int total)
    {
        _total = total;
        _shown = total > ShortWork && !Console.IsErrorRedirected;
    }

    public static Progress Over(int total) => new(total);

    public void Step()
    {
        _done++;
        if (_shown && (_done % Every == 0 || _done == _total)) Console.Error.Write($"\r{_done} of {_total} articles");
    }

    public void Dispose()
    {
        if (_shown) Console.Error.Write("\r" + new string(' ', 40) + "\r");
    }
}
