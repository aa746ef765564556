using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Newsletter.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SourcesThatRest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "fails_since",
                table: "sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_address",
                table: "sources",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paused_at",
                table: "sources",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "fails_since",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "first_address",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "paused_at",
                table: "sources");
        }
    }
}
