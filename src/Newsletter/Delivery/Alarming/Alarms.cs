using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newsletter.Addresses;
using Newsletter.Database;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Publications;

namespace Newsletter.Delivery.Alarming;

/// <summary>
/// Writes to staff when something stopped and does not go on by itself: once an event, however often it is seen and
/// by however many processes, since each mail has the event's key.
/// </summary>
internal sealed class Alarms(
    Databases databases,
    StoppedIssues stopped,
    FailingSources sources,
    AlarmMail mail,
    ServiceMailQueue queue,
    IOptions<AlarmOptions> options,
    TimeProvider clock,
    ILogger<Alarms> log
)
{
    // Where the one relay is what stopped, the mail waits for it.
    private static readonly TimeSpan s_lastsFor = TimeSpan.FromDays(2);
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromSeconds(30);

    // What this process has asked for already; the mails' keys are what counts.
    private readonly ConcurrentDictionary<string, bool> raised = new(StringComparer.Ordinal);
    private long? lookedAtRest;

    /// <summary>Looks for what has stopped. Called again and again; costs one small query.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        foreach (var held in await stopped.HeldAsync(cancel))
            await RaiseAsync(held, cancel);
        if (lookedAtRest is { } last && clock.GetElapsedTime(last) < s_betweenLooks)
            return;
        foreach (var missed in await stopped.MissedSlotsAsync(s_lastsFor, cancel))
            await RaiseAsync(missed, cancel);
        foreach (var failing in await sources.LastingAsync(Durations.Parse(options.Value.SourceAfter), cancel))
            await RaiseAsync(failing, cancel);
        lookedAtRest = clock.GetTimestamp();
    }

    /// <summary>To be called as long as it refuses, as often as one likes: an alarm goes once it has for a while.</summary>
    /// <param name="relay">Its name.</param>
    /// <param name="sentence">Why, and what to do.</param>
    /// <param name="since">When this began; a relay that comes back and refuses again later refuses since then.</param>
    /// <param name="lasted">How long it was met since then; an alarm is for what lasts.</param>
    /// <param name="cancel">Gives up.</param>
    public Task RelayRefusesAsync(
        string relay,
        string sentence,
        DateTimeOffset since,
        TimeSpan lasted,
        CancellationToken cancel
    ) =>
        lasted < Durations.Parse(options.Value.RelayAfter)
            ? Task.CompletedTask
            : RaiseAsync(
                new AlarmEvent(
                    Said($"relay:{relay}:{since.UtcTicks}"),
                    "a relay refuses",
                    Said(
                        $"The relay {relay} takes no mail since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {sentence} What is not sent stays queued, and goes when the relay takes it again."
                    ),
                    PublicationId: null
                ),
                cancel
            );

    /// <summary>Delivery to a domain was stopped because of what it answers. At most one alarm a day for a domain.</summary>
    public Task DomainStoppedAsync(string domain, string sentence, CancellationToken cancel) =>
        RaiseAsync(
            new AlarmEvent(
                Said($"domain:{domain}:{clock.GetUtcNow().UtcDateTime:yyyyMMdd}"),
                "a domain refuses",
                $"{domain} refuses our messages for what they are, and not for who should get them: {Reply.WithoutAddresses(sentence)}. Nothing goes there for an hour, then it is tried again; what is not sent stays queued. Look at SPF, DKIM and DMARC, and at what that provider says of your address (its postmaster pages).",
                PublicationId: null
            ),
            cancel
        );

    private async Task RaiseAsync(AlarmEvent alarm, CancellationToken cancel)
    {
        if (raised.ContainsKey(alarm.Key))
            return;
        var to = AlarmOptions.Split(options.Value.To).Select(EmailAddress.Parse).ToList();
        var isWritten = to.Count > 0 && await AskAsync(alarm, to, cancel);
        // Asked for, then said: a database that was away in between is asked again.
        if (!raised.TryAdd(alarm.Key, true))
            return;
        var sentence = Reply.WithoutAddresses(alarm.Sentence);
        if (isWritten)
            log.Raised(sentence, to.Count);
        else
            log.RaisedToNobody(sentence);
    }

    private async Task<bool> AskAsync(AlarmEvent alarm, List<EmailAddress> to, CancellationToken cancel)
    {
        if (await PublicationAsync(alarm.PublicationId, cancel) is not { } publication)
            return false;
        var content = mail.Of(alarm, publication, await SenderAsync(publication, cancel));
        foreach (var address in to)
        {
            await queue.AskAsync(
                new ServiceMailRequest(
                    ServiceMailPurpose.Alarm,
                    $"alarm:{alarm.Key}:{address.Key}",
                    address,
                    Name: null,
                    alarm.PublicationId,
                    content,
                    s_lastsFor
                ),
                cancel
            );
        }

        return true;
    }

    private async Task<Mailbox> SenderAsync(Publication publication, CancellationToken cancel) =>
        !string.IsNullOrWhiteSpace(options.Value.From)
            ? Mailbox.Parse(options.Value.From)
            : (await PublicationAsync(id: null, cancel) ?? publication).Sender;

    private async Task<Publication?> PublicationAsync(int? id, CancellationToken cancel)
    {
        await using var db = databases.CreateDbContext();
        return await db
            .Publications.AsNoTracking()
            .Where(p => id == null || p.Id == id)
            .OrderBy(p => p.Id)
            .FirstOrDefaultAsync(cancel);
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
