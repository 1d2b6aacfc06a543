using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace EndToEnd.Processes;

/// <summary>What the user has done with the local hub is still there at the next start.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = HubLocalProcess.MakeFolder();

    [Fact]
    public async Task The_users_own_bericht_and_token_outlive_restarts_also_one_that_runs_the_samples()
    {
        var cancellation = TestContext.Current.CancellationToken;
        string id,
            sender,
            receiver;
        using (var first = new HubLocalProcess(_folder.FullName))
        {
            await first.WaitUntilRunsAsync(cancellation);
            // Addresses and commands come first: the samples take their time.
            var lines = first.Rules.ToList();
            Assert.InRange(
                lines.FindIndex(line => line.TrimStart().StartsWith("curl ", StringComparison.Ordinal)),
                0,
                lines.IndexOf("De voorbeelden gaan erdoor…")
            );
            Assert.Contains("Alle 37 voorbeelden gingen zoals het hoort.", lines);
            (sender, receiver) = (first.TokenOf("0503"), first.TokenOf("90000004"));
            id = await SendAsync(first, sender, cancellation);
            await WaitForPostbusAsync(first, receiver, [id], cancellation);
            await StopAsync(first, cancellation);
        }

        using (var second = new HubLocalProcess(_folder.FullName))
        {
            await second.WaitUntilRunsAsync(cancellation);
            Assert.DoesNotContain("De voorbeelden gaan erdoor…", second.Rules);
            Assert.Contains(second.Rules, line => line.Contains("--voorbeelden", StringComparison.Ordinal));
            await WaitForPostbusAsync(second, receiver, [id], cancellation);
            await StopAsync(second, cancellation);
        }

        using var third = new HubLocalProcess(_folder.FullName, "--voorbeelden");
        await third.WaitUntilRunsAsync(cancellation);
        Assert.Contains("Alle 37 voorbeelden gingen zoals het hoort.", third.Rules);
        await WaitForPostbusAsync(third, receiver, [id], cancellation);
        // The answer that waits on the queue of its sender was in the way of the samples, and lost no delivery by it.
        var retour = await StopTests.ReceiveAsync(third.AddressOf("Service Bus"), "postbus-0503", cancellation);
        Assert.Equal(("JW302", 1), ((string)retour.ApplicationProperties["berichtsoort"], retour.DeliveryCount));
        await StopAsync(third, cancellation);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_storage_is_started_again_when_it_dies_and_both_are_said()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var hub = new HubLocalProcess(_folder.FullName);
        await hub.WaitUntilRunsAsync(cancellation);
        var azurite = (await hub.ChildrenAsync(2, cancellation)).Single(child => child.Name == "Azurite").Pid;

        using (var kill = Process.Start("kill", ["-KILL", $"{azurite}"]))
        {
            await kill.WaitForExitAsync(cancellation);
        }

        await hub.WaitForLineAsync("LET OP: Azurite, de opslag, is onverwacht gestopt (code 137)", cancellation);
        await hub.WaitForLineAsync("Azurite draait weer.", cancellation);
        var id = await SendAsync(hub, hub.TokenOf("0503"), cancellation);
        // What of the samples was taken out in the last seconds before the kill may lie there again (README).
        await WaitForPostbusAsync(hub, hub.TokenOf("90000004"), [id], cancellation, isExact: false);
        await StopAsync(hub, cancellation);
    }

    [Fact]
    public async Task Two_that_are_started_at_once_both_start()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var other = HubLocalProcess.MakeFolder();
        try
        {
            using var one = new HubLocalProcess(_folder.FullName);
            using var two = new HubLocalProcess(other.FullName);
            await Task.WhenAll(one.WaitUntilRunsAsync(cancellation), two.WaitUntilRunsAsync(cancellation));
            Assert.NotEqual(one.AddressOf("hub"), two.AddressOf("hub"));
            await Task.WhenAll(StopAsync(one, cancellation), StopAsync(two, cancellation));
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task StopAsync(HubLocalProcess hub, CancellationToken cancellation)
    {
        hub.Send("TERM");
        Assert.Equal(0, await hub.WaitForEndAsync(cancellation));
        Assert.Empty(hub.Faults);
    }

    /// <summary>Sends the bericht that the hub made to try it with; gives its id.</summary>
    private async Task<string> SendAsync(HubLocalProcess hub, string token, CancellationToken cancellation)
    {
        using var http = Client(hub, token);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "logs", "probeer.xml"), cancellation);
        using var answer = await PostAsync(http, bytes, cancellation);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation))![
            "berichtId"
        ]!.GetValue<string>();
    }

    /// <summary>Sends until the hub takes it: 503 asks a caller to come back.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, byte[] bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience.Longest);
        while (true)
        {
            using var body = new ByteArrayContent(bytes);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            var answer = await http.PostAsync("berichten", body, limit.Token);
            if (answer.StatusCode != System.Net.HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }
            answer.Dispose();
        }
    }

    private static async Task WaitForPostbusAsync(
        HubLocalProcess hub,
        string token,
        IReadOnlyList<string> ids,
        CancellationToken cancellation,
        bool isExact = true
    )
    {
        using var http = Client(hub, token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience.Longest);
        using var rhythm = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var postbus = JsonNode.Parse(await http.GetStringAsync("postbus", limit.Token))!["poststukken"]!.AsArray();
            var there = postbus.Select(piece => piece!["berichtId"]!.GetValue<string>()).ToList();
            if (isExact ? there.SequenceEqual(ids) : ids.All(id => there.Count(one => one == id) == 1))
            {
                return;
            }
            await rhythm.WaitForNextTickAsync(limit.Token);
        }
    }

    private static HttpClient Client(HubLocalProcess hub, string token)
    {
        var http = new HttpClient { BaseAddress = new Uri(hub.AddressOf("hub")), Timeout = Patience.Longest };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
