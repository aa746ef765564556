using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Newsletter.Tests.Testing;

/// <summary>A certificate authority of the tests' own. A process trusts it where <c>SSL_CERT_FILE</c> names its file.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 root;

    public TestAuthority()
    {
        var request = RequestFor("CN=Authority of the tests", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        root = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
    }

    public string Pem => root.ExportCertificatePem();

    /// <summary>For a server of this address.</summary>
    public X509Certificate2 Certify(IPAddress address) => Certify(names => names.AddIpAddress(address), daysLeft: 1);

    public X509Certificate2 CertifyName(string name) => Certify(names => names.AddDnsName(name), daysLeft: 1);

    public X509Certificate2 CertifyUntilYesterday(IPAddress address) =>
        Certify(names => names.AddIpAddress(address), daysLeft: -1);

    public void Dispose()
    {
        root.Dispose();
        key.Dispose();
    }

    private X509Certificate2 Certify(Action<SubjectAlternativeNameBuilder> name, int daysLeft)
    {
        using var own = RSA.Create(2048);
        var request = RequestFor("CN=relay.test", own);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var bare = request.Create(
            root,
            now.AddDays(-10),
            now.AddDays(daysLeft),
            RandomNumberGenerator.GetBytes(8)
        );
        return bare.CopyWithPrivateKey(own);
    }

    private static CertificateRequest RequestFor(string subject, RSA key) =>
        new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
