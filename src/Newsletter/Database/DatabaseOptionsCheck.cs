using Microsoft.Extensions.Options;

namespace Newsletter.Database;

internal sealed class DatabaseOptionsCheck : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        !options.IsPostgres && !options.IsSqlite
            ? ValidateOptionsResult.Fail($"Database__Provider is \"{options.Provider}\"; it can be sqlite or postgres.")
        : options.IsPostgres && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail(
                "Database__Provider is postgres, which needs Database__ConnectionString, such as \"Host=localhost;Database=newsletter;Username=newsletter\"."
            )
        : ValidateOptionsResult.Success;
}
