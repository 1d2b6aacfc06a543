using System.Text;
using Hub.Functions.Tests.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Access;

/// <summary>
/// Who may do what: every role at every address, on what is its own and what is another's. docs/authorization.md holds the answers.
/// </summary>
public sealed class AuthorizationTests(HubWithBericht hub) : IClassFixture<HubWithBericht>
{
    private static readonly string[] Who =
    [
        "no token",
        "another's signature",
        "without the role",
        "unknown application",
        "Hub.Beheren",
        "sender",
        "receiver",
        "another deelnemer",
    ];

    private static IReadOnlyList<(string Address, string[] Cells)> Table { get; } = ReadTable();

    public static TheoryData<string> Addresses => [.. Table.Select(row => row.Address)];

    [Fact]
    public void Every_address_of_the_app_is_in_the_table_and_nothing_else()
    {
        var routes = hub
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(point =>
                point
                    .Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Where(method => method != "HEAD")
                    .Select(method => $"{method} {point.RoutePattern.RawText}")
            );
        // What only the host starts is in the table as someone from outside would try it.
        Assert.Equal(
            routes.Append("POST /VerwerkBericht").Append("POST /Bewaking").Order(StringComparer.Ordinal),
            Table.Select(row => row.Address).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Everyone_gets_what_the_table_says_with_the_headers_that_every_answer_has(string address)
    {
        var cells = Table.Single(row => row.Address == address).Cells;
        Assert.Equal(Who.Length, cells.Length);
        foreach (var (who, expected) in Who.Zip(cells))
        {
            var parts = address.Split(' ');
            var path = parts[1]
                .Replace("{id}", hub.Id, StringComparison.Ordinal)
                .Replace("{kenmerk}", hub.Reference, StringComparison.Ordinal);
            var content = parts[0] == "POST" ? new StringContent(hub.Xml, Encoding.UTF8, "application/xml") : null;
            var answer = await hub.SendAsync(new HttpMethod(parts[0]), path, condition: null, content, token: Token(who));

            Assert.Equal((address, who, expected), (address, who, answer.Status.ToString()));
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers["Content-Security-Policy"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.StartsWith("max-age=31536000", answer.Headers["Strict-Transport-Security"], StringComparison.Ordinal);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
            if (parts[0] == "GET")
            {
                await SameWithHeadAsync(path, Token(who), answer);
            }
        }
    }

    /// <summary>HEAD: what GET answers, but for the body; and how long that would have been.</summary>
    private async Task SameWithHeadAsync(string path, string? token, HttpAnswer get)
    {
        // What a request alone has, and what the transport needs for a body of a length that it is not told beforehand.
        string[] own = ["Date", "Transfer-Encoding", "Content-Length", "Problem-Instance"];
        var head = await hub.SendAsync(HttpMethod.Head, path, condition: null, token: token);
        IEnumerable<string> Headers(HttpAnswer answer) =>
            answer.Headers.Where(header => !own.Contains(header.Key)).Select(header => $"{header.Key}: {header.Value}").Order();

        Assert.Equal((get.Status, 0), (head.Status, head.Content.Length));
        Assert.Equal(Headers(get), Headers(head));
        Assert.Equal(get.Content.Length, int.Parse(head.Headers["Content-Length"]));
    }

    private string? Token(string who)
    {
        using var foreign = System.Security.Cryptography.RSA.Create(2048);
        return who switch
        {
            "no token" => null,
            "another's signature" => hub.Issuer.Token(HubFixture.AppId(HubWithBericht.Sender), key: foreign),
            "without the role" => hub.Issuer.Token(HubFixture.AppId(HubWithBericht.Sender), role: "Iets.Anders"),
            "unknown application" => hub.Issuer.Token("11111111-1111-4111-8111-111111111111"),
            "Hub.Beheren" => hub.Issuer.Token("22222222-2222-4222-8222-222222222222", role: "Hub.Beheren"),
            "sender" => hub.Issuer.Token(HubFixture.AppId(HubWithBericht.Sender)),
            "receiver" => hub.Issuer.Token(HubFixture.AppId(HubWithBericht.Ontvanger)),
            _ => hub.Issuer.Token(HubFixture.AppId("90000002")),
        };
    }

    private static List<(string, string[])> ReadTable() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "authorization.md"))
                .Where(rule => rule.StartsWith("| `", StringComparison.Ordinal))
                .Select(rule => rule.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => (cells[0].Trim('`'), cells[1..])),
        ];
}
