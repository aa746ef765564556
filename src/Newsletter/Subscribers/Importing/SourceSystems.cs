namespace Newsletter.Subscribers.Importing;

/// <summary>Which program wrote a file, as somebody says or as its header shows.</summary>
internal static class SourceSystems
{
    // Each needs all the columns of one line, folded; the first that fits is meant.
    private static readonly (SourceSystem System, string[] Columns)[] Headers =
    [
        (SourceSystem.Newsletter, ["email", "status", "consenthow", "consentsentence"]),
        (SourceSystem.Mailchimp, ["emailaddress", "leid", "euid"]),
        (SourceSystem.Mailchimp, ["emailaddress", "memberrating"]),
        (SourceSystem.Mailchimp, ["emailaddress", "optintime"]),
        (SourceSystem.Substack, ["email", "emaildisabled"]),
        (SourceSystem.Ghost, ["email", "subscribedtoemails"]),
        (SourceSystem.Listmonk, ["email", "attributes"]),
        (SourceSystem.Buttondown, ["email", "subscribertype"]),
        (SourceSystem.Beehiiv, ["email", "status", "tier"]),
        (SourceSystem.Beehiiv, ["email", "status", "freetier"]),
        (SourceSystem.Beehiiv, ["email", "subscriptiondatesubstack"]),
        (SourceSystem.Brevo, ["email", "emailblacklisted"]),
        (SourceSystem.Brevo, ["email", "contactid"]),
        (SourceSystem.Brevo, ["email", "nom", "prenom", "sms"]),
        (SourceSystem.Brevo, ["email", "lastname", "firstname", "sms"]),
        (SourceSystem.Keila, ["email", "status", "externalid"]),
        (SourceSystem.Keila, ["email", "data", "externalid"]),
    ];

    /// <summary>The system that somebody named; null for auto.</summary>
    /// <exception cref="Refusal">There is none of that name.</exception>
    public static SourceSystem? Named(string from)
    {
        var word = from.Trim();
        if (word.Equals("auto", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var system in Enum.GetValues<SourceSystem>())
        {
            if (word.Equals(system.ToString(), StringComparison.OrdinalIgnoreCase))
                return system;
        }

        throw new Refusal($"\"{from}\" is no format of readers; use {Words} (--from).");
    }

    /// <summary>All that can be named, as the command line shows them.</summary>
    public static string Words { get; } =
        string.Join("|", Enum.GetNames<SourceSystem>().Select(name => name.ToLowerInvariant()).Prepend("auto"));

    /// <param name="header">The names of the columns, folded.</param>
    public static SourceSystem Of(string[] header) =>
        Headers.FirstOrDefault(known => known.Columns.All(header.Contains)).System;
}
