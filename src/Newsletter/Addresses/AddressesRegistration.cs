using Microsoft.Extensions.Options;

namespace Newsletter.Addresses;

internal static class AddressesRegistration
{
    public static IServiceCollection AddAddresses(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindSettings("Site").ValidateOnStart();
        return services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsCheck>();
    }
}
