using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "approval_lost",
                table: "issues",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "changed_by",
                table: "issues",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "edited_by",
                table: "column_revisions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "approval_lost",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "changed_by",
                table: "issues");

            migrationBuilder.DropColumn(
                name: "edited_by",
                table: "column_revisions");
        }
    }
}
