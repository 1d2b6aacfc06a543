using Hub.Deelnemers;
using Hub.Local.Opstarten;
using Hub.Local.Toegang;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Local.Tests.Toegang;

public sealed class TokenuitgeverTests
{
    [Fact]
    public async Task A_token_passes_the_check_that_an_app_makes_from_the_published_metadata()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var uitgever = await Tokenuitgever.StartAsync(0, null, TimeProvider.System, NullLoggerFactory.Instance, cancellation);
        var delft = DeelnemersBestand.Lees(File.ReadAllBytes(Projectpaden.Deelnemers)).Lijst!.MetCode("0503")!;
        var metadata = await new ConfigurationManager<OpenIdConnectConfiguration>(
            uitgever.Metadata.ToString(),
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }).GetConfigurationAsync(cancellation);

        var uitslag = await new JsonWebTokenHandler().ValidateTokenAsync(uitgever.GeefToken(delft, TimeSpan.FromMinutes(5)), new TokenValidationParameters
        {
            ValidIssuer = metadata.Issuer,
            ValidAudience = Tokenuitgever.Publiek,
            IssuerSigningKeys = metadata.SigningKeys,
        });

        Assert.True(uitslag.IsValid, uitslag.Exception?.Message);
        Assert.Equal(delft.AppIds[0].ToString("D"), uitslag.Claims["azp"]);
        Assert.Equal(Tokenuitgever.Rol, uitslag.Claims["roles"]);
    }
}
