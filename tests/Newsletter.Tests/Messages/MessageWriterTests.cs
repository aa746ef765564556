using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using MimeKit;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Messages;

public sealed class MessageWriterTests
{
    private static readonly DateTimeOffset Date = new(2026, 3, 5, 8, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_message_has_the_fields_of_a_newsletter_each_once()
    {
        var message = Parse(Write(DeliveryBench.Content() with { ReplyTo = "answer@example.org" }, "Anaïs"));
        string[] once =
        [
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Precedence",
            "Feedback-ID",
            "MIME-Version",
        ];
        Assert.All(once, name => Assert.Single(message.Headers, header => header.Field == name));
        Assert.Equal("fr", message.Body!.Headers["Content-Language"]);
        Assert.Equal("La Lettre <lettre.example.org>", message.Headers["List-Id"]);
        Assert.Equal("<https://news.example.org/unsubscribe/token>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("7:lettre:issue:newsletter", message.Headers["Feedback-ID"]);
        Assert.Equal("1.abc@example.org", message.MessageId);
        Assert.Equal(Date, message.Date);
        Assert.Equal("Anaïs", ((MailboxAddress)message.To[0]).Name);
    }

    [Fact]
    public void Both_alternatives_hold_the_content_with_the_readers_values_the_text_first()
    {
        var message = Parse(Write(DeliveryBench.Content(), "Zoé & Cie"));
        var alternatives = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], alternatives.Select(part => part.ContentType.MimeType));
        Assert.Contains("Bonjour Zoé & Cie,", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("Bonjour Zoé &amp; Cie,", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"https://news.example.org/unsubscribe/token\"",
            message.HtmlBody,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Une fête où l'on rêve", "quoted-printable")]
    [InlineData("これは手紙です。読者の皆様", "base64")]
    public void Base64_is_for_scripts_that_are_mostly_outside_ascii(string text, string encoding)
    {
        var message = Parse(Write(DeliveryBench.Content(text: text, html: text), null));
        Assert.All(
            ((Multipart)message.Body!).OfType<TextPart>(),
            part => Assert.Equal(encoding, part.Headers["Content-Transfer-Encoding"])
        );
        Assert.Equal(text, message.TextBody!.TrimEnd());
    }

    [Fact]
    public void No_field_brings_a_line_break_or_nul_into_the_header()
    {
        var content = DeliveryBench.Content(subject: $"Hi {Mark.ReaderName}\r\nBcc: x@example.com") with
        {
            FromName = "A\r\nBcc: y@example.com",
            ListTitle = "T\nX: 1\0",
        };
        var text = Write(content, "N\r\nBcc: z@example.com\0");
        Assert.DoesNotContain("\r\nBcc:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nX:", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', text);
    }

    [Fact]
    public void Whatever_people_are_called_the_message_keeps_the_rules_of_mime()
    {
        Gen.Select(Texts, Texts, Texts)
            .Sample(
                (subject, name, body) =>
                {
                    var text = Write(
                        DeliveryBench.Content(subject, text: body, html: body) with
                        {
                            FromName = name,
                        },
                        name
                    );
                    HoldsTheRules(text);
                    var message = Parse(text);
                    Assert.Equal(HeaderText.OneLine(subject).Trim(), message.Subject ?? "");
                    Assert.Equal(HeaderText.OneLine(name).Trim(), ((MailboxAddress)message.To[0]).Name ?? "");
                    Assert.Equal(
                        body.ReplaceLineEndings("\n").TrimEnd('\n'),
                        message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n')
                    );
                },
                iter: 2000,
                threads: 1
            );
    }

    private static readonly string[] Ends = ["", "😀", "=?utf-8?Q?x?=", " . ", "From here", "👩‍👩‍👧‍👦"];

    private static readonly Gen<char> Characters = Gen.OneOf(
        Gen.Char.AlphaNumeric,
        Gen.Char["  \"\\<>@,=?_.\n\t(;:"],
        Gen.Char["éœ«\u00A0\u202FЖ語ß—"]
    );

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.String[Characters, 0, 160],
        Gen.Int[0, Ends.Length - 1].Select(i => Ends[i]),
        (text, end) => text + end
    );

    private static void HoldsTheRules(string text)
    {
        var header = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.True(Ascii.IsValid(text), "not ASCII");
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(header.Split("\r\n"), line => Assert.InRange(line.Length, 2, 78));
        Assert.All(header.Split("\r\n"), line => Assert.NotEqual("", line.Trim()));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        foreach (
            var word in Regex.Matches(header, @"=\?utf-8\?[QB]\?[^?]*\?=", RegexOptions.None, TimeSpan.FromSeconds(1))
        )
            Assert.InRange(word.ToString()!.Length, 12, 75);
    }

    private static string Write(BundleContent content, string? name) =>
        Encoding.Latin1.GetString(
            new MessageWriter(content, 7, keys: [])
                .Write(
                    new Reader(
                        EmailAddress.Parse("reader@example.com"),
                        name,
                        "https://news.example.org/unsubscribe/token"
                    ),
                    new MessageIdentity("1.abc@example.org", Date)
                )
                .Bytes
        );

    private static MimeMessage Parse(string text)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return MimeMessage.Load(stream);
    }
}
