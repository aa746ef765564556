using Microsoft.Extensions.Options;

namespace Newsletter.Delivery;

internal sealed class RelayOptionsCheck : IValidateOptions<RelayOptions>
{
    public ValidateOptionsResult Validate(string? name, RelayOptions options) =>
        !options.IsSet ? ValidateOptionsResult.Success
        : Uri.CheckHostName(options.Host?.Trim()) is UriHostNameType.Unknown
            ? Fail(
                $"Relay__Host is \"{options.Host}\"; it is the name or address of a mail server, such as smtp.example.org."
            )
        : options.Port is < 1 or > 65535
            ? Fail($"Relay__Port is {options.Port}; it is a number from 1 to 65535, such as 587.")
        : options.SecurityInUse is null
            ? Fail($"Relay__Security is \"{options.Security}\"; it can be none, starttls, tls or auto.")
        : options.AsksForReports is null ? Fail($"Relay__Dsn is \"{options.Dsn}\"; it can be auto or never.")
        : options.Connections is < 1 or > 200
            ? Fail($"Relay__Connections is {options.Connections}; it is a number from 1 to 200.")
        : options.MessagesPerConnection < 1
            ? Fail($"Relay__MessagesPerConnection is {options.MessagesPerConnection}; it is 1 or more.")
        : options.HasLogin && string.IsNullOrEmpty(options.Password)
            ? Fail("Relay__User is set and Relay__Password is missing; set both, or neither.")
        : !options.HasLogin && !string.IsNullOrEmpty(options.Password)
            ? Fail("Relay__Password is set and Relay__User is missing; set both, or neither.")
        : options is { HasLogin: true, SecurityInUse: RelaySecurity.None, IsThisMachine: false }
            ? Fail(
                "Relay__Security is none, and Relay__User would send the password in clear; use starttls or tls, or no login."
            )
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string sentence) => ValidateOptionsResult.Fail(sentence);
}
