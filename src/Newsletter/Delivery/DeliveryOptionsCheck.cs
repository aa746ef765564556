using Microsoft.Extensions.Options;
using Newsletter.Publications;

namespace Newsletter.Delivery;

internal sealed class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) =>
        !Durations.TryParse(options.GiveUpAfter, out var giveUp) || giveUp <= TimeSpan.Zero
            ? Fail($"Delivery__GiveUpAfter is \"{options.GiveUpAfter}\"; it is a duration such as 4d, 12h or 90m.")
        : !Durations.TryParse(options.Grace, out var grace) || grace > DeliveryOptions.LongestGrace
            ? Fail($"Delivery__Grace is \"{options.Grace}\"; it is a duration of at most 45s, such as 10s.")
        : !Durations.TryParse(options.ClaimLease, out var claim) || claim <= TimeSpan.Zero
            ? Fail($"Delivery__ClaimLease is \"{options.ClaimLease}\"; it is a duration such as 2m.")
        : options.SendingLease is { Length: > 0 } lease
        && (!Durations.TryParse(lease, out var sending) || sending <= TimeSpan.Zero)
            ? Fail($"Delivery__SendingLease is \"{lease}\"; it is a duration such as 30m, or nothing.")
        : !RetryPlan.TryParse(options.Retries, giveUp, out _)
            ? Fail(
                $"Delivery__Retries is \"{options.Retries}\"; it is a list of waits such as \"5m,15m,45m,2h,4h,…\", where … repeats the last."
            )
        : options.FirstSlice < 0
            ? Fail($"Delivery__FirstSlice is {options.FirstSlice}; it is a number of readers, or 0 for all at once.")
        : !Durations.TryParse(options.FirstSliceWait, out _)
            ? Fail($"Delivery__FirstSliceWait is \"{options.FirstSliceWait}\"; it is a duration such as 10m.")
        : options.HoldShare is null
            ? Fail($"Delivery__HoldAtRefused is \"{options.HoldAtRefused}\"; it is a share such as 5%.")
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string sentence) => ValidateOptionsResult.Fail(sentence);
}
