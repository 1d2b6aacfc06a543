using Hub.Deelnemers;
using Hub.Functions.Api;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Shared;
using Hub.Inspection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>Who gets at the content of a bericht is written down, before it is given.</summary>
public sealed class InspectionTests(HubWithBericht hub) : IClassFixture<HubWithBericht>
{
    private IInspectionLog Log => hub.Services.GetRequiredService<IInspectionLog>();

    [Fact]
    public async Task Every_way_to_the_content_leaves_a_line_and_what_is_refused_none()
    {
        var begin = TimeProvider.System.GetUtcNow();
        var path = "/berichten/" + hub.Id;
        await hub.GetAsync(HubWithBericht.Ontvanger, path + "/inhoud");
        await hub.GetAsync(HubWithBericht.Sender, path + "/inhoud");
        await hub.SendAsync(HttpMethod.Post, path + "/opnieuw", HubWithBericht.Ontvanger);
        var admin = hub.Issuer.Token("22222222-2222-4222-8222-222222222222", role: "Hub.Beheren");
        await hub.SendAsync(HttpMethod.Post, path + "/opnieuw", condition: null, token: admin);
        // None of these gives content.
        await hub.GetAsync("90000002", path + "/inhoud");
        await hub.SendAsync(HttpMethod.Post, path + "/opnieuw", HubWithBericht.Sender);
        await hub.SendAsync(HttpMethod.Get, path + "/inhoud", condition: null, token: admin);
        Assert.Equal(200, (await hub.SendAsync(HttpMethod.Head, path + "/inhoud", HubWithBericht.Ontvanger)).Status);
        await hub.GetAsync(HubWithBericht.Ontvanger, path);
        await hub.GetAsync(HubWithBericht.Ontvanger, "/berichten");
        await hub.GetAsync(HubWithBericht.Ontvanger, "/postbus");

        var rules = await Log.OfBerichtAsync(hub.Id, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                (HubWithBericht.Ontvanger, HubFixture.AppId(HubWithBericht.Ontvanger), "opgehaald"),
                (HubWithBericht.Sender, HubFixture.AppId(HubWithBericht.Sender), "opgehaald"),
                (HubWithBericht.Ontvanger, HubFixture.AppId(HubWithBericht.Ontvanger), "opnieuw-afgeleverd"),
                ("Hub.Beheren", "22222222-2222-4222-8222-222222222222", "opnieuw-afgeleverd"),
            ],
            rules.Select(rule => (rule.Who, rule.Application, rule.What))
        );
        Assert.All(rules, rule => Assert.InRange(rule.Moment, begin.AddSeconds(-1), TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task When_the_line_can_not_be_written_nothing_is_given()
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new WithoutLog(hub.Services) };
        context.Request.RouteValues["id"] = hub.Id;
        context.Response.Body = body;
        var ontvanger = hub.Services.GetRequiredService<DeelnemerList>().WithCode(HubWithBericht.Ontvanger)!;

        await Assert.ThrowsAsync<StorageException>(() => GetBerichtContent.HandleAsync(context, ontvanger));
        await Assert.ThrowsAsync<StorageException>(() => PostAgain.HandleAsync(context, ontvanger));

        Assert.Equal(0, body.Length);
    }

    /// <summary>The app's services, of which the log is broken.</summary>
    private sealed class WithoutLog(IServiceProvider real) : IServiceProvider, IInspectionLog
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IInspectionLog) ? this : real.GetService(serviceType);

        public Task NoteAsync(Inspection.Inspection inspection, CancellationToken cancellation) =>
            throw new StorageException(StorageFault.Retry, "table inzage: 503");

        public Task<IReadOnlyList<Inspection.Inspection>> OfBerichtAsync(string berichtId, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task RemoveAsync(string berichtId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
