using Newsletter.Addresses;
using Newsletter.Messages;

namespace Newsletter.Hosting.Diagnosis;

/// <summary>Whether each sender's mail is signed, and with what.</summary>
internal sealed class DkimChecks(DkimKeyring keyring)
{
    private const string Consequence = "messages go out unsigned, which large providers refuse unless the relay signs";

    public Check Keys()
    {
        if (keyring.Keys.Count > 0)
            return Check.Ok("dkim", string.Join("; ", keyring.Keys.Select(Said)));
        return keyring.LeftToRelay.Count > 0
            ? Check.Ok("dkim", $"the relay signs for {string.Join(", ", keyring.LeftToRelay)}")
            : Check.Note("dkim", $"no Dkim__* is set: {Consequence}");
    }

    /// <summary>Null where keys cannot be read, which is said already, and where there are none at all.</summary>
    public Check? Of(string slug, EmailAddress sender)
    {
        var what = $"{slug} signature";
        if (Read() is not { } keys || (keys.Count == 0 && keyring.LeftToRelay.Count == 0))
            return null;
        var signing = keyring.For(sender.Domain);
        return signing.Count == 0 && keyring.LeftToRelay.Any(domain => IsAtOrBelow(sender.Domain, domain))
                ? Check.Ok(what, "the relay signs")
            : signing.Count == 0
                ? Check.Note(
                    what,
                    $"no key signs for {sender.Domain}: {Consequence}; set Dkims__N__Domain to it, or to a domain above it"
                )
            : !signing[0].IsRsa
                ? Check.Wrong(
                    what,
                    $"only an Ed25519 key signs for {sender.Domain}, which many providers cannot verify; set an RSA key beside it"
                )
            : Check.Ok(what, string.Join("; ", signing.Select(Said)));
    }

    /// <summary>Whose public halves should be found for mail of a sender: those too that sign later, or did.</summary>
    public IReadOnlyList<DkimKey> PublishedFor(EmailAddress sender) =>
        [.. (Read() ?? []).Where(key => IsAtOrBelow(sender.Domain, key.Domain))];

    private IReadOnlyList<DkimKey>? Read()
    {
        try
        {
            return keyring.Keys;
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static bool IsAtOrBelow(string domain, string parent) =>
        domain == parent || domain.EndsWith($".{parent}", StringComparison.Ordinal);

    private static string Said(DkimKey key) =>
        $"{(key.Signs ? "signs" : "does not sign")} for {key.Domain} with selector {key.Selector} ({key.Algorithm})";
}
