using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Queues;

namespace Hub.Azure.Tests.ServiceBus;

/// <summary>TLS as on port 5671, against an emulator with a certificate of its own.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly X509Certificate2 _localhost = Make("localhost");
    private readonly X509Certificate2 _elsewhere = Make("elsewhere.example");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_go_over_TLS_to_a_broker_whose_certificate_is_trusted()
    {
        await using var broker = await Broker.StartAsync(options => options with { Certificate = _localhost });
        Assert.DoesNotContain("UseDevelopmentEmulator", broker.Emulator.ConnectionString, StringComparison.Ordinal);
        var client = broker.NewClient(options => options with { TrustedRoot = _localhost });
        await client.SendAsync("plain", Broker.Message("a"), Stop);
        Assert.Equal((1, 0), await broker.Emulator.CountAsync("plain"));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_for_good()
    {
        await using var broker = await Broker.StartAsync(options => options with { Certificate = _localhost });
        var failure = await Assert.ThrowsAsync<QueueException>(() => broker.NewClient().SendAsync("plain", Broker.Message("a"), Stop));
        Assert.Equal(QueueFailure.Permanent, failure.Failure);
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_host_is_refused_for_good()
    {
        await using var broker = await Broker.StartAsync(options => options with { Certificate = _elsewhere });
        var client = broker.NewClient(options => options with { TrustedRoot = _elsewhere });
        Assert.Equal(
            QueueFailure.Permanent,
            (await Assert.ThrowsAsync<QueueException>(() => client.SendAsync("plain", Broker.Message("a"), Stop))).Failure
        );
    }

    public void Dispose()
    {
        _localhost.Dispose();
        _elsewhere.Dispose();
    }

    internal static X509Certificate2 Make(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
