namespace Newsletter.Web.Readers;

internal static class EnglishOwnDataWords
{
    public static OwnDataWords All { get; } =
        new()
        {
            Choices = EnglishPreferenceWords.All,
            Leaving = LeavingWords.In(EnglishWords.All),
            Held = EnglishHeldWords.All,
            GoneTitle = "Nothing is held here any more",
            OverTitle = "This link is too old",
            OverText =
                "It counted for one hour. Ask for another on the page of your choices, which each newsletter links to at its foot.",
            DataTitle = "What we hold about you",
            DataText = "This is all of it. We know neither what you open nor what you follow: we do not look.",
            Download = "Take it away as a file (JSON)",
            Address = "Address",
            Name = "Name",
            Language = "Language",
            Since = "Known since",
            Tags = "Tags",
            Suppressed = "Receives nothing",
            State = "State",
            Rhythm = "How often",
            PausedUntil = "Paused until",
            Authors = "Only these authors",
            Reason = "Why you left",
            Proof = "What you agreed to, and took back",
            Messages = "Issues that were meant for you",
            IssueNumber = "issue {0}",
            Mails = "Other mails",
            AskedFor = "asked for, to {0}",
            Quoted = "“{0}”",
            Network = "network {0}",
            WholeDomain = "the whole domain",
            MoveTitle = "A new address",
            MoveText = "We mail a link to the new address. Nothing changes until you confirm it there.",
            NewAddress = "New address",
            MoveButton = "Use this address from now on",
            NoAddress = "This is no address that mail can go to; it looks like name@example.org.",
            MoveMailed = "If {0} can be used, a mail with a link is on its way there. It counts for one hour.",
            ConfirmMoveTitle = "Is this your new address?",
            ConfirmMoveQuestion = "Do you want to receive at {0} from now on, and no more at the address before?",
            ConfirmMoveButton = "Yes, use this address",
            ConfirmMoveAside =
                "Nothing changes until you press the button. If you did not ask for this, close the page.",
            MovedTitle = "Your new address is in use",
            MovedText = "From now on you receive at {0}.",
            TakenTitle = "This address cannot be used",
            TakenText = "{0} is with us already, or receives no mail from us. Nothing was changed.",
            EraseTitle = "Have it all erased",
            EraseText = "You leave everything, and all that is held about you is erased for good.",
            EraseLink = "Erase me…",
            EraseQuestion =
                "Erase you for good? You receive nothing any more, and nobody can take it back. What we keep is a number from which nobody can make your address, so that no list brings you back.",
            EraseButton = "Erase me now",
            BackToData = "No, back to what is held",
            ErasedTitle = "You are erased",
            ErasedText =
                "Nothing is sent to you any more, and nothing that names you is held. Backups follow as they grow old.",
        };
}
