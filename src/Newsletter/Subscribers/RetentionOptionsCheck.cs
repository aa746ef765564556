using Microsoft.Extensions.Options;

namespace Newsletter.Subscribers;

internal sealed class RetentionOptionsCheck : IValidateOptions<RetentionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        (string Name, string Value)[] settings =
        [
            (nameof(options.Pending), options.Pending),
            (nameof(options.Proof), options.Proof),
            (nameof(options.Requests), options.Requests),
        ];
        var wrong = settings
            .Where(setting => !Durations.TryParse(setting.Value, out var duration) || duration < Shortest)
            .Select(setting =>
                $"Retention__{setting.Name} is \"{setting.Value}\"; it is a duration from 1d to {Durations.Longest.TotalDays:0}d."
            )
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
