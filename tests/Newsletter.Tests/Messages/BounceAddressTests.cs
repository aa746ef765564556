using CsCheck;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Messages;

public sealed class BounceAddressTests
{
    private static readonly LinkKey Key = SomeKey(1);
    private static readonly Dictionary<int, LinkKey> Keys = new() { [1] = Key };

    [Fact]
    public void Any_row_is_read_back_also_from_an_address_that_a_server_wrote_its_own_way() =>
        Gen.Long.Sample(
            id =>
            {
                var address = BounceAddress.Make(Key, id, "bounces.example.org");
                Assert.InRange(address.Local.Length, 1, 64);
                Assert.Equal(address.Value, address.Value.ToLowerInvariant());
                foreach (
                    var form in new[]
                    {
                        address.Value,
                        address.Value.ToUpperInvariant(),
                        address.Local,
                        $" <{address.Value}> ",
                        $"{address.Local}@another.example",
                    }
                )
                {
                    Assert.True(BounceAddress.TryRead(form, Keys, out var read), form);
                    Assert.Equal(id, read);
                }
            },
            threads: 1
        );

    [Fact]
    public void An_address_with_one_character_changed_is_nobodys()
    {
        var address = BounceAddress.Make(Key, 12345, "bounces.example.org").Local;
        for (var i = 0; i < address.Length; i++)
        {
            var altered = $"{address[..i]}{(address[i] == 'a' ? 'b' : 'a')}{address[(i + 1)..]}";
            Assert.False(BounceAddress.TryRead(altered, Keys, out var id), altered);
            Assert.Equal(0, id);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lettre@example.org")]
    [InlineData("bounce+@example.org")]
    [InlineData("bounce+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org")]
    [InlineData("bounce+éééééééééééééééééééééééééééééééééééééééé@example.org")]
    public void What_was_not_made_here_is_not_read(string? address) =>
        Assert.False(BounceAddress.TryRead(address, Keys, out _));

    [Fact]
    public void A_readers_link_is_no_bounce_address_and_the_other_way_round()
    {
        var link = ReaderLink.Token(Key, LinkPurpose.Unsubscribe, 7);
        var token = Base32.Encode(System.Buffers.Text.Base64Url.DecodeFromChars(link));
        Assert.False(BounceAddress.TryRead($"bounce+{token}@example.org", Keys, out _));
        Assert.False(BounceAddress.TryRead(BounceAddress.Make(SomeKey(1), 7, "example.org").Value, Keys, out _));
        Assert.True(EmailAddress.TryParse(BounceAddress.Make(Key, 7, "example.org").Value, out _));
    }

    private static LinkKey SomeKey(int id)
    {
        var key = new LinkKey(DateTimeOffset.UnixEpoch);
        typeof(LinkKey).GetProperty(nameof(LinkKey.Id))!.SetValue(key, id);
        return key;
    }
}
