using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Newsletter.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Subscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "suppressions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Staff");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "joined_at",
                table: "subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_until",
                table: "subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "subscribers",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "says_goodbye",
                table: "publications",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "sign_up_sentence",
                table: "publications",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "takes_sign_ups",
                table: "publications",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "welcome",
                table: "publications",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "segment",
                table: "issues",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form",
                table: "consents",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "network",
                table: "consents",
                type: "character varying(45)",
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "page",
                table: "consents",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "chosen_authors",
                columns: table => new
                {
                    subscription_id = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chosen_authors", x => new { x.subscription_id, x.author });
                    table.ForeignKey(
                        name: "fk_chosen_authors_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leaving_reasons",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscription_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaving_reasons", x => x.id);
                    table.ForeignKey(
                        name: "fk_leaving_reasons_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reader_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    subscriber_id = table.Column<long>(type: "bigint", nullable: true),
                    subscription_id = table.Column<long>(type: "bigint", nullable: true),
                    publication_id = table.Column<int>(type: "integer", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reader_requests", x => x.id);
                    table.CheckConstraint("ck_reader_requests_kind", "kind IN ('Confirm', 'Welcome', 'Goodbye', 'FreshLink', 'OwnData', 'NewAddress')");
                    table.ForeignKey(
                        name: "fk_reader_requests_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reader_requests_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reader_requests_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriber_fields",
                columns: table => new
                {
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriber_fields", x => new { x.subscriber_id, x.name });
                    table.ForeignKey(
                        name: "fk_subscriber_fields_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriber_tags",
                columns: table => new
                {
                    subscriber_id = table.Column<long>(type: "bigint", nullable: false),
                    tag = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriber_tags", x => new { x.subscriber_id, x.tag });
                    table.ForeignKey(
                        name: "fk_subscriber_tags_subscribers_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscribers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_paused_until",
                table: "subscriptions",
                column: "paused_until",
                filter: "paused_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leaving_reasons_subscription_id",
                table: "leaving_reasons",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_email_key_asked_at",
                table: "reader_requests",
                columns: new[] { "email_key", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_publication_id",
                table: "reader_requests",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_subscriber_id",
                table: "reader_requests",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_subscription_id",
                table: "reader_requests",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_requests_waiting",
                table: "reader_requests",
                column: "id",
                filter: "mailed_at IS NULL");

            // Who had agreed before this was kept.
            migrationBuilder.Sql("""
                UPDATE subscriptions SET joined_at =
                    (SELECT max(c.at) FROM consents c WHERE c.subscription_id = subscriptions.id AND c.act = 'Given')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chosen_authors");

            migrationBuilder.DropTable(
                name: "leaving_reasons");

            migrationBuilder.DropTable(
                name: "reader_requests");

            migrationBuilder.DropTable(
                name: "subscriber_fields");

            migrationBuilder.DropTable(
                name: "subscriber_tags");

            migrationBuilder.DropIndex(
                name: "ix_subscriptions_paused_until",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "source",
                table: "suppressions");

            migrationBuilder.DropColumn(
                name: "joined_at",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "language",
                table: "subscribers");

            migrationBuilder.DropColumn(
                name: "says_goodbye",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "sign_up_sentence",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "takes_sign_ups",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "welcome",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "segment",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "form",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "network",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "page",
                table: "consents");
        }
    }
}
