using System.Text.Json;

namespace Newsletter.Tests.Testing;

/// <summary>Debian's python3-dkim: verifies signatures with none of our code, as a mailbox provider would.</summary>
internal static class Dkimpy
{
    private const string Verifier = """
        import dkim, json, os, sys
        folder, records = sys.argv[1], json.load(open(sys.argv[2]))
        def answer(asked, timeout=5):
            record = records.get(asked.decode().rstrip('.'))
            return record and record.encode()
        verified = {}
        for file in os.listdir(folder):
            message = open(os.path.join(folder, file), 'rb').read()
            verified[file] = []
            try:
                signatures = sum(1 for name, _ in dkim.DKIM(message).headers if name.lower() == b'dkim-signature')
                for which in range(signatures):
                    one = dkim.DKIM(message)
                    good = one.verify(idx=which, dnsfunc=answer)
                    verified[file].append('%s %s' % (one.signature_fields[b'a'].decode(), 'pass' if good else 'fail'))
            except Exception as fault:
                verified[file].append(repr(fault))
        print(json.dumps(verified))
        """;

    /// <summary>Each file of a folder, and whether the one signature in it verifies.</summary>
    /// <param name="folder">Messages, one a file.</param>
    /// <param name="publicKey">As <c>p=</c> of the DNS record has it.</param>
    /// <param name="name">Where the record would be, such as <c>news1._domainkey.example.org</c>.</param>
    public static async Task<IReadOnlyDictionary<string, bool>> VerifyAsync(
        string folder,
        string publicKey,
        string name
    )
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [name] = $"v=DKIM1; k=rsa; p={publicKey}",
        };
        var verified = await VerifyAsync(folder, records);
        return verified.ToDictionary(
            file => file.Key,
            file => file.Value is ["rsa-sha256 pass"],
            StringComparer.Ordinal
        );
    }

    /// <summary>Each file of a folder, and what became of each signature in it, such as <c>rsa-sha256 pass</c>.</summary>
    /// <param name="folder">Messages, one a file.</param>
    /// <param name="records">The TXT records, by their names.</param>
    public static async Task<IReadOnlyDictionary<string, string[]>> VerifyAsync(
        string folder,
        IReadOnlyDictionary<string, string> records
    )
    {
        var script = Path.GetTempFileName();
        var answers = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Verifier);
        await File.WriteAllTextAsync(answers, JsonSerializer.Serialize(records));
        // Debian's own Python: another one on the path may not have the package.
        var output = await Shell.RunAsync("/usr/bin/python3", script, folder, answers);
        File.Delete(script);
        File.Delete(answers);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
    }
}
