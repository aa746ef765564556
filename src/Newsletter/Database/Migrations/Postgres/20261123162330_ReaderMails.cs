using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReaderMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_service_mails_purpose",
                table: "service_mails");

            migrationBuilder.AddCheckConstraint(
                name: "ck_service_mails_purpose",
                table: "service_mails",
                sql: "purpose IN ('Confirm', 'Welcome', 'Goodbye', 'FreshLink', 'OwnData', 'NewAddress', 'Invitation', 'Test', 'Alarm')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_service_mails_purpose",
                table: "service_mails");

            migrationBuilder.AddCheckConstraint(
                name: "ck_service_mails_purpose",
                table: "service_mails",
                sql: "purpose IN ('Confirm', 'Welcome', 'Goodbye', 'NewAddress', 'Invitation', 'Test', 'Alarm')");
        }
    }
}
