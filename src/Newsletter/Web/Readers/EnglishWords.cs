namespace Newsletter.Web.Readers;

internal static class EnglishWords
{
    public static Words All { get; } =
        new()
        {
            Language = "en",
            LeaveTitle = "Unsubscribe",
            LeaveQuestion = "Do you want to stop receiving {0}?",
            LeaveButton = "Unsubscribe me",
            LeaveAside = "Nothing changes until you press the button. You can close this page to stay subscribed.",
            LeftTitle = "You are unsubscribed",
            LeftText = "You will not receive {0} any more. This took effect at once.",
            UndoText = "If this was a mistake, you can take it back.",
            UndoButton = "Subscribe me again",
            GoneText = "Nothing is sent to this address any more, and nothing of it is kept.",
            BackTitle = "You are subscribed again",
            BackText = "You will receive {0} as before.",
            TooLateTitle = "You are still unsubscribed",
            TooLateText =
                "It is too late to take it back here. To receive {0} again, write to its sender: answering any issue reaches them.",
            BrokenTitle = "This link does not work",
            BrokenText =
                "It is incomplete or altered, as happens when a mail program breaks a long link in two. Nothing was changed.",
            BrokenAdvice =
                "Open the newsletter again and use the link at its foot, or answer the newsletter and ask to be unsubscribed: its sender will do it for you.",
            HowToLeaveTitle = "How to unsubscribe",
            HowToLeaveText =
                "Each newsletter that you receive has, at its foot, links of your own to unsubscribe and to choose what you receive.",
            HowToLeaveAdvice =
                "Open one of them in your mail, follow the link, and press the button on the page that it opens. If you cannot find the link, answer the newsletter and ask to be unsubscribed.",
            StartTitle = "Newsletters",
            StartText = "This site sends newsletters by email.",
            StartNothing = "No issue has been published yet.",
            LatestIssue = "Latest issue",
            MissingTitle = "There is nothing here",
            MissingText = "The address of this page is wrong, or what it showed is not public.",
            FaultTitle = "Something went wrong here",
            FaultText = "This is our fault, not yours. Please try again in a few minutes.",
            RefusedTitle = "This request cannot be answered",
            RefusedText = "Something in it is not what this page takes. Nothing was changed.",
            ToStart = "To the start page",
            SignUp = EnglishSignUpWords.All,
        };
}
