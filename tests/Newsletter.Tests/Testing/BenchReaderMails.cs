using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Columns.Pictures;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Rendering;
using Newsletter.Review;
using Newsletter.Subscribers;

namespace Newsletter.Tests.Testing;

/// <summary>What turns readers' requests into mails, over a bench's database.</summary>
internal static class BenchReaderMails
{
    public static ReaderMails ReaderMails(this DeliveryBench bench)
    {
        var (database, site) = (bench.Database, Options.Create(new SiteOptions { Url = "https://news.example.org" }));
        return new(
            database.Databases,
            database.Lane,
            new ReaderMailContent(
                database.Databases,
                new ServiceMailRenderer(new TemplateFolder(bench.Templates)),
                new PublicationLogo(new PictureFolder(database.Folder), site),
                new LinkKeys(database.Databases, database.Lane, bench.Time),
                site,
                bench.Time
            ),
            bench.ServiceMails(),
            bench.Time,
            bench.Log
        );
    }
}
