using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Messages;

internal sealed class DkimSettingsCheck : IValidateOptions<DkimSettings>
{
    public ValidateOptionsResult Validate(string? name, DkimSettings options)
    {
        var keys = options.Keys.Where(key => key.IsSet).ToList();
        var fault = keys.Select(FaultOf).FirstOrDefault(sentence => sentence is not null) ?? Repeated(keys);
        return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
    }

    private static string? FaultOf(DkimOptions key) =>
        string.IsNullOrWhiteSpace(key.Domain) ? Missing(key, "Domain", "the domain that signs, such as example.org")
        : !EmailAddress.TryParse($"any@{key.Domain.Trim()}", out _)
            ? $"{key.Setting}__Domain is \"{key.Domain}\"; it is a domain such as example.org."
        : key.IsLeftToRelay ? null
        : string.IsNullOrWhiteSpace(key.Selector)
            ? Missing(key, "Selector", "the name under which the key is published, such as news1")
        : string.IsNullOrWhiteSpace(key.KeyFile)
            ? Missing(key, "KeyFile", "a PEM file with an RSA private key of 2048 bits or more")
        : !EmailAddress.TryParse($"any@{key.Selector.Trim()}.example", out _)
            ? $"{key.Setting}__Selector is \"{key.Selector}\"; it is a name such as news1."
        : key.Omitted.FirstOrDefault(field => !DkimSignature.MayOmit(field)) is { } kept
            ? $"{key.Setting}__Omit names \"{kept}\", which is always signed or never; it can name {string.Join(", ", DkimSignature.Omissible)}."
        : null;

    private static string? Repeated(List<DkimOptions> keys) =>
        keys.Where(key => !key.IsLeftToRelay)
            .GroupBy(key => $"{key.Selector?.Trim()}._domainkey.{key.Domain?.Trim()}", StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1)
            is { } repeated
            ? $"{string.Join(" and ", repeated.Select(key => key.Setting))} both name {repeated.Key}; each key has a selector of its own."
            : null;

    private static string Missing(DkimOptions key, string setting, string what) =>
        $"{key.Setting}__{setting} is missing; set it to {what}, or set none of the {key.Setting} settings to send unsigned.";
}
