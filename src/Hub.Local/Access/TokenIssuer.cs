using System.Security.Cryptography;
using Hub.Deelnemers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Local.Access;

/// <summary>
/// Stands in for Entra: publishes OpenID Connect metadata and its key on 127.0.0.1, and gives out tokens by the rules of Entra. The app
/// checks them along the same path as in Azure, with another issuer.
/// </summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    /// <summary>The client id of the hub: the audience of the tokens, as it is in Entra's version 2.</summary>
    public const string ClientId = "00000000-0000-4000-8000-0000000000c1";

    /// <summary>The Application ID URI of the hub, which is no audience of a version 2 token.</summary>
    public const string IdentifierUri = "api://ijw-hub";

    /// <summary>The app role that may exchange berichten.</summary>
    public const string Role = "Berichten.Uitwisselen";

    /// <summary>The issuer of the tokens: a name and no address, so that a token also outlives a port that another took.</summary>
    public const string Issuer = "urn:hub-local:v2.0";

    /// <summary>The issuer of version 1 tokens, which the hub refuses; Entra has another for them too.</summary>
    public const string IssuerV1 = "urn:hub-local:sts";

    private static readonly EntraToken Entra = new(ClientId, IdentifierUri, IssuerV1, Issuer);
    private const string MetadataPath = "/.well-known/openid-configuration";
    private const string KeyPath = "/sleutels";

    private readonly RSA _rsa;
    private readonly RsaSecurityKey _key;
    private readonly TimeProvider _time;
    private WebApplication? _web;

    private TokenIssuer(RSA rsa, TimeProvider time)
    {
        _rsa = rsa;
        _time = time;
        _key = new RsaSecurityKey(rsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))[..16] };
        Address = new Uri("http://127.0.0.1");
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; }

    /// <summary>Where the OpenID Connect metadata are.</summary>
    public Uri Metadata => new(Address, MetadataPath);

    /// <summary>Starts listening on a port of 127.0.0.1; 0 chooses a free one.</summary>
    /// <param name="port">The port.</param>
    /// <param name="keyFile">Where the key is kept, so that its tokens are good over a restart; null keeps it nowhere.</param>
    /// <param name="time">The clock of the tokens.</param>
    /// <param name="logs">Where it logs.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="StartException">The file holds no key.</exception>
    public static async Task<TokenIssuer> StartAsync(
        int port,
        string? keyFile,
        TimeProvider time,
        ILoggerFactory logs,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(logs);
        var issuer = new TokenIssuer(SigningKey.Load(keyFile), time);
        try
        {
            await issuer.ListenAsync(port, logs, cancellation).ConfigureAwait(false);
            return issuer;
        }
        catch
        {
            await issuer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A token with which <paramref name="deelnemer"/> may exchange berichten; it never says more than who it is.</summary>
    public string GiveToken(Deelnemer deelnemer, TimeSpan validity)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return GiveToken(deelnemer.AppIds[0].ToString("D"), [Role], validity);
    }

    /// <summary>A token for any application and any roles, also such as the hub must refuse.</summary>
    public string GiveToken(string appId, IEnumerable<string> roles, TimeSpan validity) =>
        GiveToken(TokenVersion.V2, appId, roles, validity);

    /// <summary>The same of a version; the hub takes 2 only.</summary>
    internal string GiveToken(TokenVersion version, string appId, IEnumerable<string> roles, TimeSpan validity)
    {
        var now = _time.GetUtcNow();
        var token = Entra.Describe(version, appId, roles);
        token.IssuedAt = token.NotBefore = now.UtcDateTime;
        token.Expires = (now + validity).UtcDateTime;
        return EntraToken.Sign(token, _key);
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
        {
            await _web.DisposeAsync().ConfigureAwait(false);
        }
        _rsa.Dispose();
    }

    private async Task ListenAsync(int port, ILoggerFactory logs, CancellationToken cancellation)
    {
        var build = WebApplication.CreateSlimBuilder();
        build.WebHost.UseUrls($"http://127.0.0.1:{port}");
        build.Logging.ClearProviders();
        build.Services.AddSingleton(logs);
        _web = build.Build();
        _web.MapGet(
            MetadataPath,
            () =>
                Results.Json(
                    new Dictionary<string, object>
                    {
                        ["issuer"] = Issuer,
                        ["jwks_uri"] = new Uri(Address, KeyPath).ToString(),
                        ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.RsaSha256 },
                    }
                )
        );
        _web.MapGet(KeyPath, () => Results.Json(new Dictionary<string, object> { ["keys"] = new[] { PublicKey() } }));
        await _web.StartAsync(cancellation).ConfigureAwait(false);
        Address = new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private Dictionary<string, string> PublicKey()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = _key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parts.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parts.Exponent),
        };
    }
}
