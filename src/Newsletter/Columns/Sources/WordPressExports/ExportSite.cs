using System.Xml.Linq;
using Newsletter.Columns.Cleaning;
using Newsletter.Columns.Sources.Feeds;

namespace Newsletter.Columns.Sources.WordPressExports;

/// <summary>What an export says of its site: its page, its language, and the people whose accounts write there.</summary>
internal sealed class ExportSite
{
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExportGuest> guests = new(StringComparer.OrdinalIgnoreCase);

    public string? Page { get; private set; }

    /// <summary>The blog's own address, which a later export of it has too.</summary>
    public string? Address { get; private set; }

    public string? Language { get; private set; }

    public void Take(XElement element)
    {
        var text = ItemElement.TextOf(element);
        switch (element.Name.LocalName)
        {
            case "link":
                Page ??= WebAddress.OfPage(text);
                break;
            case "base_blog_url":
                Address ??= WebAddress.OfPage(text);
                break;
            case "language":
                Language ??= FeedLanguage.Of(text);
                break;
            case "author":
                Person(new ItemElement(element));
                break;
        }
    }

    /// <summary>Whether it is the name that an account shows, and so one person's, whatever it looks like.</summary>
    public bool IsKnown(string name) => people.Contains(name) && !name.Contains('@', StringComparison.Ordinal);

    /// <summary>The name that the account shows; where there is no such account, the words that stand there.</summary>
    public string NameOf(string? login, string words)
    {
        var account = AccountOf(login);
        return account is not null && names.TryGetValue(account, out var name) ? name : words;
    }

    public ExportGuest? GuestOf(string? login) =>
        AccountOf(login) is { } account ? guests.GetValueOrDefault(account) : null;

    public void Take(string login, ExportGuest guest)
    {
        guests.TryAdd(login, guest);
        names.TryAdd(login, guest.Name);
        people.Add(guest.Name);
    }

    // Co-Authors Plus puts "cap-" before the name of a term.
    private static string? AccountOf(string? login) =>
        login?.StartsWith("cap-", StringComparison.OrdinalIgnoreCase) is true ? login[4..] : login;

    private void Person(ItemElement author)
    {
        var shown = author.Text("wp:author_display_name");
        var full = $"{author.Text("wp:author_first_name")} {author.Text("wp:author_last_name")}".Trim();
        var login = author.Text("wp:author_login");
        // An account that never chose a name shows its login, or its address.
        var name =
            shown is null || (full.Contains(' ', StringComparison.Ordinal) && IsAccount(shown, login)) ? full : shown;
        if (login is null || name.Length == 0)
            return;
        names.TryAdd(login, OneName(name));
        people.Add(OneName(name));
    }

    private static bool IsAccount(string shown, string? login) =>
        shown.Equals(login, StringComparison.OrdinalIgnoreCase) || shown.Contains('@', StringComparison.Ordinal);

    private static string OneName(string name) => PlainTitle.Of(name);
}
