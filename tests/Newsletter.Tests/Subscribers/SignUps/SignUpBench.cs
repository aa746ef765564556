using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Newsletter.Publications;
using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Subscribers.SignUps;

/// <summary>A publication "lettre" that people sign up to, over a test database.</summary>
internal sealed class SignUpBench : IMailDomains, IAsyncDisposable
{
    // Made once the test has set what it wants.
    private readonly Lazy<SignUpLimits> limits;

    private SignUpBench(Readers readers)
    {
        Readers = readers;
        limits = new Lazy<SignUpLimits>(() => new SignUpLimits(Options.Create(Settings)));
        Keys = new LinkKeys(readers.Database.Databases, readers.Database.Lane, readers.Database.Clock);
    }

    public Readers Readers { get; }

    public LinkKeys Keys { get; }

    public SignUpOptions Settings { get; } =
        new()
        {
            PerNetwork = 1_000_000,
            PerDomain = 1_000_000,
            Overall = 1_000_000,
        };

    /// <summary>What the DNS says of every domain.</summary>
    public DomainMail Dns { get; set; } = DomainMail.Possible;

    public IPAddress Address { get; set; } = IPAddress.Parse("203.0.113.77");

    public FormOrigin Origin => new("page", "https://news.example.org/lettre/subscribe", Address);

    public ShownForms Forms => new(Keys, Readers.Database.Clock);

    public SignUp SignUp => new(Readers.Database.Lane, Keys, Forms, limits.Value, this, Readers.Database.Clock);

    public Confirming Confirming =>
        new(
            Readers.Database.Databases,
            Readers.Database.Lane,
            Keys,
            Readers.Database.Clock,
            NullLogger<Confirming>.Instance
        );

    public FreshLinks FreshLinks => new(Readers.Database.Lane, limits.Value, Readers.Database.Clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SignUpBench> AtAsync(Provider provider) => new(await Readers.AtAsync(provider));

    public async Task<SignUpOffer> OfferAsync(string slug = "lettre") =>
        (await new SignUpOffers(Readers.Database.Databases).OrNullAsync(slug, Cancel))!;

    public async Task<SignUpAnswer> AskAsync(string address, string? name = null, string slug = "lettre") =>
        (await ResultAsync(address, name, slug)).Answer;

    public async Task<SignUpResult> ResultAsync(
        string address,
        string? name = null,
        string slug = "lettre",
        Func<SignUpForm, SignUpForm>? change = null
    )
    {
        var offer = await OfferAsync(slug);
        var form = new SignUpForm(address, name, Origin) { SentenceMark = offer.SentenceMark, IsSure = true };
        return await SignUp.AskAsync(offer, change is null ? form : change(form), Cancel);
    }

    /// <summary>By the link in the last confirmation mail.</summary>
    public async Task<ConfirmationState> ConfirmAsync() =>
        (await Confirming.ConfirmAsync(await TokenAsync(), Origin, Cancel)).State;

    public async Task<string> TokenAsync() =>
        await TokenAsync((await RequestsAsync()).Last(r => r.Kind is ReaderRequestKind.Confirm).Id);

    /// <summary>That of the link in the mail of this request.</summary>
    public async Task<string> TokenAsync(long request) =>
        ReaderLink.Token(await Keys.SigningAsync(Cancel), LinkPurpose.Confirm, request);

    public async Task<List<ReaderRequest>> RequestsAsync()
    {
        await using var db = Readers.Database.Open();
        return await db.ReaderRequests.AsNoTracking().OrderBy(r => r.Id).ToListAsync(Cancel);
    }

    public async Task<List<ReaderRequestKind>> KindsAsync() => [.. (await RequestsAsync()).Select(r => r.Kind)];

    public async Task ChangeAsync(Action<Publication> change)
    {
        await using var db = Readers.Database.Open();
        change(await db.Publications.SingleAsync(p => p.Slug == "lettre", Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    public Task<DomainMail> AskAsync(string domain, CancellationToken cancel) => Task.FromResult(Dns);

    public async ValueTask DisposeAsync()
    {
        limits.Value.Dispose();
        await Readers.DisposeAsync();
    }
}
