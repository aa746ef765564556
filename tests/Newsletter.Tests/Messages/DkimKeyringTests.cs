using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Newsletter.Messages;

namespace Newsletter.Tests.Messages;

public sealed class DkimKeyringTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void A_key_file_that_was_mended_is_used_without_a_restart()
    {
        var options = new DkimOptions
        {
            Domain = "example.org",
            Selector = "news1",
            KeyFile = file,
        };
        using var keyring = new DkimKeyring(Options.Create(new DkimSettings { Keys = { options } }));
        Assert.Throws<Refusal>(() => keyring.Keys);
        using var rsa = RSA.Create(2048);
        File.WriteAllText(file, rsa.ExportPkcs8PrivateKeyPem());
        Assert.Equal("news1", Assert.Single(keyring.Keys).Selector);
        Assert.Same(keyring.Keys, keyring.Keys);
    }

    public void Dispose() => File.Delete(file);
}
