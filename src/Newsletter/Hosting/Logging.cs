using Microsoft.Extensions.Logging.Console;

namespace Newsletter.Hosting;

internal static class Logging
{
    /// <summary>One line an event, on standard error, so that standard output stays a result.</summary>
    public static ILoggingBuilder AddToStandardError(this ILoggingBuilder log, IConfiguration settings)
    {
        log.ClearProviders();
        // What the libraries say is for their own developers, until it is a warning; the settings may say otherwise.
        log.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        log.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        // Keys of cookies stand in our database as they are: whoever reads it can read everything else as well.
        log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // A start that fails is thrown as well as logged, and whoever started says it in a sentence.
        log.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        log.AddConfiguration(settings.GetSection("Logging"));
        log.AddConsole(console => console.FormatterName = LogLine.FormatName)
            .AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
        log.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return log;
    }
}
