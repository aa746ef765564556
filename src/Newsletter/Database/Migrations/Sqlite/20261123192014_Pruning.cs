using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Pruning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reader_requests_email_key_asked_at",
                table: "reader_requests");

            migrationBuilder.AddColumn<string>(
                name: "left_from",
                table: "subscriptions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "left_paused_until",
                table: "subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "subscriber_id",
                table: "service_mails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mailbox",
                table: "reader_requests",
                type: "TEXT",
                maxLength: 320,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_service_mails_subscriber_id",
                table: "service_mails",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_email_key",
                table: "reader_requests",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_mailbox_asked_at",
                table: "reader_requests",
                columns: new[] { "mailbox", "asked_at" });

            // What was asked for before this column was there is limited by its address, and found by its request.
            migrationBuilder.Sql("UPDATE reader_requests SET mailbox = email_key");
            migrationBuilder.Sql("""
                UPDATE service_mails SET subscriber_id = (
                    SELECT r.subscriber_id FROM reader_requests r
                    WHERE 'request:' || CAST(r.id AS text) = service_mails.unique_key
                )
                WHERE unique_key LIKE 'request:%'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_mails_subscriber_id",
                table: "service_mails");

            migrationBuilder.DropIndex(
                name: "ix_reader_requests_email_key",
                table: "reader_requests");

            migrationBuilder.DropIndex(
                name: "ix_reader_requests_mailbox_asked_at",
                table: "reader_requests");

            migrationBuilder.DropColumn(
                name: "left_from",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "left_paused_until",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "subscriber_id",
                table: "service_mails");

            migrationBuilder.DropColumn(
                name: "mailbox",
                table: "reader_requests");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_email_key_asked_at",
                table: "reader_requests",
                columns: new[] { "email_key", "asked_at" });
        }
    }
}
