using System.Text;
using Hub.Azure.Tests.Gedeeld;
using Hub.Functions.Tests.Gedeeld;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Toegang;

/// <summary>A hub with a bericht from a gemeente that lies in the postbus of an aanbieder who fetches over HTTP.</summary>
public sealed class HubMetBericht(Azurite azurite) : HubOmgeving(azurite)
{
    public const string Verzender = "0503";
    public const string Ontvanger = "90000004";

    internal string Xml { get; } = Encoding.UTF8.GetString(Soortvoorbeelden.Goed("JW301", Verzender, Ontvanger));

    internal string Id { get; private set; } = "";

    /// <summary>Of what the sender sent and was refused.</summary>
    internal string Kenmerk { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Id = (await PostAsync(Verzender, Xml)).Veld("berichtId");
        Kenmerk = (await PostAsync(Verzender, "<a/>")).Veld("kenmerk");
        await VerwerkAllesAsync();
    }
}

/// <summary>Who may do what: every role at every address, on what is its own and what is another's. docs/authorization.md holds the answers.</summary>
public sealed class AutorisatieTests(HubMetBericht hub) : IClassFixture<HubMetBericht>
{
    private static readonly string[] Wie = ["no token", "another's signature", "without the role", "unknown application", "Hub.Beheren", "sender", "receiver", "another deelnemer"];

    private static IReadOnlyList<(string Adres, string[] Cellen)> Tabel { get; } = LeesTabel();

    public static TheoryData<string> Adressen => [.. Tabel.Select(rij => rij.Adres)];

    [Fact]
    public void Every_address_of_the_app_is_in_the_table_and_nothing_else()
    {
        var routes = hub.Diensten.GetServices<EndpointDataSource>().SelectMany(bron => bron.Endpoints).OfType<RouteEndpoint>().SelectMany(punt =>
            punt.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(methode => methode != "HEAD").Select(methode => $"{methode} {punt.RoutePattern.RawText}"));
        // What only the host starts is in the table as someone from outside would try it.
        Assert.Equal(routes.Append("POST /VerwerkBericht").Append("POST /Bewaking").Order(StringComparer.Ordinal), Tabel.Select(rij => rij.Adres).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Adressen))]
    public async Task Everyone_gets_what_the_table_says_with_the_headers_that_every_answer_has(string adres)
    {
        var cellen = Tabel.Single(rij => rij.Adres == adres).Cellen;
        Assert.Equal(Wie.Length, cellen.Length);
        foreach (var (wie, verwacht) in Wie.Zip(cellen))
        {
            var delen = adres.Split(' ');
            var pad = delen[1].Replace("{id}", hub.Id, StringComparison.Ordinal).Replace(
                "{kenmerk}", hub.Kenmerk, StringComparison.Ordinal);
            var inhoud = delen[0] == "POST" ? new StringContent(hub.Xml, Encoding.UTF8, "application/xml") : null;
            var antwoord = await hub.StuurAsync(new HttpMethod(delen[0]), pad, als: null, inhoud, token: Token(wie));

            Assert.Equal((adres, wie, verwacht), (adres, wie, antwoord.Status.ToString()));
            Assert.Equal("nosniff", antwoord.Koppen["X-Content-Type-Options"]);
            Assert.Equal("no-store", antwoord.Koppen["Cache-Control"]);
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", antwoord.Koppen["Content-Security-Policy"]);
            Assert.Equal("no-referrer", antwoord.Koppen["Referrer-Policy"]);
            Assert.StartsWith("max-age=31536000", antwoord.Koppen["Strict-Transport-Security"], StringComparison.Ordinal);
            Assert.DoesNotContain("Server", antwoord.Koppen.Keys);
            if (delen[0] == "GET") await SameWithHeadAsync(pad, Token(wie), antwoord);
        }
    }

    /// <summary>HEAD: what GET answers, but for the body; and how long that would have been.</summary>
    private async Task SameWithHeadAsync(string path, string? token, Antwoord get)
    {
        // What a request alone has, and what the transport needs for a body of a length that it is not told beforehand.
        string[] own = ["Date", "Transfer-Encoding", "Content-Length", "Problem-Instance"];
        var head = await hub.StuurAsync(HttpMethod.Head, path, als: null, token: token);
        IEnumerable<string> Headers(Antwoord answer) => answer.Koppen.Where(kop => !own.Contains(kop.Key)).Select(kop => $"{kop.Key}: {kop.Value}").Order();

        Assert.Equal((get.Status, 0), (head.Status, head.Inhoud.Length));
        Assert.Equal(Headers(get), Headers(head));
        Assert.Equal(get.Inhoud.Length, int.Parse(head.Koppen["Content-Length"]));
    }

    private string? Token(string wie)
    {
        using var vreemd = System.Security.Cryptography.RSA.Create(2048);
        return wie switch
        {
            "no token" => null,
            "another's signature" => hub.Uitgever.Token(HubOmgeving.AppId(HubMetBericht.Verzender), sleutel: vreemd),
            "without the role" => hub.Uitgever.Token(HubOmgeving.AppId(HubMetBericht.Verzender), rol: "Iets.Anders"),
            "unknown application" => hub.Uitgever.Token("11111111-1111-4111-8111-111111111111"),
            "Hub.Beheren" => hub.Uitgever.Token("22222222-2222-4222-8222-222222222222", rol: "Hub.Beheren"),
            "sender" => hub.Uitgever.Token(HubOmgeving.AppId(HubMetBericht.Verzender)),
            "receiver" => hub.Uitgever.Token(HubOmgeving.AppId(HubMetBericht.Ontvanger)),
            _ => hub.Uitgever.Token(HubOmgeving.AppId("90000002")),
        };
    }

    private static List<(string, string[])> LeesTabel() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "authorization.md"))
            .Where(regel => regel.StartsWith("| `", StringComparison.Ordinal))
            .Select(regel => regel.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(cellen => (cellen[0].Trim('`'), cellen[1..])),
    ];
}
