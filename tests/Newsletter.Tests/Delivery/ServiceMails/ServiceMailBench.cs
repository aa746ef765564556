using Microsoft.EntityFrameworkCore;
using Newsletter.Addresses;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Rendering;
using Newsletter.Tests.Testing;

namespace Newsletter.Tests.Delivery.ServiceMails;

/// <summary>What tests of service mails ask of a bench.</summary>
internal static class ServiceMailBench
{
    public const string Key = "confirm:1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static ServiceMailRequest Mail(
        string to = "ada@example.com",
        string key = Key,
        ServiceMailPurpose purpose = ServiceMailPurpose.Confirm,
        double hours = 24
    ) =>
        new(
            purpose,
            key,
            EmailAddress.Parse(to),
            "Ada",
            PublicationId: null,
            new ServiceMailContent.Written(
                "La Lettre",
                "lettre@example.org",
                ReplyTo: null,
                "en",
                new RenderedServiceMail(
                    "One more step",
                    "",
                    $"<p>{Mark.ReaderName}, <a href=\"{Mark.ActionUrl}\">confirm</a></p>",
                    $"{Mark.ReaderName}: {Mark.ActionUrl}\n",
                    CanLeave: false
                ),
                "https://news.example.org/confirm/secret",
                UnsubscribeUrl: null
            ),
            TimeSpan.FromHours(hours)
        );

    public static Task<bool> AskAsync(this DeliveryBench bench, ServiceMailRequest mail) =>
        bench.ServiceMails().AskAsync(mail, Cancel);

    public static async Task<ServiceMail> ServiceMailAsync(this DeliveryBench bench, string key = Key)
    {
        await using var db = bench.Database.Open();
        return await db.ServiceMails.AsNoTracking().SingleAsync(m => m.UniqueKey == key, Cancel);
    }
}
