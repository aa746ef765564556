using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Messages;

internal sealed class DkimOptionsCheck : IValidateOptions<DkimOptions>
{
    public ValidateOptionsResult Validate(string? name, DkimOptions options) =>
        !options.IsSet ? ValidateOptionsResult.Success
        : string.IsNullOrWhiteSpace(options.Domain)
            ? Missing("Dkim__Domain", "the domain that signs, such as example.org")
        : string.IsNullOrWhiteSpace(options.Selector)
            ? Missing("Dkim__Selector", "the name under which the key is published, such as news1")
        : string.IsNullOrWhiteSpace(options.KeyFile)
            ? Missing("Dkim__KeyFile", "a PEM file with an RSA private key of 2048 bits or more")
        : !EmailAddress.TryParse($"any@{options.Domain.Trim()}", out _)
            ? ValidateOptionsResult.Fail($"Dkim__Domain is \"{options.Domain}\"; it is a domain such as example.org.")
        : !EmailAddress.TryParse($"any@{options.Selector.Trim()}.example", out _)
            ? ValidateOptionsResult.Fail($"Dkim__Selector is \"{options.Selector}\"; it is a name such as news1.")
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Missing(string setting, string what) =>
        ValidateOptionsResult.Fail(
            $"{setting} is missing; set it to {what}, or set none of the Dkim settings to send unsigned."
        );
}
