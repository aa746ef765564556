using Newsletter.Addresses;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Subscribers;

public sealed class SuppressionHashTests
{
    private static readonly LinkKey Key = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void An_address_written_in_another_way_has_the_same_hash() =>
        Assert.Equal(Of("Anna@BÜCHER.example"), Of("anna@xn--bcher-kva.example"));

    [Fact]
    public void Another_address_or_another_key_has_another_hash()
    {
        Assert.NotEqual(Of("anna@example.org"), Of("anna@example.com"));
        var other = new LinkKey(DateTimeOffset.UnixEpoch);
        Assert.NotEqual(Of("anna@example.org"), SuppressionHash.Of(other, EmailAddress.Parse("anna@example.org")));
    }

    [Fact]
    public void A_hash_is_neither_an_address_nor_a_domain_and_does_not_hold_the_address()
    {
        var hash = Of("anna@example.org");
        Assert.True(SuppressionHash.Is(hash));
        Assert.False(EmailAddress.TryParse(hash, out _));
        Assert.DoesNotContain("anna", hash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(44, hash.Length);
    }

    private static string Of(string address) => SuppressionHash.Of(Key, EmailAddress.Parse(address));
}
