using Hub.Deelnemers;
using Hub.Functions.Api;
using Hub.Functions.Tests.Gedeeld;
using Hub.Functions.Tests.Toegang;
using Hub.Inzage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Api;

/// <summary>Who gets at the content of a bericht is written down, before it is given.</summary>
public sealed class InzageTests(HubMetBericht hub) : IClassFixture<HubMetBericht>
{
    private IInzagelog Log => hub.Diensten.GetRequiredService<IInzagelog>();

    [Fact]
    public async Task Every_way_to_the_content_leaves_a_line_and_what_is_refused_none()
    {
        var begin = TimeProvider.System.GetUtcNow();
        var pad = "/berichten/" + hub.Id;
        await hub.GetAsync(HubMetBericht.Ontvanger, pad + "/inhoud");
        await hub.GetAsync(HubMetBericht.Verzender, pad + "/inhoud");
        await hub.StuurAsync(HttpMethod.Post, pad + "/opnieuw", HubMetBericht.Ontvanger);
        var beheer = hub.Uitgever.Token("22222222-2222-4222-8222-222222222222", rol: "Hub.Beheren");
        await hub.StuurAsync(HttpMethod.Post, pad + "/opnieuw", als: null, token: beheer);
        // None of these gives content.
        await hub.GetAsync("90000002", pad + "/inhoud");
        await hub.StuurAsync(HttpMethod.Post, pad + "/opnieuw", HubMetBericht.Verzender);
        await hub.StuurAsync(HttpMethod.Get, pad + "/inhoud", als: null, token: beheer);
        Assert.Equal(200, (await hub.StuurAsync(HttpMethod.Head, pad + "/inhoud", HubMetBericht.Ontvanger)).Status);
        await hub.GetAsync(HubMetBericht.Ontvanger, pad);
        await hub.GetAsync(HubMetBericht.Ontvanger, "/berichten");
        await hub.GetAsync(HubMetBericht.Ontvanger, "/postbus");

        var regels = await Log.VanBerichtAsync(hub.Id, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                (HubMetBericht.Ontvanger, HubOmgeving.AppId(HubMetBericht.Ontvanger), "opgehaald"),
                (HubMetBericht.Verzender, HubOmgeving.AppId(HubMetBericht.Verzender), "opgehaald"),
                (HubMetBericht.Ontvanger, HubOmgeving.AppId(HubMetBericht.Ontvanger), "opnieuw-afgeleverd"),
                ("Hub.Beheren", "22222222-2222-4222-8222-222222222222", "opnieuw-afgeleverd"),
            ],
            regels.Select(regel => (regel.Wie, regel.Applicatie, regel.Wat)));
        Assert.All(regels, regel => Assert.InRange(regel.Moment, begin.AddSeconds(-1), TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task When_the_line_can_not_be_written_nothing_is_given()
    {
        using var lichaam = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ZonderLog(hub.Diensten) };
        context.Request.RouteValues["id"] = hub.Id;
        context.Response.Body = lichaam;
        var ontvanger = hub.Diensten.GetRequiredService<Deelnemerslijst>().MetCode(HubMetBericht.Ontvanger)!;

        await Assert.ThrowsAsync<OpslagException>(() => GetBerichtInhoud.HandleAsync(context, ontvanger));
        await Assert.ThrowsAsync<OpslagException>(() => PostOpnieuw.HandleAsync(context, ontvanger));

        Assert.Equal(0, lichaam.Length);
    }

    /// <summary>The app's services, of which the log is broken.</summary>
    private sealed class ZonderLog(IServiceProvider echt) : IServiceProvider, IInzagelog
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IInzagelog) ? this : echt.GetService(serviceType);

        public Task NoteerAsync(Inzage.Inzage inzage, CancellationToken cancellation) => throw new OpslagException(OpslagFout.Retry, "table inzage: 503");

        public Task<IReadOnlyList<Inzage.Inzage>> VanBerichtAsync(string berichtId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task VerwijderAsync(string berichtId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
