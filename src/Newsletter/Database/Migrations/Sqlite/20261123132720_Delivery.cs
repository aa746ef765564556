using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<string>(
                name: "give_up_after",
                table: "publications",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "retries",
                table: "publications",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "audience",
                table: "issues",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_slice_up_to",
                table: "issues",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "holds",
                table: "issues",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                "UPDATE issues SET audience = (SELECT count(*) FROM messages WHERE messages.issue_id = issues.id) WHERE started_at IS NOT NULL"
            );

            migrationBuilder.CreateTable(
                name: "service_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unique_key = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    publication_id = table.Column<int>(type: "INTEGER", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    dated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_reply = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_mails", x => x.id);
                    table.CheckConstraint("ck_service_mails_content", "(content IS NULL) = (settled_at IS NOT NULL)");
                    table.CheckConstraint("ck_service_mails_owner", "(owner IS NOT NULL) = (state IN ('Claimed', 'Sending'))");
                    table.CheckConstraint("ck_service_mails_purpose", "purpose IN ('Confirm', 'Welcome', 'Goodbye', 'NewAddress', 'Invitation', 'Test', 'Alarm')");
                    table.CheckConstraint("ck_service_mails_settled", "(settled_at IS NULL) = (state IN ('Queued', 'Claimed', 'Sending'))");
                    table.CheckConstraint("ck_service_mails_state", "state IN ('Queued', 'Claimed', 'Sending', 'Sent', 'Failed', 'Unknown', 'Withdrawn', 'Expired')");
                    table.ForeignKey(
                        name: "fk_service_mails_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages",
                columns: new[] { "issue_id", "state", "not_before" },
                filter: "state <> 'Sent'");

            migrationBuilder.CreateIndex(
                name: "ix_service_mails_email_key",
                table: "service_mails",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_service_mails_not_before",
                table: "service_mails",
                column: "not_before",
                filter: "settled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_mails_publication_id",
                table: "service_mails",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_mails_unique_key",
                table: "service_mails",
                column: "unique_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_mails");

            migrationBuilder.DropIndex(
                name: "ix_messages_issue_id_state_not_before",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "give_up_after",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "retries",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "first_slice_up_to",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "holds",
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
