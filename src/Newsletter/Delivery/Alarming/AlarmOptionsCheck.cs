using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Delivery.Alarming;

internal sealed class AlarmOptionsCheck : IValidateOptions<AlarmOptions>
{
    public ValidateOptionsResult Validate(string? name, AlarmOptions options)
    {
        foreach (var to in AlarmOptions.Split(options.To))
        {
            if (!EmailAddress.TryParse(to, out _, out var why))
                return Fail($"Alarms__To: {why} Several addresses have commas between them.");
        }

        return !string.IsNullOrWhiteSpace(options.From) && !Mailbox.TryParse(options.From, out _)
                ? Fail($"Alarms__From is \"{options.From}\"; it is a sender such as \"Newsletter <news@example.org>\".")
            : !Durations.TryParse(options.RelayAfter, out var after) || after <= TimeSpan.Zero
                ? Fail($"Alarms__RelayAfter is \"{options.RelayAfter}\"; it is a duration such as 10m.")
            : !Durations.TryParse(options.SourceAfter, out var failing) || failing <= TimeSpan.Zero
                ? Fail($"Alarms__SourceAfter is \"{options.SourceAfter}\"; it is a duration such as 24h.")
            : ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string sentence) => ValidateOptionsResult.Fail(sentence);
}
