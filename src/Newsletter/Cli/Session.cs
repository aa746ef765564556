using System.CommandLine;
using Microsoft.Extensions.Options;
using Newsletter.Database;
using Newsletter.Hosting;

namespace Newsletter.Cli;

/// <summary>One run of one command: what was typed, the stages, and where to say something.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ParseResult parsed;
    private readonly Lazy<ServiceProvider> services;

    public Session(ParseResult parsed, Terminal terminal)
    {
        (this.parsed, Terminal) = (parsed, terminal);
        Places = Places.From(parsed.GetValue(GlobalOptions.Data), parsed.GetValue(GlobalOptions.Templates));
        services = new Lazy<ServiceProvider>(Build);
    }

    public Terminal Terminal { get; }

    public Places Places { get; }

    public T Get<T>(Option<T> option) => parsed.GetValue(option)!;

    public T Get<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    /// <summary>A part of a stage.</summary>
    public T Stage<T>()
        where T : notnull => services.Value.GetRequiredService<T>();

    /// <exception cref="Refusal">A setting is wrong, or the database cannot be used.</exception>
    public async Task PrepareAsync(DatabaseNeed need, CancellationToken cancel)
    {
        if (need is DatabaseNeed.None)
            return;
        Stage<IStartupValidator>().Validate();
        if (need is DatabaseNeed.Migrated)
            await Stage<Migrator>().MigrateAsync(cancel);
        else
            await Stage<Migrator>().RequireCurrentAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (services.IsValueCreated)
            await services.Value.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var settings = new ConfigurationBuilder().AddSettings().Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddLogging(log => log.AddToStandardError(settings))
            .AddNewsletter(Places)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
