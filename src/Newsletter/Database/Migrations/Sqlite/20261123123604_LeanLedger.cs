using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeanLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "audience",
                table: "issues",
                type: "INTEGER",
                nullable: true);

            // Before the table of messages is made anew, which on SQLite ends a migration.
            migrationBuilder.Sql(
                "UPDATE issues SET audience = (SELECT count(*) FROM messages WHERE messages.issue_id = issues.id) WHERE started_at IS NOT NULL"
            );

            migrationBuilder.DropForeignKey(
                name: "fk_messages_subscribers_subscriber_id",
                table: "messages");

            migrationBuilder.DropForeignKey(
                name: "fk_messages_subscriptions_subscription_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_subscriber_id",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_subscription_id",
                table: "messages");

            migrationBuilder.CreateIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages",
                columns: new[] { "issue_id", "state", "not_before" },
                filter: "state <> 'Sent'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "issues");

            migrationBuilder.CreateIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages",
                columns: new[] { "issue_id", "state", "not_before" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_subscriber_id",
                table: "messages",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_subscription_id",
                table: "messages",
                column: "subscription_id");

            migrationBuilder.AddForeignKey(
                name: "fk_messages_subscribers_subscriber_id",
                table: "messages",
                column: "subscriber_id",
                principalTable: "subscribers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_messages_subscriptions_subscription_id",
                table: "messages",
                column: "subscription_id",
                principalTable: "subscriptions",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
