using System.Net;
using Newsletter.Addresses;

namespace Newsletter.Subscribers.SignUps;

/// <summary>Where a form was sent from: part of the proof of consent.</summary>
/// <param name="Form">Its name: "page", "embedded", "json", "confirmation".</param>
/// <param name="Page">The address of the page on which it stood; null where it is not known.</param>
/// <param name="Address">The visitor's; never kept as it is.</param>
internal sealed record FormOrigin(string Form, string? Page, IPAddress? Address)
{
    // What the column holds.
    private const int LongestPage = 500;

    public string? Network => Addresses.Network.OrNull(Address);

    /// <summary>A line of the proof.</summary>
    public Consent Proof(Subscription of, ConsentAct act, DateTimeOffset at, string how, string? sentence) =>
        new(of, act, at, how, sentence)
        {
            Page = Page is null ? null : OneLine.Shortened(OneLine.Cleaned(Page), LongestPage),
            Form = Form,
            Network = Network,
        };
}
