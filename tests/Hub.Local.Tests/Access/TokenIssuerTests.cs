using Hub.Deelnemers;
using Hub.Local.Access;
using Hub.Local.Starting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Local.Tests.Access;

public sealed class TokenIssuerTests
{
    [Fact]
    public async Task A_token_passes_the_check_that_an_app_makes_from_the_published_metadata()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var issuer = await TokenIssuer.StartAsync(0, null, TimeProvider.System, NullLoggerFactory.Instance, cancellation);
        var delft = DeelnemersFile.Read(File.ReadAllBytes(ProjectPaths.Deelnemers)).List!.WithCode("0503")!;
        var metadata = await new ConfigurationManager<OpenIdConnectConfiguration>(
            issuer.Metadata.ToString(),
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }
        ).GetConfigurationAsync(cancellation);

        var outcome = await new JsonWebTokenHandler().ValidateTokenAsync(
            issuer.GiveToken(delft, TimeSpan.FromMinutes(5)),
            new TokenValidationParameters
            {
                ValidIssuer = metadata.Issuer,
                ValidAudience = TokenIssuer.ClientId,
                IssuerSigningKeys = metadata.SigningKeys,
            }
        );

        Assert.True(outcome.IsValid, outcome.Exception?.Message);
        Assert.Equal(delft.AppIds[0].ToString("D"), outcome.Claims["azp"]);
        Assert.Equal(TokenIssuer.Role, outcome.Claims["roles"]);
    }

    [Fact]
    public async Task Its_tokens_are_by_the_rules_of_Entra_in_either_version()
    {
        await using var issuer = await TokenIssuer.StartAsync(
            0,
            null,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            TestContext.Current.CancellationToken
        );
        const string app = "00000000-0000-4000-8000-000000000001";

        var two = Read(TokenVersion.V2);
        Assert.Equal(("2.0", TokenIssuer.ClientId, TokenIssuer.Issuer), (two.GetClaim("ver").Value, two.Audiences.Single(), two.Issuer));
        Assert.True(Guid.TryParse(two.Audiences.Single(), out _));
        Assert.Equal((app, false), (two.GetClaim("azp").Value, two.TryGetClaim("appid", out _)));

        var one = Read(TokenVersion.V1);
        Assert.Equal(
            ("1.0", TokenIssuer.IdentifierUri, TokenIssuer.IssuerV1),
            (one.GetClaim("ver").Value, one.Audiences.Single(), one.Issuer)
        );
        Assert.Equal((app, false), (one.GetClaim("appid").Value, one.TryGetClaim("azp", out _)));
        Assert.NotEqual(one.Issuer, two.Issuer);

        JsonWebToken Read(TokenVersion version) => new(issuer.GiveToken(version, app, [TokenIssuer.Role], TimeSpan.FromMinutes(5)));
    }
}
