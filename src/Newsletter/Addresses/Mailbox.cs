using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Newsletter.Addresses;

/// <summary>A name and an address, as in a From field: <c>La Lettre &lt;lettre@example.org&gt;</c>.</summary>
internal sealed record Mailbox(string Name, EmailAddress Address)
{
    /// <summary>Reads <c>Name &lt;a@b&gt;</c>, <c>"Name" &lt;a@b&gt;</c> or a bare address, whose name is then the address.</summary>
    /// <exception cref="Refusal">No address in it, or a line break or control character in the name.</exception>
    public static Mailbox Parse(string? text)
    {
        var value = text?.Trim() ?? "";
        var open = value.LastIndexOf('<');
        if (open < 0)
        {
            var bare = EmailAddress.Parse(value);
            return new Mailbox(bare.Value, bare);
        }

        if (!value.EndsWith('>'))
            throw new Refusal($"\"{value}\" lacks a closing >; write it as \"Name <name@example.org>\".");
        var address = EmailAddress.Parse(value[(open + 1)..^1]);
        var name = Unquoted(value[..open].Trim());
        RefuseUnfit(name);
        return new Mailbox(name.Length == 0 ? address.Value : name, address);
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        try
        {
            mailbox = Parse(text);
            return true;
        }
        catch (Refusal)
        {
            mailbox = null;
            return false;
        }
    }

    public override string ToString() => Name == Address.Value ? Address.Value : $"{Name} <{Address.Value}>";

    /// <summary>Takes quotation marks around, and the backslashes that they need inside, away (RFC 5322 section 3.2.4).</summary>
    private static string Unquoted(string name)
    {
        if (name.Length < 2 || name[0] != '"' || name[^1] != '"')
            return name;
        var plain = new StringBuilder(name.Length);
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (name[i] == '\\' && i < name.Length - 2)
                i++;
            plain.Append(name[i]);
        }

        return plain.ToString().Trim();
    }

    private static void RefuseUnfit(string name)
    {
        if (!OneLine.Is(name))
            throw new Refusal(
                "The name before the address holds a line break or control character; write it on one line."
            );
        if (name.Length > 200)
            throw new Refusal($"The name before the address has {name.Length} characters; 200 are the most.");
    }
}
