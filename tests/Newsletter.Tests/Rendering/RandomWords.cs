using CsCheck;

namespace Newsletter.Tests.Rendering;

/// <summary>Words that nobody would write: signs of every script, marks of every program, and what cannot be seen.</summary>
internal static class RandomWords
{
    private static readonly string[] s_words =
    [
        "tide",
        "l'eau",
        "œuvre",
        "«",
        "»",
        "!",
        "vraiment ?",
        ":",
        "\"dit-elle\"",
        "...",
        "&amp;",
        "<b>",
        "</td>",
        "-->",
        "<!--",
        "<![if !mso]>",
        "{{ x }}",
        "{0}",
        "[/caption]",
        "[1]",
        "*|FNAME|*",
        "🎉",
        "👩‍👩‍👧‍👦",
        "👍🏽",
        "🇫🇷",
        "שלום",
        "المد والجزر",
        "漢字かな交じり文",
        "\u202Eturned",
        "\u2067isolated\u2069",
        "\u200F",
        "\u0000\u0007",
        "\uE000unsubscribe_url\uE001",
        "\uD800",
        "\u00AD\u200B",
        "\u200B",
        "\u00AD",
        "co\u00ADopé\u00ADra\u00ADtion",
        "zero\u200Bwidth\u2060joined",
        "\u200D",
        "\u2003",
        "\u3000",
        "\u00A0",
        "\u202F",
        "\u0301",
        "e\u0301\u0323\u0302\u0308",
        "https://example.org/a?b=1&c=\"d\"",
        "https://",
        "www.example.org/?q=1",
        "a@example.org",
        "10 km",
        "\t",
        "\r\n",
        "\n\n\n\n",
        "=?utf-8?Q?x?=",
        ".",
        "-",
        "* * *",
        "> quoted",
        "1. one",
        "portrait.jpg",
        "here",
        "cliquez ici",
        "From here",
    ];

    private static readonly string[] s_addresses =
    [
        "https://example.org/a?b=1&c=2",
        "http://example.org/",
        "https://example.org/d.png",
        "https://example.org/d.svg",
        "https://example.org/" + new string('p', 300),
        "https://example.org/" + new string('q', 2500),
        "https://me:secret@example.org/",
        "HTTPS://EXAMPLE.ORG/Q",
        "https://[2001:db8::1]/",
        "https://192.168.1.1/",
        "//example.org/x",
        "/here",
        "#place",
        "mailto:a@example.org",
        "mailto:",
        "tel:+33 2 98 00 00 00",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://exämple.org/ü \"q\"",
        "https://example.org/\u202Etxt",
        "https:",
        "https://",
        "",
    ];

    public static Gen<string> Word { get; } =
        Gen.OneOf(
            AnyOf(s_words),
            AnyOf(s_words),
            Gen.String[Gen.Char['a', 'z'], 1, 12],
            Gen.String[Gen.Char['a', 'z'], 1, 12],
            Gen.Int[1, 400].Select(length => length < 300 ? "and" : new string('w', length - 240))
        );

    public static Gen<string> Text { get; } = Word.Array[0, 12].Select(words => string.Join(' ', words));

    public static Gen<string?> TextOrNothing { get; } =
        Gen.Select(Gen.Bool, Text, (isThere, text) => isThere ? text : null);

    public static Gen<string> Address { get; } = Gen.OneOf(AnyOf(s_addresses), AnyOf(s_addresses), Text);

    public static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
