using System.Text.RegularExpressions;

namespace Newsletter.Columns.Cleaning;

/// <summary>The parts of an address that tell who came from where: extend this pattern, not its callers.</summary>
internal static partial class TrackingParameters
{
    public static string Without(string address)
    {
        if (!address.AsSpan().ContainsAny('?', '#'))
            return address;
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : address[(hash + 1)..];
        var before = hash < 0 ? address : address[..hash];
        if (fragment.Length > 0 && fragment.Split('&').All(IsTracking))
            fragment = "";
        var question = before.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
        {
            var parts = before[(question + 1)..].Split('&');
            var kept = Array.FindAll(parts, part => !IsTracking(part));
            if (kept.Length < parts.Length)
                before = kept.Length == 0 ? before[..question] : $"{before[..question]}?{string.Join('&', kept)}";
        }
        return fragment.Length > 0 ? $"{before}#{fragment}" : before;
    }

    private static bool IsTracking(string part) => Name().IsMatch(part);

    // Google, Meta, Microsoft, Mailchimp, HubSpot, Marketo, Matomo, AT Internet (xtor, at_), Echobox and their like.
    [GeneratedRegex(
        "^(?:amp;)?(?:utm_[a-z_]+|utm[a-z]?|fbclid|fb_action_(?:ids|types)|fb_source|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|_hsenc|_hsmi|__hs[a-z]+|hsctatracking|hsa_[a-z]+|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|s_cid|xtor|xts|xtref|at_(?:medium|campaign|custom\\d+|creation|variant|format|network|recipient_(?:id|list)|link_[a-z_]+|bbc_team)|ref_src|ref_url|cmpid|icid|ncid|ocid|smid|spm|ns_(?:source|mchannel|campaign|linkname|fee)|(?:pk|mtm|piwik|matomo)_[a-z]+|sfmc_[a-z]+|trk(?:campaign)?|echobox|_ga|_gl|epik|rb_clickid|ml_subscriber(?:_hash)?|ss_(?:email_id|source)|dm_i|elqtrackid|cvid|sc_(?:campaign|channel|cid)|wt_mc|wt_zmc|__twitter_impression|guccounter|guce_referrer(?:_sig)?)=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Name();
}
