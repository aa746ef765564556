using Microsoft.Extensions.Options;
using Newsletter.Delivery.Routing;

namespace Newsletter.Delivery.Relays;

internal sealed class RelayOptionsCheck : IValidateOptions<RelayOptions>
{
    public ValidateOptionsResult Validate(string? name, RelayOptions options) =>
        !options.IsSet ? ValidateOptionsResult.Success
        : Uri.CheckHostName(options.Host?.Trim()) is UriHostNameType.Unknown
            ? Fail(
                $"{options.Section}__Host is \"{options.Host}\"; it is the name or address of a mail server, such as smtp.example.org."
            )
        : options.Port is < 1 or > 65535
            ? Fail($"{options.Section}__Port is {options.Port}; it is a number from 1 to 65535, such as 587.")
        : options.SecurityInUse is null
            ? Fail($"{options.Section}__Security is \"{options.Security}\"; it can be none, starttls, tls or auto.")
        : options.AsksForReports is null
            ? Fail($"{options.Section}__Dsn is \"{options.Dsn}\"; it can be auto or never.")
        : options.Connections is < 1 or > 200
            ? Fail($"{options.Section}__Connections is {options.Connections}; it is a number from 1 to 200.")
        : options.MessagesPerConnection < 1
            ? Fail($"{options.Section}__MessagesPerConnection is {options.MessagesPerConnection}; it is 1 or more.")
        : options.Rate is { Length: > 0 } rate && !SendRate.TryParse(rate, out _)
            ? Fail(
                $"{options.Section}__Rate is \"{rate}\"; it is a number of messages and s, m, h or d, such as 50/s or 10000/h."
            )
        : options.Weight is < 0 or > 1000
            ? Fail($"{options.Section}__Weight is {options.Weight}; it is a number from 0, a reserve, to 1000.")
        : options.HasLogin && string.IsNullOrEmpty(options.Password)
            ? Fail($"{options.Section}__User is set and {options.Section}__Password is missing; set both, or neither.")
        : !options.HasLogin && !string.IsNullOrEmpty(options.Password)
            ? Fail($"{options.Section}__Password is set and {options.Section}__User is missing; set both, or neither.")
        : options is { HasLogin: true, SecurityInUse: RelaySecurity.None, IsThisMachine: false }
            ? Fail(
                $"{options.Section}__Security is none, and {options.Section}__User would send the password in clear; use starttls or tls, or no login."
            )
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string sentence) => ValidateOptionsResult.Fail(sentence);
}
