using System.Text;
using CsCheck;
using Newsletter.Messages;

namespace Newsletter.Tests.Messages;

/// <summary>What is encoded once and filled for each reader is what encoding the filled text gives.</summary>
public sealed class AlternativesTests
{
    private static readonly string[] s_pieces =
    [
        "Bonjour \uE000reader_name\uE001,\n",
        "\uE000reader_address\uE001",
        "<a href=\"\uE000unsubscribe_url\uE001\">été = quitter</a>\n",
        "\n",
        ".dots at the start\n.\n..\n",
        "From here on\r\nanother line\u2028and another",
        " two  blanks \n \n",
        "a word and another and one more and so on, until the line is longer than seventy-six characters are, é\n",
        "漢字かな交じり文",
        "\uE000reader_name|you\nthere\uE001 over two lines\n",
    ];

    private static readonly Gen<ReaderValues> s_readers = Gen.Select(
        Gen.OneOf(Gen.String, Gen.Const(""), Gen.Const("Zoé"), Gen.Const(". =?x?= "), Gen.Const(new string('é', 200))),
        Gen.OneOf(Gen.Const("a@example.org"), Gen.Const(".b=@example.org")),
        (name, address) => new ReaderValues(HeaderText.OneLine(name), address, "https://example.org/u/=20=")
    );

    private static readonly Gen<string> s_contents = Gen.Int[0, s_pieces.Length - 1]
        .Select(place => s_pieces[place])
        .Array[0, 12]
        .Select(string.Concat);

    [Fact]
    public void Filling_what_is_encoded_gives_the_bytes_of_encoding_what_is_filled() =>
        Gen.Select(s_contents, s_contents, s_readers)
            .Sample(
                (html, text, reader) =>
                {
                    var parts = new Alternatives(html, text);
                    var body = Encoding.ASCII.GetString(parts.Body(reader).Span);
                    foreach (var filled in (string[])[parts.Text(reader), parts.Html(reader)])
                    {
                        if (!body.Contains("base64", StringComparison.Ordinal))
                            Assert.Contains(
                                $"\r\n\r\n{Encoding.ASCII.GetString(QuotedPrintable.Encode(filled))}\r\n--=_",
                                body,
                                StringComparison.Ordinal
                            );
                    }
                },
                iter: 2000,
                threads: 1
            );

    [Fact]
    public void A_body_is_in_its_canonical_form_already() =>
        Gen.Select(s_contents, s_contents, s_readers)
            .Sample(
                (html, text, reader) =>
                {
                    var body = Encoding.ASCII.GetString(new Alternatives(html, text).Body(reader).Span);
                    Assert.Equal(Relaxed(body), body);
                    Assert.All(body.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
                },
                iter: 2000,
                threads: 1
            );

    // RFC 6376 section 3.4.4, word for word.
    private static string Relaxed(string body)
    {
        var lines = body.Split("\r\n")
            .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "[ \t]+", " ").TrimEnd(' ', '\t'));
        var joined = string.Join("\r\n", lines).TrimEnd('\r', '\n');
        return joined.Length == 0 ? "" : joined + "\r\n";
    }
}
