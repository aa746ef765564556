using System.CommandLine;
using Newsletter.Publications;

namespace Newsletter.Cli;

/// <summary>An edition's rule, as <c>publication add</c> and <c>set</c> take it.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string?> edition = Text(
        "--edition",
        string.Join('|', Edition.Rhythms),
        "Which edition the options of the rule are for; every, if not said."
    );
    private readonly Option<string?> categories = Text("--categories", "A,B|all", "Only columns in one of these.");
    private readonly Option<string?> authors = Text("--authors", "A,B|all", "Only columns by one of these.");
    private readonly Option<string?> languages = Text("--languages", "fr,en|all", "Only columns in one of these.");
    private readonly Option<int?> minimum = new("--minimum")
    {
        HelpName = "N",
        Description = "How many columns an issue needs.",
    };
    private readonly Option<string?> maximum = Text("--maximum", "N|none", "How many columns an issue takes at most.");
    private readonly Option<string?> order = Text(
        "--order",
        "arrival|oldest|newest|hand|lead",
        "In which order; hand and lead: as \"column order\" says, all or only the first of them."
    );
    private readonly Option<string?> tooFew = Text(
        "--too-few",
        "skip|send",
        "With fewer than needed: they wait for the next issue, or go."
    );
    private readonly Option<string?> lead = Text(
        "--lead",
        "template|whole|excerpt",
        "How much of the first column is shown; template: as it says."
    );
    private readonly Option<string?> others = Text("--others", "template|whole|excerpt", "The same for the others.");
    private readonly Option<string?> subject = Text(
        "--subject-pattern",
        "T",
        $"The subject of issues, with {HeadlinePattern.Places}; empty to let the columns make it."
    );
    private readonly Option<string?> preheader = Text("--preheader-pattern", "T", "The same for the preheader.");
    private readonly Option<string?> approval = Text(
        "--approval",
        "schedule|person|second",
        "Whether a scheduled issue goes by itself, or only if a person approved it before its hour; second: another than who changed it last."
    );
    private readonly Option<string?> draftBefore = Text(
        "--draft-before",
        "24h|off",
        "How long before the hour its draft is made."
    );
    private readonly Option<string?> missed = Text(
        "--missed",
        "make-up|skip",
        "What becomes of an hour at which nothing ran."
    );

    public IEnumerable<Symbol> All =>
        [
            edition,
            categories,
            authors,
            languages,
            minimum,
            maximum,
            order,
            tooFew,
            lead,
            others,
            subject,
            preheader,
            approval,
            draftBefore,
            missed,
        ];

    public RuleSettings Read(Session session) =>
        new()
        {
            Rhythm = session.Get(edition),
            Categories = session.Get(categories),
            Authors = session.Get(authors),
            Languages = session.Get(languages),
            Minimum = session.Get(minimum),
            Maximum = session.Get(maximum),
            Order = session.Get(order),
            TooFew = session.Get(tooFew),
            Lead = session.Get(lead),
            Others = session.Get(others),
            SubjectPattern = session.Get(subject),
            PreheaderPattern = session.Get(preheader),
            Approval = session.Get(approval),
            DraftBefore = session.Get(draftBefore),
            Missed = session.Get(missed),
        };

    private static Option<string?> Text(string name, string example, string description) =>
        new(name) { HelpName = example, Description = description };
}
