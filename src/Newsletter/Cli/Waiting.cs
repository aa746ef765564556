namespace Newsletter.Cli;

/// <summary>Says what is waited for, once, to a person who watches and has waited for a second.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task<T> ForAsync<T>(Terminal terminal, TimeProvider clock, string what, Task<T> work)
    {
        if (terminal.IsWatched && await Task.WhenAny(work, Task.Delay(Patience, clock)) != work)
            terminal.Note(what);
        return await work;
    }
}
