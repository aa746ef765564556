using System.Globalization;

namespace Newsletter.Tests.Testing;

/// <summary>People with every kind of name: the same ones for the same seed.</summary>
internal static class RandomReaders
{
    private static readonly string[] Pieces =
    [
        "Anaïs",
        "Œuvré",
        "O'Neil \"Bob\"",
        "a=b",
        "=?utf-8?Q?x?=",
        "😀👩‍👩‍👧‍👦",
        ".dot",
        "..",
        " . ",
        "From ",
        "محمد",
        "שלום",
        "語",
        "Ж",
        "\u202E\u200F",
        "a\tb",
        "\r\nBcc: x@example.com",
        "\0\u0007\u001B",
        "e\u0301",
        "\u00A0\u202F",
        "<b>&amp;</b>",
        "{{ reader.name }}",
        "100 %_",
        "\\",
        ",;:()[]@",
        "  ",
        "x\u2028y",
    ];

    private static readonly string[] Domains =
    [
        "example.com",
        "mail.example.net",
        "bücher.example",
        "пример.example",
        "例え.example",
        "EXAMPLE.COM",
        "xn--bcher-kva.example",
    ];

    public static IEnumerable<(string Email, string Name)> Some(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var local = random.Next(3) == 0 ? $"r+tag={i}" : $"R'{i}.o-x";
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"{local}@{Domains[random.Next(Domains.Length)]}"),
                Name(random)
            );
        }
    }

    private static string Name(Random random) =>
        random.Next(8) switch
        {
            0 => "",
            1 => new string((char)random.Next('a', 'z' + 1), 200),
            2 => string.Concat(Enumerable.Repeat("é", 200)),
            3 => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(0x20, 0x7F))),
            _ => string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)])
            ),
        };
}
