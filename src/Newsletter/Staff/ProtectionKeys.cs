using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>Where ASP.NET Core's data protection keeps its keys. It asks without waiting for tasks.</summary>
internal sealed class ProtectionKeys(Databases databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return
        [
            .. db
                .ProtectionKeys.AsNoTracking()
                .OrderBy(key => key.Id)
                .AsEnumerable()
                .Select(key => XElement.Parse(key.Xml)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.ProtectionKeys.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
