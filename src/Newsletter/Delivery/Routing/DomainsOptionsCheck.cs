using Microsoft.Extensions.Options;
using Newsletter.Addresses;

namespace Newsletter.Delivery.Routing;

internal sealed class DomainsOptionsCheck : IValidateOptions<DomainsOptions>
{
    public ValidateOptionsResult Validate(string? name, DomainsOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var domain in options.All)
        {
            if (WrongOf(domain, seen) is { } wrong)
                return ValidateOptionsResult.Fail(wrong);
        }

        return ValidateOptionsResult.Success;
    }

    private static string? WrongOf(DomainOptions domain, HashSet<string> seen) =>
        !EmailAddress.TryParse($"any@{domain.Domain?.Trim()}", out var address)
            ? $"{domain.Section}__Domain is \"{domain.Domain}\"; it is what stands after the at sign, such as gmail.com."
        : !seen.Add(address.Domain)
            ? $"{domain.Section}__Domain is \"{domain.Domain}\", as another entry's is; take one away."
        : domain.Rate is { Length: > 0 } rate && !SendRate.TryParse(rate, out _)
            ? $"{domain.Section}__Rate is \"{rate}\"; it is a number of messages and s, m, h or d, such as 20/s or 5000/h."
        : domain.Connections is < 1 ? $"{domain.Section}__Connections is {domain.Connections}; it is 1 or more."
        : null;
}
