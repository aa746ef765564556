using Microsoft.Extensions.Options;

namespace Newsletter.Addresses;

internal sealed class SiteOptionsCheck : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.Proxies is null
            ? ValidateOptionsResult.Fail(
                $"Site__TrustedProxies is \"{options.TrustedProxies}\"; it is addresses or networks with commas between them, such as \"10.0.0.2, 192.168.0.0/16\"."
            )
        : Uri.TryCreate(options.Root, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "" }
            ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"Site__Url is \"{options.Url}\"; it is the public address of this site, such as https://news.example.org."
        );
}
