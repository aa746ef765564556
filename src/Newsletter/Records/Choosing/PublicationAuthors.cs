using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Newsletter.Columns;
using Newsletter.Database;
using Newsletter.Issues;

namespace Newsletter.Records.Choosing;

/// <summary>Who wrote what a publication has carried: nobody learns here of what is not published yet.</summary>
internal static class PublicationAuthors
{
    private const int Most = 300;

    /// <returns>The name of each as one column spells it, by the key under which names are compared; by name.</returns>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> OfAsync(
        NewsletterDb db,
        int publicationId,
        CancellationToken cancel
    )
    {
        var carried = db
            .Carryings.Where(c => c.CarriedAt != null && c.Issue.PublicationId == publicationId)
            .Select(c => c.ColumnId);
        var bylines = await db
            .CurrentRevisions.Where(r => carried.Contains(r.ColumnId))
            .Select(r => r.Authors)
            .Distinct()
            .ToListAsync(cancel);
        return
        [
            .. bylines
                .SelectMany(json => JsonSerializer.Deserialize(json, ColumnJson.Readable.IReadOnlyListByline) ?? [])
                .Select(author => KeyValuePair.Create(Byline.KeyOf(author.Name), author.Name))
                .Where(author => author.Key.Length > 0)
                .DistinctBy(author => author.Key)
                .OrderBy(author => author.Key, StringComparer.InvariantCultureIgnoreCase)
                .Take(Most),
        ];
    }
}
