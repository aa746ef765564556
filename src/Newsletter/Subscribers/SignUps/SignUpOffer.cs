using System.Security.Cryptography;
using System.Text;
using Newsletter.Publications;

namespace Newsletter.Subscribers.SignUps;

/// <summary>What a publication offers to those who would receive it.</summary>
/// <param name="IsOpen">Whether anybody may sign up.</param>
/// <param name="Sentence">What they agree to by signing up.</param>
internal sealed record SignUpOffer(
    int PublicationId,
    string Slug,
    string Title,
    string Language,
    bool IsOpen,
    string Sentence,
    Theme Theme
)
{
    /// <summary>
    /// Names the sentence in a form, so that what was agreed to is what was shown: where a publication's sentence has
    /// changed since, the form is shown again.
    /// </summary>
    public string SentenceMark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sentence)))[..16];

    public static SignUpOffer Of(Publication publication) =>
        new(
            publication.Id,
            publication.Slug,
            publication.Title,
            publication.Language,
            publication.TakesSignUps,
            publication.SignUpSentence ?? SentenceIn(publication.Language, publication.Title),
            publication.Theme
        );

    // In the language of the form around it, which is English where the publication's is neither.
    private static string SentenceIn(string language, string title) =>
        language is "fr"
            ? $"J’accepte de recevoir {title} par courriel. Je peux me désabonner à tout moment, par le lien au bas de chaque envoi."
            : $"I agree to receive {title} by email. I can unsubscribe at any time, by the link at the foot of each message.";
}
