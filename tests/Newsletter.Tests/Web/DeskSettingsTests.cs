using System.Net;
using Microsoft.EntityFrameworkCore;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Tests.Testing;
using Newsletter.Web.Desk;

namespace Newsletter.Tests.Web;

public sealed class DeskSettingsTests
{
    private const string Here = "/desk/settings/lettre";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_form_is_saved_by_itself_and_the_trail_has_before_and_after(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        var here = await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        using var saved = await SaveAsync(
            admin,
            ("form", "names"),
            ("title", "La Grande Lettre"),
            ("from", "Nous <nous@example.org>"),
            ("reply-to", ""),
            ("language", "fr"),
            ("timezone", "Europe/Paris"),
            ("postal", "12, quai\r\nParis")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await using var db = site.Database.Open();
        var set = await db.Set<Publication>().SingleAsync(Cancel);
        Assert.Equal(
            ("La Grande Lettre", "Europe/Paris", "12, quai\nParis"),
            (set.Title, set.TimeZone, set.PostalAddress)
        );
        var entry = await db.Set<AuditEntry>().SingleAsync(e => e.Act == "publication.set", Cancel);
        Assert.Contains("title: La Lettre\n", entry.Before, StringComparison.Ordinal);
        Assert.Contains("title: La Grande Lettre\n", entry.After, StringComparison.Ordinal);
        // What was not changed is no part of the act.
        Assert.DoesNotContain("language", entry.After, StringComparison.Ordinal);
        Assert.Equal((here.Id, AuditOutcome.Done), (entry.PublicationId, entry.Outcome));
    }

    [Fact]
    public async Task Colours_that_cannot_be_read_are_refused_beside_the_form_and_what_was_typed_is_kept()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        using var refused = await SaveAsync(
            admin,
            ("form", "look"),
            ("paper", "#000000"),
            ("background", "#ffffff"),
            ("heading-font", "Palatino, serif")
        );
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("can be read both on paper #000000 and on background #ffffff", page, StringComparison.Ordinal);
        Assert.DoesNotContain("--theme", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Palatino, serif\"", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("class=\"problem\"", StringComparison.Ordinal)
                > page.IndexOf("id=\"look\"", StringComparison.Ordinal)
        );
        await using var db = site.Database.Open();
        Assert.Null((await db.Set<Publication>().SingleAsync(Cancel)).ThemeJson);
    }

    [Fact]
    public async Task A_logo_is_no_file_of_this_machine()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        using var refused = await SaveAsync(admin, ("form", "look"), ("logo", "/etc/logo.png"));
        Assert.Contains(
            "has to be an address of the web",
            await refused.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task An_admin_of_all_adds_a_publication_and_is_told_what_is_wrong_with_it(Provider provider)
    {
        await using var site = await DeskSite.StartAsync(provider);
        using var admin = await site.SignedInAsync(StaffRole.Admin);
        const string Form = "/desk/installation/publication";
        (string, string)[] typed =
        [
            ("title", "Le Matin"),
            ("from", "Matin <matin@example.org>"),
            ("language", "fr"),
            ("timezone", "Europe/Paris"),
            ("postal", "1, rue"),
            ("template", "digest"),
        ];
        using var refused = await DeskSite.PostAsync(admin, Form, [.. typed, ("slug", "Le Matin")]);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("cannot be a slug", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Matin &lt;matin@example.org&gt;\"", page, StringComparison.Ordinal);
        using var added = await DeskSite.PostAsync(admin, Form, [.. typed, ("slug", "matin")]);
        Assert.Equal("/desk/settings/matin", added.Headers.Location?.OriginalString);
        await using var db = site.Database.Open();
        var publication = await db.Set<Publication>().SingleAsync(Cancel);
        Assert.Equal(
            ("matin", "digest", "Europe/Paris"),
            (publication.Slug, publication.Template, publication.TimeZone)
        );
        Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(e => e.Act == "publication.add", Cancel));
    }

    [Fact]
    public async Task An_admin_of_one_publication_sees_and_sets_no_other_and_adds_none()
    {
        await using var site = await DeskSite.StartAsync(Provider.Sqlite);
        var here = await site.PublicationAsync();
        await site.PublicationAsync("autre");
        using var admin = await site.SignedInAsync(StaffRole.Admin, here.Id);
        var list = await admin.GetStringAsync(new Uri("/desk/settings", UriKind.Relative), Cancel);
        Assert.Contains("/desk/settings/lettre", list, StringComparison.Ordinal);
        Assert.DoesNotContain("autre", list, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/installation", list, StringComparison.Ordinal);
        foreach (
            var path in new[] { "/desk/settings/autre", "/desk/settings/autre/rule", "/desk/installation/publication" }
        )
        {
            using var answer = await admin.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var set = await DeskSite.PostToAsync(
            admin,
            Here,
            "/desk/settings/autre?handler=Save",
            ("form", "names"),
            ("title", "Taken")
        );
        Assert.Equal(HttpStatusCode.Forbidden, set.StatusCode);
    }

    [Fact]
    public void Every_setting_has_its_words_in_both_languages()
    {
        var (english, french) = (EnglishFieldWords.Words, FrenchFieldWords.Words);
        Assert.Equal(english.Names.Keys.Order(), french.Names.Keys.Order());
        Assert.Equal(english.Choices.Keys.Order(), french.Choices.Keys.Order());
        var fields = SettingForms
            .All.Values.SelectMany(form => form)
            .Concat(
                new[] { RuleForms.When, RuleForms.What, RuleForms.Who }.SelectMany(form =>
                    RuleForms.Of(form, Edition.Every)
                )
            );
        Assert.All(fields, field => Assert.Contains(field.Name, english.Names.Keys));
        Assert.All(
            fields.SelectMany(field => field.Choices.Select(word => $"{field.Name} {word}")),
            word => Assert.Contains(word, english.Choices.Keys)
        );
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient admin, params (string, string)[] fields) =>
        DeskSite.PostToAsync(admin, Here, $"{Here}?handler=Save", fields);
}
