using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Newsletter.Subscribers.SignUps;

namespace Newsletter.Web.Readers;

/// <summary>
/// Signing up from a page that has a script of its own. Any site may ask: there is no cookie that it could borrow, and
/// the answer says nothing about an address.
/// </summary>
internal static partial class SignUpJson
{
    public const string Route = "/{slug}/subscribe.json";

    public static async Task<IResult> PostAsync(
        string slug,
        HttpRequest request,
        SignUpOffers offers,
        SignUp signUp,
        CancellationToken cancel
    )
    {
        Allow(request.HttpContext.Response);
        if (await offers.OrNullAsync(slug, cancel) is not { } offer)
            return Answer(StatusCodes.Status404NotFound, new(null, Words.Accepted(request).MissingText));
        var words = (Words.InOrNull(offer.Language) ?? Words.Accepted(request)).SignUp;
        if (await ReadOrNullAsync(request, cancel) is not { } asked)
            return Answer(StatusCodes.Status400BadRequest, new(null, words.Unreadable));
        var from = new FormOrigin("json", OriginOrNull(request), request.HttpContext.Connection.RemoteIpAddress);
        var form = new SignUpForm(asked.Email, asked.Name, from)
        {
            // A page that shows no sentence leaves that to the confirmation mail, which shows it above the button.
            SentenceMark =
                asked.Sentence is null || asked.Sentence == offer.Sentence ? offer.SentenceMark : asked.Sentence,
            IsSure = asked.Sure,
        };
        var result = await signUp.AskAsync(offer, form, cancel);
        return result.Answer is SignUpAnswer.CheckYourMail
            ? Answer(StatusCodes.Status200OK, new("check-your-mail"))
            : Answer(StatusOf(result.Answer), Refused(result, words, offer, asked.Email ?? ""));
    }

    /// <summary>What a browser asks before it posts JSON from another site.</summary>
    public static IResult Options(HttpResponse response)
    {
        Allow(response);
        response.Headers[HeaderNames.AccessControlAllowMethods] = "POST";
        response.Headers[HeaderNames.AccessControlAllowHeaders] = "content-type";
        response.Headers[HeaderNames.AccessControlMaxAge] = "86400";
        return Results.NoContent();
    }

    private static void Allow(HttpResponse response)
    {
        response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        response.Headers[HeaderNames.CacheControl] = "no-store";
    }

    private static Given Refused(SignUpResult result, SignUpWords words, SignUpOffer offer, string typed) =>
        new(null, SignUpSentences.Of(result.Answer, words, offer, typed), result.Suggested?.Value)
        {
            Sentence = result.Answer is SignUpAnswer.SentenceNotSeen ? offer.Sentence : null,
        };

    // A program has no page on which a question could stand.
    private static int StatusOf(SignUpAnswer answer) =>
        SignUpSentences.StatusOf(answer) is var status && status == StatusCodes.Status200OK
            ? StatusCodes.Status422UnprocessableEntity
            : status;

    private static string? OriginOrNull(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            ? origin.GetLeftPart(UriPartial.Authority)
            : null;

    private static async Task<Asked?> ReadOrNullAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, SignUpJsonContext.Default.Asked, cancel);
        }
        catch (Exception fault) when (fault is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static IResult Answer(int status, Given given) =>
        Results.Json(given, SignUpJsonContext.Default.Given, statusCode: status);

    /// <param name="Sentence">What was shown, or its mark in the embedded form; null where none was.</param>
    /// <param name="Sure">The address was asked about, and is right.</param>
    internal sealed record Asked(string? Email, string? Name = null, string? Sentence = null, bool Sure = false);

    /// <param name="Suggestion">The address that was probably meant.</param>
    internal sealed record Given(string? Status, string? Error = null, string? Suggestion = null)
    {
        /// <summary>What is to be shown before it is asked again.</summary>
        public string? Sentence { get; init; }
    }

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    )]
    [JsonSerializable(typeof(Asked))]
    [JsonSerializable(typeof(Given))]
    private sealed partial class SignUpJsonContext : JsonSerializerContext;
}
