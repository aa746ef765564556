namespace Newsletter.Tests.Testing;

/// <summary>Debian's python3-dkim: verifies signatures with none of our code, as a mailbox provider would.</summary>
internal static class Dkimpy
{
    private const string Verifier = """
        import dkim, os, sys
        folder, record, name = sys.argv[1], open(sys.argv[2], 'rb').read(), sys.argv[3].encode() + b'.'
        for file in sorted(os.listdir(folder)):
            message = open(os.path.join(folder, file), 'rb').read()
            try:
                good = dkim.DKIM(message).verify(dnsfunc=lambda asked, timeout=5: record if asked == name else None)
            except Exception as fault:
                good = repr(fault)
            print(file, good)
        """;

    /// <summary>Each file of a folder, and whether the signature in it verifies.</summary>
    /// <param name="folder">Messages, one a file.</param>
    /// <param name="publicKey">As <c>p=</c> of the DNS record has it.</param>
    /// <param name="name">Where the record would be, such as <c>news1._domainkey.example.org</c>.</param>
    public static async Task<IReadOnlyDictionary<string, bool>> VerifyAsync(
        string folder,
        string publicKey,
        string name
    )
    {
        var script = Path.GetTempFileName();
        var record = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Verifier);
        await File.WriteAllTextAsync(record, $"v=DKIM1; k=rsa; p={publicKey}");
        // Debian's own Python: another one on the path may not have the package.
        var output = await Shell.RunAsync("/usr/bin/python3", script, folder, record, name);
        File.Delete(script);
        File.Delete(record);
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(line => line[0], line => line[1] == "True", StringComparer.Ordinal);
    }
}
