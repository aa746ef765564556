namespace Newsletter.Subscribers.Importing;

/// <summary>The program that wrote a file; its names on the command line are these in lower case.</summary>
internal enum SourceSystem
{
    /// <summary>None that we know: columns are read by their names alone.</summary>
    Csv,

    /// <summary>This program: <c>subscriber export</c>.</summary>
    Newsletter,
    Mailchimp,
    Substack,
    Ghost,
    Listmonk,
    Buttondown,
    Beehiiv,
    Brevo,
    Keila,
}
