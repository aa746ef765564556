using Newsletter.Web.Readers;

namespace Newsletter.Web;

/// <summary>The headers of every answer, by kind of page. The desk alone has scripts, from files of its own.</summary>
internal static class WebHeaders
{
    /// <summary>For an issue as its readers see it: styles stand inline in mail, and pictures come from anywhere.</summary>
    public const string Issue = "issue";

    /// <summary>The same within the frame of a preview.</summary>
    public const string FramedIssue = "framed-issue";

    /// <summary>A page that frames a mail.</summary>
    public const string Preview = "preview";

    /// <summary>For pictures: mail in a browser shows them on its provider's pages.</summary>
    public const string Picture = "picture";

    /// <summary>A page for staff: styles and scripts from files of the program, and nothing inline.</summary>
    public const string Desk = "desk";

    public static IServiceCollection AddWebHeaders(this IServiceCollection services)
    {
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy => OwnPage(Common(policy).AddFrameOptionsDeny(), isFraming: false))
            .AddPolicy(Desk, policy => DeskPage(Common(policy).AddFrameOptionsDeny()))
            .AddPolicy(Preview, policy => OwnPage(Common(policy).AddFrameOptionsDeny(), isFraming: true))
            .AddPolicy(Issue, policy => Mail(Common(policy).AddFrameOptionsDeny(), isFramed: false))
            .AddPolicy(FramedIssue, policy => Mail(Common(policy).AddFrameOptionsSameOrigin(), isFramed: true))
            .AddPolicy(
                Picture,
                policy =>
                    Common(policy)
                        .AddFrameOptionsDeny()
                        .AddCrossOriginResourcePolicy(corp => corp.CrossOrigin())
                        .AddContentSecurityPolicy(csp => csp.AddDefaultSrc().None())
            );
        return services;
    }

    private static HeaderPolicyCollection OwnPage(HeaderPolicyCollection policy, bool isFraming) =>
        policy
            .AddCrossOriginResourcePolicy(corp => corp.SameOrigin())
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                // The look of all pages by its hash, and a publication's own colours by the request's nonce.
                csp.AddStyleSrc().WithHash256(Look.Hash).WithNonce();
                csp.AddImgSrc().Self().Data();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
                if (isFraming)
                    csp.AddFrameSrc().Self();
            });

    private static HeaderPolicyCollection DeskPage(HeaderPolicyCollection policy) =>
        policy
            .AddCrossOriginResourcePolicy(corp => corp.SameOrigin())
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddConnectSrc().Self();
                csp.AddFrameSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddFrameAncestors().None();
            });

    private static HeaderPolicyCollection Mail(HeaderPolicyCollection policy, bool isFramed) =>
        policy
            .AddCrossOriginResourcePolicy(corp => corp.CrossOrigin())
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().UnsafeInline();
                csp.AddImgSrc().Self().From("https:").Data();
                csp.AddFormAction().None();
                csp.AddBaseUri().None();
                if (isFramed)
                    csp.AddFrameAncestors().Self();
                else
                    csp.AddFrameAncestors().None();
            });

    private static HeaderPolicyCollection Common(HeaderPolicyCollection policy) =>
        policy
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(coop => coop.SameOrigin())
            // Sent over https only.
            .AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000)
            .RemoveServerHeader();
}
