using System.Net;
using Microsoft.Extensions.Options;

namespace Newsletter.Columns.Sources.Fetching;

internal sealed class SourceOptionsCheck : IValidateOptions<SourceOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, SourceOptions options)
    {
        var wrong = new List<string>();
        if (!Durations.TryParse(options.Every, out var every) || every < Shortest)
        {
            wrong.Add(
                $"Sources__Every is \"{options.Every}\"; it is a duration from 1m to {Durations.Longest.TotalDays:0}d, such as 30m."
            );
        }

        wrong.AddRange(
            options
                .Networks()
                .Where(network => !IPNetwork.TryParse(network, out _))
                .Select(network =>
                    $"Sources__AllowedNetworks holds \"{network}\", which is no network; write it as 192.168.1.0/24, with commas between several."
                )
        );
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
