using System.Net;
using System.Text;
using Hub.Azure.Table;
using Hub.Berichten;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Tests.Register;

public sealed class StoringTests
{
    /// <summary>The client tries some times by itself; what then still fails may succeed later, and says nothing of what was asked.</summary>
    [Fact]
    public async Task A_storage_that_keeps_answering_503_is_a_failure_that_may_pass()
    {
        using var luisteraar = new HttpListener();
        var adres = $"http://127.0.0.1:{Poort()}/";
        luisteraar.Prefixes.Add(adres);
        luisteraar.Start();
        var antwoorden = AntwoordAsync(luisteraar);
        var verbinding = $"DefaultEndpointsProtocol=http;AccountName=x;AccountKey={Convert.ToBase64String(new byte[64])};TableEndpoint={adres}x;BlobEndpoint={adres}x;";
        var register = new TableRegister(Opslagaccount.Met(verbinding), "register", new Clientsleutels("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000")));
        var document = new HashSet<Documentsleutel> { new(Documentsoort.Verzoek, "90000001", "geheim") };

        var fout = await Assert.ThrowsAsync<OpslagException>(() => register.Open().LeesAsync(document, TestContext.Current.CancellationToken));

        Assert.Equal(OpslagFout.Retry, fout.Fout);
        Assert.DoesNotContain("geheim", fout.ToString(), StringComparison.Ordinal);
        luisteraar.Stop();
        await antwoorden;
    }

    private static async Task AntwoordAsync(HttpListener luisteraar)
    {
        try
        {
            while (true)
            {
                var context = await luisteraar.GetContextAsync();
                context.Response.StatusCode = 503;
                context.Response.Close();
            }
        }
        catch (HttpListenerException)
        {
            // Stopped.
        }
        catch (ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private static int Poort()
    {
        using var vrij = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        vrij.Start();
        return ((IPEndPoint)vrij.LocalEndpoint).Port;
    }
}
