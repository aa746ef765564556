using System.Collections.Frozen;

namespace Newsletter.Subscribers.Importing;

/// <summary>
/// Columns, folded, that say nothing about a reader that a newsletter may want to know: numbers of another program's
/// rows, of payments and campaigns, and guesses from where somebody read.
/// </summary>
internal static class SystemColumns
{
    private static readonly FrozenDictionary<SourceSystem, FrozenSet<string>> Columns = new Dictionary<
        SourceSystem,
        FrozenSet<string>
    >
    {
        [SourceSystem.Mailchimp] = Set(
            "memberrating latitude longitude gmtoff dstoff timezone cc region lastchanged leid euid unsubcampaigntitle unsubcampaignid cleancampaigntitle cleancampaignid"
        ),
        [SourceSystem.Substack] = Set("stripeconnectedcustomerid firstpaymentat"),
        [SourceSystem.Ghost] = Set("id stripecustomerid giftid"),
        [SourceSystem.Listmonk] = Set("id uuid updatedat"),
        [SourceSystem.Buttondown] = Set("id secondaryid utmsource utmmedium utmcampaign"),
        [SourceSystem.Beehiiv] = Set("id stripecustomerid"),
        [SourceSystem.Brevo] = Set("contactid modifiedtime smsblacklisted"),
    }.ToFrozenDictionary();

    public static bool AreLeftOut(SourceSystem system, string column) =>
        Columns.TryGetValue(system, out var left) && left.Contains(column);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
