using MimeKit;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;

namespace Newsletter.Tests.Messages;

public sealed class ServiceMailWriterTests
{
    private static readonly MessageIdentity Identity = new("1.abc@example.org", DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_confirmation_answers_to_nobody_and_leads_to_its_own_address()
    {
        var message = Read(
            new RenderedServiceMail("Hi", "", $"<a href=\"{Mark.ActionUrl}\">", Mark.ActionUrl, CanLeave: false)
        );
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Null(message.Headers["List-Unsubscribe"]);
        Assert.Null(message.Headers["Precedence"]);
        Assert.Equal("<a href=\"https://x.example/c?a=1&amp;b=2\">", message.HtmlBody?.TrimEnd());
        Assert.Equal("https://x.example/c?a=1&b=2", message.TextBody?.TrimEnd());
    }

    [Fact]
    public void A_mail_with_a_link_to_leave_has_the_header_too()
    {
        var message = Read(new RenderedServiceMail("Hi", "", Mark.UnsubscribeUrl, "text", CanLeave: true));
        Assert.Equal("<https://x.example/u>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public void A_button_without_an_address_is_a_fault_of_the_program() =>
        Assert.Throws<InvalidOperationException>(() =>
            Writer.Write(
                new RenderedServiceMail("Hi", "", Mark.ActionUrl, "", CanLeave: false),
                Reader with
                {
                    ActionUrl = null,
                },
                Identity
            )
        );

    private static Reader Reader =>
        new(EmailAddress.Parse("ada@example.org"), "Ada", "https://x.example/u", "https://x.example/c?a=1&b=2");

    private static ServiceMailWriter Writer =>
        new(Mailbox.Parse("La Lettre <lettre@example.org>"), replyTo: null, "en", keys: []);

    private static MimeMessage Read(RenderedServiceMail mail) =>
        MimeMessage.Load(
            new MemoryStream(Writer.Write(mail, Reader, Identity).Bytes),
            TestContext.Current.CancellationToken
        );
}
