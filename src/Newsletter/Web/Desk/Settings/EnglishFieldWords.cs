namespace Newsletter.Web.Desk;

/// <summary>What the settings of a publication are called in English.</summary>
internal static class EnglishFieldWords
{
    public static FieldWords Words { get; } =
        new(
            new(StringComparer.Ordinal)
            {
                ["slug"] = ("Short name", "It stands in addresses, and stays: lower-case letters, digits and hyphens."),
                ["title"] = ("Title", "What readers know it by."),
                ["from"] = ("Sender", "As Name <name@example.org>."),
                ["reply-to"] = ("Answers go to", "An address; empty for the sender."),
                ["language"] = ("Language", "Two letters, such as en: it decides typography and words."),
                ["timezone"] = ("Time zone", "Of the schedule and of dates, such as Europe/Paris."),
                ["postal"] = ("Postal address", "It stands at the foot of each mail; readers and the law expect one."),
                ["template"] = ("Template", null),
                ["accent"] = ("Colour of links and buttons", null),
                ["background"] = ("Colour around the column", null),
                ["paper"] = ("Colour of the paper", null),
                ["ink"] = ("Colour of the text", null),
                ["quiet-ink"] = ("Colour of what stands around the text", null),
                ["heading-font"] = (
                    "Fonts of headings",
                    "The first that the reader has counts; the last is serif, sans-serif or monospace."
                ),
                ["text-font"] = ("Fonts of the text", null),
                ["small-font"] = ("Fonts of bylines, captions and the footer", null),
                ["width"] = ("Width of the column", "In pixels, 480 to 640."),
                ["logo"] = (
                    "Logo",
                    "The address of a picture, with its size behind it if you want to choose that: https://example.org/logo.png 240x80. Empty to write the title."
                ),
                ["sign-up"] = ("Signing up", null),
                ["sentence"] = (
                    "What readers agree to by signing up",
                    "Word for word, as the form shows it; empty for the sentence of the language."
                ),
                ["welcome"] = ("Mail to those who confirmed", null),
                ["goodbye"] = ("Mail to those who left", null),
                ["bounce"] = (
                    "Bounce domain",
                    "The domain that reports of failed mail come back to, such as bounce.example.org; empty: they go to the sender."
                ),
                ["unknown"] = ("A message of which nobody knows whether it was taken", null),
                ["retries"] = (
                    "Waits after a refusal for now",
                    "Such as 5m,15m,45m,2h,4h,… where … repeats the last; empty for those of the installation."
                ),
                ["give-up"] = (
                    "How long a message is tried",
                    "Such as 4d, 12h or 90m; empty for the time of the installation."
                ),
                ["schedule"] = (
                    "Schedule",
                    "A Quartz cron: second, minute, hour, day of the month, month, day of the week. Empty: issues are made by hand."
                ),
                ["quiet"] = (
                    "Days without an issue",
                    "For all rhythms: countries whose public holidays count, days (12-24), ranges (2026-08-01/2026-08-21), with commas between them; none for none."
                ),
                ["on-quiet"] = ("The issue of such a day", null),
                ["categories"] = ("Only columns in these categories", "Names with commas between them; all for all."),
                ["authors"] = ("Only columns by these authors", "Names with commas between them; all for all."),
                ["languages"] = (
                    "Only columns in these languages",
                    "Two letters each, with commas between them; all for all."
                ),
                ["minimum"] = ("Columns that an issue needs", null),
                ["maximum"] = ("Columns that an issue takes at most", "A number, or none."),
                ["order"] = ("Order", null),
                ["too-few"] = ("With fewer columns than needed", null),
                ["lead"] = ("Shown of the first column", null),
                ["others"] = ("Shown of the others", null),
                ["subject-pattern"] = (
                    "Subject of issues",
                    $"Words with places in them: {Newsletter.Publications.HeadlinePattern.Places}. Empty: the columns make it."
                ),
                ["preheader-pattern"] = ("Preheader of issues", "As the subject."),
                ["approval"] = ("An issue goes", null),
                ["draft-before"] = ("Its draft is made so long before", "Such as 24h or 90m, or off."),
                ["missed"] = ("An hour at which nothing ran", null),
                ["kind"] = ("What it is", null),
                ["address"] = ("Address", "Of the site or the feed; for a folder, its path on this machine."),
                ["since"] = ("Set aside what is older than", "A day such as 2026-11-30; empty for none."),
                ["pages"] = ("Where the feed holds only an excerpt", null),
            },
            new(StringComparer.Ordinal)
            {
                ["sign-up open"] = "open to everybody",
                ["sign-up closed"] = "closed: staff add readers",
                ["welcome off"] = "none",
                ["welcome on"] = "a welcome",
                ["welcome latest"] = "a welcome with the latest issue",
                ["goodbye off"] = "none",
                ["goodbye on"] = "a goodbye",
                ["unknown send-again"] = "is sent again",
                ["unknown hold"] = "is held for a person",
                ["on-quiet skip"] = "is left out; its columns wait",
                ["on-quiet move"] = "goes on the next day that is none",
                ["order arrival"] = "as they arrived",
                ["order oldest"] = "the oldest first",
                ["order newest"] = "the newest first",
                ["order hand"] = "as ordered by hand",
                ["order lead"] = "the first by hand, the others by date, the newest first",
                ["too-few skip"] = "they wait for the next issue",
                ["too-few send"] = "the issue goes all the same",
                ["lead template"] = "as the template does",
                ["lead whole"] = "all of it",
                ["lead excerpt"] = "an excerpt",
                ["others template"] = "as the template does",
                ["others whole"] = "all of it",
                ["others excerpt"] = "an excerpt",
                ["approval schedule"] = "by itself at its hour",
                ["approval person"] = "only if a person approved it before",
                ["approval second"] = "only if another person than who changed it last approved it before",
                ["missed make-up"] = "is made up for",
                ["missed skip"] = "is given up",
                ["kind wordpress"] = "a WordPress site",
                ["kind feed"] = "a feed (RSS, Atom, JSON Feed)",
                ["kind folder"] = "a folder on this machine",
                ["pages off"] = "the excerpt is taken",
                ["pages on"] = "the page behind it is read",
            }
        );
}
