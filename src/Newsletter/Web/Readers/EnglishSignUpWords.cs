namespace Newsletter.Web.Readers;

internal static class EnglishSignUpWords
{
    public static SignUpWords All { get; } =
        new()
        {
            Title = "Subscribe to {0}",
            Email = "Your email address",
            Name = "Your name (optional)",
            Trap = "Leave this field empty",
            Agreement = "By pressing the button you say:",
            Button = "Subscribe",
            Aside = "You receive one message with a button to confirm, and nothing else unless you press it.",
            CheckTitle = "One more step",
            CheckText =
                "A message is on its way to {0}. Press the button in it, and it is done; without that, nothing else is sent.",
            CheckAdvice =
                "If it does not come within a few minutes, look among your unwanted mail, and check the address. An address is written to once a day at most.",
            ClosedTitle = "No sign-ups at present",
            Closed = "{0} takes no new readers here at present.",
            NoAddress = "“{0}” is no address that mail can reach. An address looks like name@example.org.",
            NoSuchDomain = "There is no mail at “{0}”. Please check what stands after the @.",
            NoMailThere = "“{0}” takes no mail. Please give another address.",
            SlipTitle = "Is this address right?",
            Slip = "You typed {0}.",
            SlipYes = "I meant {0}",
            SlipNo = "{0} is right",
            SentenceNotSeen = "Please read what you agree to, and press the button once more.",
            NotByHand = "Please press the button once more. This keeps programs out that fill in forms.",
            TooMany = "Too many sign-ups have come from there lately. Please try again in an hour.",
            Unreadable = "This form could not be read. Please fill it in once more.",
            ConfirmTitle = "Confirm your subscription",
            ConfirmQuestion = "Do you want to receive {0} by email?",
            ConfirmButton = "Yes, subscribe me",
            ConfirmAside = "Nothing changes until you press the button. If you asked for nothing, close this page.",
            ConfirmedTitle = "You are subscribed",
            ConfirmedText = "You will receive {0} from now on. Each message ends with a link by which you can leave.",
            OverTitle = "This link is no longer valid",
            OverText = "It is too old, or was used before you left. To receive {0}, subscribe again.",
            OverLink = "Subscribe again",
            BrokenAdvice = "Open the message again and press its button, or subscribe again.",
            FreshTitle = "Get your links by mail",
            FreshText =
                "Give the address at which you receive the newsletter: your links to leave and to choose are mailed there.",
            FreshButton = "Mail me my links",
            FreshSent =
                "If {0} is subscribed here, a message with your links is on its way. An address is written to once a day at most.",
            EmbedTitle = "A form for your own site: {0}",
            EmbedText =
                "Copy this into a page of your site. It needs no script. When the sentence of the publication changes, copy it again; until then readers are shown the new one before they subscribe.",
            EmbedHtml = "HTML to copy",
        };
}
