using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Newsletter.Database;

namespace Newsletter.Staff;

/// <summary>Accounts as ASP.NET Core Identity asks for them, in the one database. Roles and sessions are ours: Identity's know no publications.</summary>
internal sealed class StaffStore(NewsletterDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<
        StaffMember,
        NewsletterDb,
        int,
        IdentityUserClaim<int>,
        IdentityUserLogin<int>,
        IdentityUserToken<int>,
        IdentityUserPasskey<int>
    >(db, describer);
