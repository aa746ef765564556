using System.Text.RegularExpressions;
using CsCheck;
using MimeKit;
using Newsletter.Addresses;
using Newsletter.Messages;
using Newsletter.Rendering;
using Newsletter.Tests.Rendering;
using Newsletter.Tests.Testing;
using Rendered = Newsletter.Tests.Rendering.Issues;

namespace Newsletter.Tests.Messages;

/// <summary>
/// Our bytes against a message that MimeKit builds and encodes from the same rendering: a second way that shares no
/// encoder with the first, and must say the same.
/// </summary>
public sealed partial class SecondPathTests
{
    private const string Unsubscribe = "https://news.example.org/unsubscribe/abc-_123";
    private const string Preferences = "https://news.example.org/preferences/abc-_123";

    private static readonly string[] Names = ["minimal", "full-fr", "full-en", "arabic", "hostile-text"];
    private static readonly DateTimeOffset Date = new(2026, 3, 5, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Templates => [.. Rendered.Templates.Names];

    [Theory, MemberData(nameof(Templates))]
    public void MimeKit_says_the_same_of_both(string template)
    {
        foreach (var name in Names)
        {
            var input = Cases.Named(name) with { Template = template };
            var issue = Rendered.Render(input);
            var content = ContentOf(input, issue);
            var writer = new MessageWriter(content, 12, keys: []);
            Gen.Int.Select(seed => Sayable(RandomReaders.Some(1, seed).Single()))
                .Sample(
                    reader =>
                    {
                        var ours = Read(
                            writer
                                .Write(
                                    new Reader(EmailAddress.Parse(reader.Email), reader.Name, Unsubscribe),
                                    new MessageIdentity("12.abc@example.org", Date)
                                )
                                .Bytes
                        );
                        Assert.Equal(Said(Read(BuiltByMimeKit(content, reader.Email, reader.Name))), Said(ours));
                        Assert.Equal(OneLine(reader.Name), ((MailboxAddress)ours.To[0]).Name ?? "");
                    },
                    iter: 60,
                    threads: 1
                );
        }
    }

    // MimeKit writes what looks like an encoded word as it is, and then reads it as one; ours is asked elsewhere.
    private static (string Email, string Name) Sayable((string Email, string Name) reader) =>
        reader with
        {
            Name = reader.Name.Replace("=?", "=", StringComparison.Ordinal),
        };

    private static BundleContent ContentOf(RenderInput input, RenderedIssue issue) =>
        DeliveryBench.Content($"{issue.Subject} – {Mark.ReaderName}", issue.Html, issue.Text) with
        {
            FromName = input.Publication.SenderName,
            ReplyTo = "réponse@bücher.example",
            ListTitle = input.Publication.Title,
            Language = input.Publication.Language,
        };

    private static byte[] BuiltByMimeKit(BundleContent content, string email, string name)
    {
        var line = OneLine(name);
        using var message = new MimeMessage
        {
            Subject = OneLine(Filled(content.Subject, line, email, value => value)),
            Date = Date,
            MessageId = "12.abc@example.org",
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = Filled(content.Text, line, email, value => value) },
                new TextPart("html") { Text = Filled(content.Html, line, email, Escaped) },
            },
        };
        message.From.Add(new MailboxAddress(OneLine(content.FromName), content.FromAddress));
        message.To.Add(new MailboxAddress(line, email.Trim()));
        message.ReplyTo.Add(new MailboxAddress("", content.ReplyTo!));
        message.Headers.Add("List-Id", $"{OneLine(content.ListTitle)} <{content.ListSlug}.example.org>");
        message.Headers.Add("List-Unsubscribe", $"<{Unsubscribe}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static MimeMessage Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
    }

    private static string[] Said(MimeMessage message)
    {
        string[] headers = ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"];
        var alternatives = Assert.IsType<MultipartAlternative>(message.Body);
        return
        [
            message.Subject ?? "",
            message.MessageId ?? "",
            $"{message.Date:O}",
            .. message.From.Concat(message.To).Concat(message.ReplyTo).Cast<MailboxAddress>().Select(Said),
            .. headers.Select(name => message.Headers[name] ?? "missing"),
            .. alternatives
                .Cast<TextPart>()
                .Select(part => part.ContentType.MimeType + " " + part.Text.ReplaceLineEndings("\n").TrimEnd('\n')),
        ];
    }

    // The domain in one form: both may write it either way. MimeKit loses and adds blanks where a name is in several
    // words of which some are encoded, so blanks are asked of ours alone, above.
    private static string Said(MailboxAddress mailbox) =>
        $"{(mailbox.Name ?? "").Replace(" ", "", StringComparison.Ordinal)} <{EmailAddress.Parse(mailbox.Address).Wire}>";

    private static string Filled(string marked, string name, string address, Func<string, string> encode) =>
        Marks()
            .Replace(
                marked,
                mark =>
                {
                    var value = mark.Groups["name"].Value switch
                    {
                        "reader_name" => name,
                        "reader_address" => address,
                        "unsubscribe_url" => Unsubscribe,
                        "preferences_url" => Preferences,
                        var other => throw new InvalidOperationException(other),
                    };
                    return value.Length == 0 ? mark.Groups["instead"].Value : encode(value);
                }
            );

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    [GeneratedRegex(
        "\uE000(?<name>[a-z_]+)([^a-z_\uE001](?<instead>[^\uE001]*))?\uE001",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marks();
}
