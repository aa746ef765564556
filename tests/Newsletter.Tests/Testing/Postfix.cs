using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Newsletter.Tests.Testing;

/// <summary>
/// A real Postfix with a configuration, queue and log of its own in a temporary folder, on a port of the loopback; it
/// hands on what it takes to another server. Nothing of the machine's own Postfix is read or started.
/// </summary>
internal sealed class Postfix : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postfix/sbin";

    private readonly Process process;

    private Postfix(string folder, Process process, int port) => (Folder, this.process, Port) = (folder, process, port);

    public int Port { get; }

    public string Log => File.Exists(LogOf(Folder)) ? File.ReadAllText(LogOf(Folder)) : "";

    private string Folder { get; }

    /// <param name="nextPort">Where it hands mail on to.</param>
    /// <param name="certificate">A PEM file with its certificate and key.</param>
    public static async Task<Postfix> StartAsync(int nextPort, string certificate)
    {
        Assert.SkipUnless(
            Environment.UserName == "root" || Environment.GetEnvironmentVariable("CI") == "true",
            "Postfix starts as root only."
        );
        var folder = Directory.CreateTempSubdirectory("newsletter-postfix-").FullName;
        var port = FreePort();
        await WriteAsync(folder, port, nextPort, certificate);
        var start = new ProcessStartInfo($"{Programs}/master", ["-c", $"{folder}/etc", "-d"])
        {
            WorkingDirectory = "/",
        };
        start.Environment["MAIL_CONFIG"] = $"{folder}/etc";
        var master =
            Process.Start(start)
            ?? throw new InvalidOperationException("Postfix is missing: tests/run installs Debian's.");
        var postfix = new Postfix(folder, master, port);
        await postfix.UntilItListensAsync();
        return postfix;
    }

    public async ValueTask DisposeAsync()
    {
        // Its children go with it.
        await Shell.TryAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task WriteAsync(string folder, int port, int nextPort, string certificate)
    {
        foreach (var name in (string[])["etc", "data", "queue"])
            Directory.CreateDirectory($"{folder}/{name}");
        await File.WriteAllTextAsync($"{folder}/etc/main.cf", MainCf(folder, nextPort, certificate));
        await File.WriteAllTextAsync($"{folder}/etc/master.cf", MasterCf(port));
        await Shell.RunAsync("chmod", "755", folder);
        await Shell.RunAsync("chown", "postfix", $"{folder}/data");
        foreach (var queue in Queues())
            Directory.CreateDirectory($"{folder}/queue/{queue}");
        await Shell.RunAsync("chown", ["postfix", .. Queues().Select(queue => $"{folder}/queue/{queue}")]);
        Directory.CreateDirectory($"{folder}/queue/pid");
        foreach (var (queue, mode) in new[] { ("maildrop", "730"), ("public", "710") })
        {
            Directory.CreateDirectory($"{folder}/queue/{queue}");
            await Shell.RunAsync("chown", "postfix:postdrop", $"{folder}/queue/{queue}");
            await Shell.RunAsync("chmod", mode, $"{folder}/queue/{queue}");
        }
    }

    private static string[] Queues() =>
        ["active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved", "trace"];

    private static string LogOf(string folder) => $"{folder}/log";

    private static string MainCf(string folder, int nextPort, string certificate) =>
        $$"""
            compatibility_level = 3.6
            queue_directory = {{folder}}/queue
            data_directory = {{folder}}/data
            meta_directory = {{folder}}/etc
            daemon_directory = {{Programs}}
            command_directory = /usr/sbin
            mail_owner = postfix
            setgid_group = postdrop
            myhostname = relay.test
            mydestination =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            smtpd_relay_restrictions = permit_mynetworks, reject
            maillog_file = {{LogOf(folder)}}
            maillog_file_prefixes = {{folder}}
            import_environment = MAIL_CONFIG
            export_environment = MAIL_CONFIG
            relayhost = [127.0.0.1]:{{nextPort}}
            smtp_dns_support_level = disabled
            smtp_host_lookup = native
            smtpd_tls_chain_files = {{certificate}}
            smtpd_tls_security_level = may
            alias_maps =
            alias_database =
            """;

    private static string MasterCf(int port) =>
        $"""
            127.0.0.1:{port} inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """;

    private async Task UntilItListensAsync()
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"Postfix does not listen after ten seconds: {Log}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
