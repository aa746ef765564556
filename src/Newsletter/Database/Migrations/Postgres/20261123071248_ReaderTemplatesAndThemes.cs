using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReaderTemplatesAndThemes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "theme_json",
                table: "publications",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "by_reader",
                table: "issue_bundles",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "theme_json",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "by_reader",
                table: "issue_bundles");
        }
    }
}
