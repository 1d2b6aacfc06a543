using System.Net;
using System.Text;
using Hub.Azure.Table;
using Hub.Berichten;
using Ijw.Dossiers.Facts;

namespace Hub.Azure.Tests.Register;

public sealed class TableOutageTests
{
    /// <summary>
    /// The client tries some times by itself; what then still fails may succeed later, and says nothing of what was asked.
    /// </summary>
    [Fact]
    public async Task A_storage_that_keeps_answering_503_is_a_failure_that_may_pass()
    {
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{Port()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        var answers = AnswerAsync(listener);
        var connection =
            $"DefaultEndpointsProtocol=http;AccountName=x;AccountKey={Convert.ToBase64String(new byte[64])};"
            + $"TableEndpoint={address}x;BlobEndpoint={address}x;";
        var register = new TableRegister(
            StorageAccount.With(connection),
            "register",
            new ClientKeys("1", Encoding.ASCII.GetBytes("alleen-voor-deze-machine-0000000"))
        );
        var document = new HashSet<DocumentKey> { new(DocumentKind.Verzoek, "90000001", "geheim") };

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            register.Open().ReadAsync(document, TestContext.Current.CancellationToken)
        );

        Assert.Equal(StorageFault.Retry, fault.Fault);
        Assert.DoesNotContain("geheim", fault.ToString(), StringComparison.Ordinal);
        listener.Stop();
        await answers;
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
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

    private static int Port()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
