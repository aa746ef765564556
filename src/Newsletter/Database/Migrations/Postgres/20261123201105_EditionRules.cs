using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EditionRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "quiet_days_json",
                table: "publications",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rank",
                table: "offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "embargo_until",
                table: "issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "seen_revision",
                table: "issue_columns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "policy_json",
                table: "editions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "column_revisions",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "quiet_days_json",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "embargo_until",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "seen_revision",
                table: "issue_columns");

            migrationBuilder.DropColumn(
                name: "policy_json",
                table: "editions");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "column_revisions");
        }
    }
}
