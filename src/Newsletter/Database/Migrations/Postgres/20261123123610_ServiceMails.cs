using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Newsletter.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ServiceMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "holds",
                table: "issues",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "service_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unique_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_key = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    publication_id = table.Column<int>(type: "integer", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_reply = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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

            migrationBuilder.DropColumn(
                name: "holds",
                table: "issues");
        }
    }
}
