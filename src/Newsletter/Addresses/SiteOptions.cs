namespace Newsletter.Addresses;

/// <summary>The <c>Site</c> section of the settings.</summary>
internal sealed class SiteOptions
{
    /// <summary>The public address of this site, absolute http or https; links in mail begin with it.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Without a trailing slash.</summary>
    public string Root => Url.Trim().TrimEnd('/');

    /// <summary>Where an issue is viewed in a browser: the same for all readers.</summary>
    public static string View(string root, string slug, int number) => $"{root}/{slug}/{number}";

    /// <summary>Where staff see an issue before it is sent.</summary>
    public static string Preview(string root, string token) => $"{root}/preview/{token}";

    /// <summary>Where a reader leaves.</summary>
    public static string Unsubscribe(string root, string token) => $"{root}/unsubscribe/{token}";
}
