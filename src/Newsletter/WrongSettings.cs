using Microsoft.Extensions.Options;

namespace Newsletter;

/// <summary>What the check of the settings found, wherever it stands.</summary>
internal static class WrongSettings
{
    /// <summary>A sentence a line, each once; null where the fault is another.</summary>
    public static string? In(Exception fault)
    {
        var all = fault is AggregateException several ? several.Flatten().InnerExceptions.ToList() : [fault];
        return all.TrueForAll(each => each is OptionsValidationException)
            ? string.Join(
                Environment.NewLine,
                all.Cast<OptionsValidationException>()
                    .SelectMany(each => each.Failures)
                    .Distinct(StringComparer.Ordinal)
            )
            : null;
    }
}
