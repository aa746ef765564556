using Newsletter.Addresses;

namespace Newsletter.Tests.Addresses;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("La Lettre <lettre@example.org>", "La Lettre", "lettre@example.org")]
    [InlineData("\"Ray, Anna\" <a@example.org>", "Ray, Anna", "a@example.org")]
    [InlineData("\"Ray \\\"AR\\\" Anna\" <a@example.org>", "Ray \"AR\" Anna", "a@example.org")]
    [InlineData("a@example.org", "a@example.org", "a@example.org")]
    [InlineData("<a@example.org>", "a@example.org", "a@example.org")]
    [InlineData("  Anna<a@example.org> ", "Anna", "a@example.org")]
    [InlineData("A < B <a@example.org>", "A < B", "a@example.org")]
    [InlineData("L’Équipe « Nord » <a@bücher.example>", "L’Équipe « Nord »", "a@bücher.example")]
    public void A_name_and_an_address_are_read_from(string text, string name, string address)
    {
        var mailbox = Mailbox.Parse(text);
        Assert.Equal((name, address), (mailbox.Name, mailbox.Address.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Anna")]
    [InlineData("Anna <>")]
    [InlineData("Anna <a@example.org")]
    [InlineData("Anna <a@example.org> x")]
    [InlineData("Anna\r\nBcc: x <a@example.org>")]
    [InlineData("An\0na <a@example.org>")]
    public void What_is_no_mailbox_is_refused(string? text)
    {
        Assert.False(Mailbox.TryParse(text, out _));
        Assert.Throws<Refusal>(() => Mailbox.Parse(text));
    }

    [Fact]
    public void Half_a_character_in_a_name_is_refused() =>
        Assert.Throws<Refusal>(() => Mailbox.Parse("An\uD800na <a@example.org>"));

    [Fact]
    public void A_name_longer_than_a_header_can_bear_is_refused() =>
        Assert.Throws<Refusal>(() => Mailbox.Parse(new string('n', 2000) + " <a@example.org>"));

    [Theory]
    [InlineData("La Lettre <lettre@example.org>")]
    [InlineData("a@example.org")]
    public void What_was_read_is_written_the_same(string text) => Assert.Equal(text, Mailbox.Parse(text).ToString());
}
