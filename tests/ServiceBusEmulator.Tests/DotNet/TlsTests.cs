using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Messaging.ServiceBus;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.DotNet;

/// <summary>The .NET SDK over TLS: it takes port 5671 whatever the connection string says, so it is told where to connect.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task With_the_address_of_its_endpoint_the_SDK_reaches_an_emulator_with_a_certificate()
    {
        using var certificate = NewCertificate();
        await using var emulator = await StartAsync(certificate);
        await using var client = new ServiceBusClient(emulator.ConnectionString, Options(emulator, certificate.Thumbprint));

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"), TestContext.Current.CancellationToken);

        Assert.Equal(
            "x",
            (await client.CreateReceiver("q").ReceiveMessageAsync(Bench.Soon, TestContext.Current.CancellationToken)).Body.ToString()
        );
    }

    [Fact]
    public async Task A_certificate_that_the_client_refuses_is_told_as_such()
    {
        using var certificate = NewCertificate();
        await using var emulator = await StartAsync(certificate);
        await using var client = new ServiceBusClient(emulator.ConnectionString, Options(emulator, "another"));

        await Assert.ThrowsAsync<AuthenticationException>(() =>
            client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"), TestContext.Current.CancellationToken)
        );
    }

    internal static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(Bench.Now.AddDays(-1), Bench.Now.AddDays(1));
    }

    private static Task<Emulator> StartAsync(X509Certificate2 certificate) =>
        Emulator.StartAsync(new EmulatorOptions { Queues = [new QueueDefinition { Name = "q" }], Certificate = certificate });

    private static ServiceBusClientOptions Options(Emulator emulator, string thumbprint) =>
        new()
        {
            CustomEndpointAddress = emulator.EndpointAddress,
            CertificateValidationCallback = (_, certificate, _, _) =>
                certificate is X509Certificate2 shown && shown.Thumbprint == thumbprint,
            RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 },
        };
}
