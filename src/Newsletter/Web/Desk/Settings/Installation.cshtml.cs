using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Newsletter.Delivery;
using Newsletter.Delivery.Relays;
using Newsletter.Delivery.Routing;
using Newsletter.Hosting.Diagnosis;
using Newsletter.Publications;
using Newsletter.Staff;
using Newsletter.Subscribers;

namespace Newsletter.Web.Desk;

/// <summary>What the configuration says of relays, tries and what is kept: shown, and relays tested. No password is ever shown.</summary>
[Needs(StaffRole.Admin)]
internal sealed class InstallationModel(
    Lazy<Carriers> carriers,
    IOptions<RelaysOptions> relays,
    IOptions<DeliveryOptions> delivery,
    IOptions<RetentionOptions> retention,
    PublicationRegister register
) : InstallationPage
{
    public override string Title => Words.Installation;

    public IReadOnlyList<RelayOptions> Relays => Folder is null ? [.. relays.Value.All.Where(one => one.IsSet)] : [];

    /// <summary>Where messages are written in place of a relay; null where they go to relays.</summary>
    public string? Folder => carriers.Value.All is [OutboxFolder folder] ? folder.Name : null;

    public DeliveryOptions Delivery => delivery.Value;

    public RetentionOptions Retention => retention.Value;

    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    /// <summary>Which relay was tested, and what came of it.</summary>
    public (int Number, Check Check)? Tested { get; private set; }

    public async Task OnGetAsync() => Publications = await register.ListAsync(Cancel);

    public async Task<IActionResult> OnPostTestAsync(int relay)
    {
        if (Folder is not null || relay < 0 || relay >= Relays.Count)
            return NotFound();
        await ActAsync(
            "relay.test",
            string.Create(CultureInfo.InvariantCulture, $"relay {Relays[relay].Host}:{Relays[relay].PortInUse}"),
            publicationId: null,
            async () =>
            {
                var check = await CarrierProbe.CheckAsync(carriers.Value.All[relay], relayIsSet: true, Cancel);
                Tested = (relay, check);
                return $"{check.State}: {check.Says}";
            }
        );
        await OnGetAsync();
        return Page();
    }
}
