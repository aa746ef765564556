using System.Net;
using Newsletter.Addresses;
using Newsletter.Delivery.ServiceMails;
using Newsletter.Publications;
using Newsletter.Rendering;
using Newsletter.Review;

namespace Newsletter.Delivery.Alarming;

/// <summary>Makes the mail of an alarm. In English, as all that the program says to those who run it.</summary>
internal sealed class AlarmMail(ServiceMailRenderer renderer, PublicationLogo logo)
{
    private const string Language = "en";

    public ServiceMailContent Of(AlarmEvent alarm, Publication publication, Mailbox from) =>
        new ServiceMailContent.Written(
            from.Name,
            from.Address.Value,
            ReplyTo: null,
            Language,
            Rendered(alarm, publication),
            ActionUrl: null,
            UnsubscribeUrl: null
        );

    private RenderedServiceMail Rendered(AlarmEvent alarm, Publication publication)
    {
        var input = Inputs.Of(publication, logo.Shown(publication.Theme)) with { Language = Language };
        try
        {
            return renderer.Render(
                new ServiceMailInput(ServiceMailKind.Alarm, input, alarm.Sentence) { Topic = alarm.Topic }
            );
        }
        catch (Refusal)
        {
            // A template that is wrong may be what stopped: the alarm goes all the same.
            var html = $"<p>{WebUtility.HtmlEncode(alarm.Sentence)}</p>";
            return new RenderedServiceMail(
                $"{publication.Title}: {alarm.Topic}",
                "",
                html,
                alarm.Sentence + "\n",
                CanLeave: false
            );
        }
    }
}
