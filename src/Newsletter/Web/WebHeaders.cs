using Newsletter.Web.Readers;

namespace Newsletter.Web;

/// <summary>The headers of every answer, by kind of page. No page has a script.</summary>
internal static class WebHeaders
{
    /// <summary>For an issue as its readers see it: styles stand inline in mail, and pictures come from anywhere.</summary>
    public const string Issue = "issue";

    /// <summary>For pictures: mail in a browser shows them on its provider's pages.</summary>
    public const string Picture = "picture";

    public static IServiceCollection AddWebHeaders(this IServiceCollection services)
    {
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy =>
                Common(policy)
                    .AddCrossOriginResourcePolicy(corp => corp.SameOrigin())
                    .AddContentSecurityPolicy(csp =>
                    {
                        csp.AddDefaultSrc().None();
                        csp.AddStyleSrc().WithHash256(Look.Hash);
                        csp.AddImgSrc().Data();
                        csp.AddFormAction().Self();
                        csp.AddBaseUri().None();
                        csp.AddFrameAncestors().None();
                    })
            )
            .AddPolicy(
                Issue,
                policy =>
                    Common(policy)
                        .AddCrossOriginResourcePolicy(corp => corp.CrossOrigin())
                        .AddContentSecurityPolicy(csp =>
                        {
                            csp.AddDefaultSrc().None();
                            csp.AddStyleSrc().UnsafeInline();
                            csp.AddImgSrc().Self().From("https:").Data();
                            csp.AddFormAction().None();
                            csp.AddBaseUri().None();
                            csp.AddFrameAncestors().None();
                        })
            )
            .AddPolicy(
                Picture,
                policy =>
                    Common(policy)
                        .AddCrossOriginResourcePolicy(corp => corp.CrossOrigin())
                        .AddContentSecurityPolicy(csp => csp.AddDefaultSrc().None())
            );
        return services;
    }

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy) =>
        policy
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(coop => coop.SameOrigin())
            // Sent over https only.
            .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000)
            .RemoveServerHeader();
}
