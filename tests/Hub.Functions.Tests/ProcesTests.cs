using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Hub.Functions.Tests.Gedeeld;

namespace Hub.Functions.Tests;

/// <summary>The executable itself, started as the Functions host starts it.</summary>
public sealed class ProcesTests(HubOmgeving hub) : IClassFixture<HubOmgeving>
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Without_settings_it_says_on_stdout_what_is_missing_and_does_not_exit_with_0()
    {
        using var proces = Start([]);
        var uitvoer = await proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proces.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Geduld, TestContext.Current.CancellationToken);

        Assert.Equal(1, proces.ExitCode);
        Assert.Contains("FUNCTIONS_CUSTOMHANDLER_PORT: ", uitvoer, StringComparison.Ordinal);
        Assert.Contains("Toegang__Issuer: ", uitvoer, StringComparison.Ordinal);
        Assert.Equal("", await proces.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_listens_on_the_port_of_the_host_only_whatever_ASPNETCORE_URLS_says()
    {
        var (poort, ander) = (VrijePoort(), VrijePoort());
        var omgeving = hub.Instellingen().ToDictionary(paar => paar.Key.Replace(":", "__", StringComparison.Ordinal), paar => paar.Value);
        omgeving["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{poort}";
        omgeving["ASPNETCORE_URLS"] = $"http://127.0.0.1:{ander}";
        using var proces = Start(omgeving);
        try
        {
            await LeeftAsync(poort, proces).WaitAsync(Geduld, TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<SocketException>(() => VerbindAsync(ander));
            Assert.False(proces.HasExited);
        }
        finally
        {
            proces.Kill();
            await proces.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain("warn:", await proces.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Process Start(Dictionary<string, string?> omgeving)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Hub.Functions")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (naam, waarde) in omgeving) start.Environment[naam] = waarde;
        return Process.Start(start)!;
    }

    // As the host does: ask until there is an answer, whatever it is.
    private static async Task LeeftAsync(int poort, Process proces)
    {
        using var ritme = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var http = new HttpClient();
        while (await ritme.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            Assert.False(proces.HasExited);
            try
            {
                using var antwoord = await http.GetAsync($"http://127.0.0.1:{poort}/", TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
                return;
            }
            catch (HttpRequestException)
            {
                continue;
            }
        }
    }

    private static async Task VerbindAsync(int poort)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, poort, TestContext.Current.CancellationToken);
    }

    private static int VrijePoort()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }
}
