using Microsoft.EntityFrameworkCore;

namespace Newsletter.Tests.Architecture.Offenders.Web;

/// <summary>Planted: a door that asks the database itself.</summary>
internal sealed class Queries
{
    public DbContext? Database { get; set; }
}
