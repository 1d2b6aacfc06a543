using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ServiceBusChaos;
using ServiceBusEmulator.Tests.DotNet;

namespace ServiceBusEmulator.Tests.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator");

    private string Config => Path.Combine(_folder.FullName, "queues.json");

    private string Data => Path.Combine(_folder.FullName, "data");

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_stops_on_a_signal_with_exit_code_0(string signal)
    {
        await File.WriteAllTextAsync(Config, """{"queues":[{"name":"q"}]}""", TestContext.Current.CancellationToken);
        await using var emulator = await EmulatorProcess.StartAsync(Config, Data);
        Assert.Equal(0, await emulator.SignalAsync(signal));
    }

    [Fact]
    public async Task A_port_in_use_gives_one_clear_line_and_exit_code_1()
    {
        await File.WriteAllTextAsync(Config, """{"queues":[{"name":"q"}]}""", TestContext.Current.CancellationToken);
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var (exitCode, output, errors) = await EmulatorProcess.RunAsync("--config", Config, "--port", $"{port}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"Port {port} kan niet worden gebruikt: hij is al in gebruik.", errors.Trim());
    }

    [Fact]
    public async Task With_a_certificate_it_listens_where_the_SDKs_look_for_TLS()
    {
        await File.WriteAllTextAsync(Config, """{"queues":[{"name":"q"}]}""", TestContext.Current.CancellationToken);
        using var certificate = TlsTests.NewCertificate();
        var pem = Path.Combine(_folder.FullName, "cert.pem");
        await File.WriteAllTextAsync(
            pem,
            certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
            TestContext.Current.CancellationToken
        );
        // Held here, or by whoever has it already: that it can't be had names the port.
        using var holder = new TcpListener(IPAddress.Loopback, 5671);
        try
        {
            holder.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse) { }

        var (exitCode, _, errors) = await EmulatorProcess.RunAsync("--config", Config, "--certificate", pem, "--key", pem);
        Assert.Equal((1, "Port 5671 kan niet worden gebruikt: hij is al in gebruik."), (exitCode, errors.Trim()));
    }

    [Fact]
    public async Task A_data_folder_in_use_gives_one_clear_line_and_exit_code_1()
    {
        await File.WriteAllTextAsync(Config, """{"queues":[{"name":"q"}]}""", TestContext.Current.CancellationToken);
        await using var first = await EmulatorProcess.StartAsync(Config, Data);
        var (exitCode, _, errors) = await EmulatorProcess.RunAsync("--config", Config, "--data", Data, "--port", "0");
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"De map '{Data}' kan niet worden gebruikt", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("""{"queues":[{"name":"q","lockDuraton":"PT1M"}]}""")]
    [InlineData("""{"queues":[{"name":"q","lockDuration":"soon"}]}""")]
    [InlineData("""{"queues":[{"name":"q"},{"name":"Q"}]}""")]
    [InlineData("""{}""")]
    [InlineData("""not json""")]
    public async Task A_definition_with_a_fault_gives_one_clear_line_and_exit_code_1(string json)
    {
        await File.WriteAllTextAsync(Config, json, TestContext.Current.CancellationToken);
        var (exitCode, _, errors) = await EmulatorProcess.RunAsync("--config", Config);
        Assert.Equal(1, exitCode);
        Assert.Single(errors.Trim().Split('\n'));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
