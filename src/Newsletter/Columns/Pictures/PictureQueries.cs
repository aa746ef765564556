using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Columns.Pictures;

/// <summary>What is asked of the database about pictures, by name.</summary>
internal static class PictureQueries
{
    extension(NewsletterDb db)
    {
        internal DbSet<KeptPicture> Pictures => db.Set<KeptPicture>();

        /// <summary>What became of these sources, for any use.</summary>
        internal IQueryable<KeptPicture> PicturesOf(IReadOnlyCollection<string> keys) =>
            db.Set<KeptPicture>().Where(picture => keys.Contains(picture.Key));
    }
}
