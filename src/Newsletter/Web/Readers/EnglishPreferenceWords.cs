namespace Newsletter.Web.Readers;

internal static class EnglishPreferenceWords
{
    public static PreferenceWords All { get; } =
        new()
        {
            Title = "What you receive",
            Name = "Your name",
            Language = "Language of our pages and mails",
            AnyLanguage = "That of each newsletter",
            Receive = "I want to receive {0}",
            OffForNow = "You left a short while ago. Tick the box to receive it again as before.",
            OffByMail = "You do not receive it now. Tick the box and we send you a mail to confirm.",
            OffUnconfirmed = "You have not confirmed yet. Tick the box and we send you a mail to confirm.",
            OffClosed = "You do not receive it now, and it takes no new readers. Write to its sender to come back.",
            Rhythm = "How often",
            EveryIssue = "Every issue",
            Weekly = "Once a week",
            Monthly = "Once a month",
            Pause = "Nothing until",
            PauseAside = "A day within a year, such as 2027-03-31. Empty the field to receive it now.",
            Authors = "Only some authors",
            AuthorsAside =
                "You receive only issues with a column by an author whom you tick. With none ticked, you receive all.",
            Save = "Save",
            Saved = "Your choices are saved, and in force.",
            SavedAndMailed =
                "Your choices are saved. To receive again what you ticked, confirm it in the mail that we send you, once a day at most.",
            NothingSaved = "Nothing was saved yet: see what is said below, and save again.",
            NoDay = "This is no day that we can read; write it as 2027-03-31.",
            DayTooEarly = "A pause lasts until tomorrow at least; choose a later day, or empty the field.",
            DayTooLate = "A pause lasts a year at most; choose an earlier day.",
            NoSuchRhythm = "It does not appear in this rhythm any more; choose another.",
            NoSuchLanguage = "Our pages do not speak this language; choose another.",
            OwnTitle = "What we hold about you",
            OwnText =
                "We mail you a link, good for one hour: with it you see everything that we hold about you, take it away as a file, give us a new address, or have it all erased.",
            OwnButton = "Mail me that link",
            OwnMailed =
                "If this newsletter goes to you, a mail with the link is on its way to your address. Another goes at the earliest an hour later.",
        };
}
