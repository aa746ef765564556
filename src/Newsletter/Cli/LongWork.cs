using System.Globalization;
using Spectre.Console;

namespace Newsletter.Cli;

/// <summary>Shows how far long work is: a bar on a terminal, a line every few seconds elsewhere; always on standard error.</summary>
internal static class LongWork
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    public static Task<T> ShowAsync<T>(
        Terminal terminal,
        TimeProvider clock,
        string what,
        Func<IProgress<WorkDone>, Task<T>> work
    ) => terminal.IsOnScreen ? BarAsync(what, work) : work(new Lines(terminal, clock, what));

    private static Task<T> BarAsync<T>(string what, Func<IProgress<WorkDone>, Task<T>> work) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(what), maxValue: 1);
                return await work(
                    new Told(done =>
                    {
                        task.IsIndeterminate = done.Share is null;
                        task.Value = done.Share ?? 0;
                        task.Description = Markup.Escape($"{what} {done.Detail}");
                    })
                );
            });

    // Progress<T> would report on the thread pool, after the work has ended.
    private sealed class Told(Action<WorkDone> tell) : IProgress<WorkDone>
    {
        public void Report(WorkDone value) => tell(value);
    }

    private sealed class Lines(Terminal terminal, TimeProvider clock, string what) : IProgress<WorkDone>
    {
        private long last = clock.GetTimestamp();

        public void Report(WorkDone value)
        {
            if (clock.GetElapsedTime(last) < Between)
                return;
            last = clock.GetTimestamp();
            var share = value.Share is { } known ? string.Create(CultureInfo.InvariantCulture, $" {known:P0}") : "";
            terminal.Note($"{what}{share} {value.Detail}");
        }
    }
}
