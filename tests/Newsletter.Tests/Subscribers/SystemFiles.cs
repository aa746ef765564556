namespace Newsletter.Tests.Subscribers;

/// <summary>
/// Files with the header rows of nine systems' own exports and people who were made up: name, text, system, and what
/// our export says of them afterwards, those who are only suppressed last.
/// </summary>
public static class SystemFiles
{
    public const string MailchimpColumns =
        "Email Address,First Name,Last Name,Company,Position,ZIP Code,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,";

    private const string MailchimpCells =
        ",Ada,Byron,Works,,29200,2,2025-01-02 03:04:05,198.51.100.7,2025-01-02 03:05:06,203.0.113.9,48.4,-4.5,1,2,Europe/Paris,FR,29,";

    public static TheoryData<string, string, string, string> All =>
        new()
        {
            {
                "subscribed_members_export_ab12.csv",
                $"{MailchimpColumns}LAST_CHANGED,LEID,EUID,NOTES,TAGS\na@example.org{MailchimpCells}2025-01-03 00:00:00,1,e1,,\"\"\"port\"\",\"\"vip\"\"\"",
                "Mailchimp",
                "a active"
            },
            {
                "unsubscribed_members_export_ab12.csv",
                $"{MailchimpColumns}UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS\na@example.org{MailchimpCells}2025-05-06 07:08:09,May,12,NORMAL,,1,e1,,",
                "Mailchimp",
                "a unsubscribed"
            },
            {
                "cleaned_members_export_ab12.csv",
                $"{MailchimpColumns}CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS\na@example.org{MailchimpCells}2025-05-06 07:08:09,May,12,1,e1,,",
                "Mailchimp",
                "a suppressed"
            },
            {
                "renamed.csv",
                $"{MailchimpColumns}LAST_CHANGED,LEID,EUID,NOTES,TAGS\na@example.org{MailchimpCells}2025-01-03 00:00:00,1,e1,,",
                "Mailchimp",
                "a pending"
            },
            {
                "nonsubscribed_members_export_ab12.csv",
                $"{MailchimpColumns}LAST_CHANGED,LEID,EUID,NOTES,TAGS\na@example.org{MailchimpCells}2025-01-03 00:00:00,1,e1,,",
                "Mailchimp",
                "a pending"
            },
            {
                "substack.csv",
                "email,active_subscription,expiry,email_disabled,prefer_digests,created_at\na@example.org,false,,false,false,2024-02-03T04:05:06.789Z\nb@example.org,true,,true,false,2024-02-03T04:05:06.789Z\nc@example.org,true,,,false,2024-02-03T04:05:06.789Z",
                "Substack",
                "a active, b unsubscribed, c pending"
            },
            {
                "substack-newer.csv",
                "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\na@example.org,true,,annual,false,2024-02-03T04:05:06.789Z,2024-03-01",
                "Substack",
                "a active"
            },
            {
                "substack-paid.csv",
                "email,expiry,email_disabled,prefer_digests,stripe_connected_customer_id,type\na@example.org,2027-01-01,false,false,cus_1,paid\nb@example.org,,true,false,cus_2,paid",
                "Substack",
                "a active, b unsubscribed"
            },
            {
                "members.csv",
                "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers,gift_id\n1,a@example.org,Ada,met in Brest,true,false,,2024-02-03T04:05:06.000Z,,\"vip,port\",Bronze,\n2,b@example.org,Bo,,false,false,,2024-02-03T04:05:06.000Z,,,,\n3,c@example.org,Cy,,true,false,,2024-02-03T04:05:06.000Z,2025-01-01T00:00:00.000Z,,,",
                "Ghost",
                "a active, b unsubscribed, c unsubscribed"
            },
            {
                "members-older.csv",
                "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,products\n1,a@example.org,Ada,,true,false,,2024-02-03T04:05:06.000Z,,,",
                "Ghost",
                "a active"
            },
            {
                "subscribers.csv",
                "uuid,email,name,attributes,status,created_at,updated_at\nu1,a@example.org,Ada,\"{\"\"city\"\": \"\"Brest\"\"}\",enabled,2024-02-03 04:05:06+00,2024-02-03 04:05:06+00\nu2,b@example.org,Bo,{},disabled,2024-02-03 04:05:06+00,\nu3,c@example.org,Cy,{},blocklisted,2024-02-03 04:05:06+00,",
                "Listmonk",
                "a active, b unsubscribed, c suppressed"
            },
            { "listmonk-import.csv", "email,name,attributes\na@example.org,Ada,{}", "Listmonk", "a pending" },
            {
                "buttondown.csv",
                "id,secondary_id,email,notes,subscriber_type,referrer_url,utm_source,utm_medium,utm_campaign,creation_date,ip_address,subscription_date,unsubscription_date,tags,metadata\n1,1,a@example.org,,regular,,,,,2024-02-03 04:05:06.123456+00:00,203.0.113.9,2024-02-04 04:05:06.123456+00:00,,\"port, vip\",\"{'city': \"\"L'Aber\"\", 'age': 41}\"\n2,2,b@example.org,,unactivated,,,,,2024-02-03 04:05:06+00:00,,,,,{}\n3,3,c@example.org,,unsubscribed,,,,,2024-02-03 04:05:06+00:00,,2024-02-03,2025-02-03,,{}\n4,4,d@example.org,,undeliverable,,,,,2024-02-03 04:05:06+00:00,,,,,{}\n5,5,e@example.org,,premium,,,,,2024-02-03 04:05:06+00:00,,,,,{}\n6,6,f@example.org,,mystery,,,,,2024-02-03 04:05:06+00:00,,,,,{}\n7,7,g@example.org,,regular,,,,,2024-02-03 04:05:06+00:00,,,2025-02-03,,{}",
                "Buttondown",
                "a active, b pending, c unsubscribed, e active, f pending, g unsubscribed, d suppressed"
            },
            {
                "beehiiv.csv",
                "email,First Name,Last Name,status,tier,created_at,stripe_customer_id,Free Tier,Bronze Tier,Silver Tier,Gold Tier,unsubscribed_at,Subscription Date (Substack)\na@example.org,Ada,Byron,active,free,2024-02-03 04:05:06 UTC,,,,,,,\nb@example.org,Bo,,inactive,free,2024-02-03 04:05:06 UTC,,,,,,2025-01-01 00:00:00 UTC,\nc@example.org,Cy,,validating,free,2024-02-03 04:05:06 UTC,,,,,,,\nd@example.org,Di,,invalid,free,2024-02-03 04:05:06 UTC,,,,,,,",
                "Beehiiv",
                "a active, b unsubscribed, c pending, d suppressed"
            },
            {
                "brevo.csv",
                "EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME;MODIFIED_TIME\na@example.org;Byron;Ada;33600000000;No;No;13-02-2024 04:05:06;14-02-2024 04:05:06\nb@example.org;;Bo;;Yes;No;13-02-2024 04:05:06;",
                "Brevo",
                "a active, b unsubscribed"
            },
            { "brevo-fr.csv", "EMAIL;NOM;PRENOM;SMS\na@example.org;Byron;Ada;33600000000", "Brevo", "a pending" },
            {
                "brevo-sample.csv",
                "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS,LANDLINE_NUMBER,WHATSAPP,INTERESTS\n1,a@example.org,Ada,Byron,,,,sea",
                "Brevo",
                "a pending"
            },
            {
                "keila.csv",
                "Email,First name,Last name,Data,Status,External ID\na@example.org,Ada,Byron,\"{\"\"city\"\": \"\"Brest\"\"}\",active,x1\nb@example.org,Bo,,,unsubscribed,x2\nc@example.org,Cy,,,unreachable,x3\nd@example.org,Di,,,,x4",
                "Keila",
                "a active, b unsubscribed, d pending, c suppressed"
            },
        };
}
