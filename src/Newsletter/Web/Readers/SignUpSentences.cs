using System.Globalization;
using Newsletter.Addresses;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>What a sign-up is answered, in words and as a status.</summary>
internal static class SignUpSentences
{
    /// <summary>Null where there is nothing to say but that a mail is on its way.</summary>
    /// <param name="typed">The address as it was typed, whatever it holds.</param>
    public static string? Of(SignUpAnswer answer, SignUpWords words, SignUpOffer offer, string typed)
    {
        var shown = OneLine.Shortened(OneLine.Cleaned(typed), 80);
        var domain = shown[(shown.LastIndexOf('@') + 1)..];
        return answer switch
        {
            SignUpAnswer.Closed => Said(words.Closed, offer.Title),
            SignUpAnswer.NoAddress => Said(words.NoAddress, shown),
            SignUpAnswer.NoSuchDomain => Said(words.NoSuchDomain, domain),
            SignUpAnswer.NoMailThere => Said(words.NoMailThere, domain),
            SignUpAnswer.Slip => Said(words.Slip, shown),
            SignUpAnswer.SentenceNotSeen => words.SentenceNotSeen,
            SignUpAnswer.NotByHand => words.NotByHand,
            SignUpAnswer.TooMany => words.TooMany,
            _ => null,
        };
    }

    /// <summary>A question is an answer like any other; what is wrong in what was typed is not.</summary>
    public static int StatusOf(SignUpAnswer answer) =>
        answer switch
        {
            SignUpAnswer.Closed => StatusCodes.Status403Forbidden,
            SignUpAnswer.NoAddress or SignUpAnswer.NoSuchDomain or SignUpAnswer.NoMailThere =>
                StatusCodes.Status422UnprocessableEntity,
            SignUpAnswer.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status200OK,
        };

    private static string Said(string sentence, string what) =>
        string.Format(CultureInfo.InvariantCulture, sentence, what);
}
