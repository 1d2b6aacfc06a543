using System.Security.Cryptography;
using Hub.Deelnemers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Local.Toegang;

/// <summary>
/// Stands in for Entra: publishes OpenID Connect metadata and its key on 127.0.0.1, and gives out tokens by the rules of Entra. The app
/// checks them along the same path as in Azure, with another issuer.
/// </summary>
public sealed class Tokenuitgever : IAsyncDisposable
{
    /// <summary>The client id of the hub: the audience of the tokens, as it is in Entra's version 2.</summary>
    public const string ClientId = "00000000-0000-4000-8000-0000000000c1";

    /// <summary>The Application ID URI of the hub, which is no audience of a version 2 token.</summary>
    public const string IdentifierUri = "api://ijw-hub";

    /// <summary>The app role that may exchange berichten.</summary>
    public const string Rol = "Berichten.Uitwisselen";

    /// <summary>The issuer of the tokens: a name and no address, so that a token also outlives a port that another took.</summary>
    public const string Issuer = "urn:hub-local:v2.0";

    /// <summary>The issuer of version 1 tokens, which the hub refuses; Entra has another for them too.</summary>
    public const string IssuerV1 = "urn:hub-local:sts";

    private static readonly EntraToken Entra = new(ClientId, IdentifierUri, IssuerV1, Issuer);
    private const string Metadatapad = "/.well-known/openid-configuration";
    private const string Sleutelpad = "/sleutels";

    private readonly RSA _rsa;
    private readonly RsaSecurityKey _sleutel;
    private readonly TimeProvider _tijd;
    private WebApplication? _web;

    private Tokenuitgever(RSA rsa, TimeProvider tijd)
    {
        _rsa = rsa;
        _tijd = tijd;
        _sleutel = new RsaSecurityKey(rsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()))[..16] };
        Adres = new Uri("http://127.0.0.1");
    }

    /// <summary>Where it listens.</summary>
    public Uri Adres { get; private set; }

    /// <summary>Where the OpenID Connect metadata are.</summary>
    public Uri Metadata => new(Adres, Metadatapad);

    /// <summary>Starts listening on a port of 127.0.0.1; 0 chooses a free one.</summary>
    /// <param name="poort">The port.</param>
    /// <param name="keyFile">Where the key is kept, so that its tokens are good over a restart; null keeps it nowhere.</param>
    /// <param name="tijd">The clock of the tokens.</param>
    /// <param name="logs">Where it logs.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="OpstartException">The file holds no key.</exception>
    public static async Task<Tokenuitgever> StartAsync(
        int poort, string? keyFile, TimeProvider tijd, ILoggerFactory logs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var uitgever = new Tokenuitgever(SigningKey.Load(keyFile), tijd);
        try
        {
            await uitgever.LuisterAsync(poort, logs, cancellation).ConfigureAwait(false);
            return uitgever;
        }
        catch
        {
            await uitgever.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A token with which <paramref name="deelnemer"/> may exchange berichten; it never says more than who it is.</summary>
    public string GeefToken(Deelnemer deelnemer, TimeSpan geldigheid)
    {
        ArgumentNullException.ThrowIfNull(deelnemer);
        return GeefToken(deelnemer.AppIds[0].ToString("D"), [Rol], geldigheid);
    }

    /// <summary>A token for any application and any roles, also such as the hub must refuse.</summary>
    public string GeefToken(string appId, IEnumerable<string> rollen, TimeSpan geldigheid) => GeefToken(TokenVersion.V2, appId, rollen, geldigheid);

    /// <summary>The same of a version; the hub takes 2 only.</summary>
    internal string GeefToken(TokenVersion version, string appId, IEnumerable<string> rollen, TimeSpan geldigheid)
    {
        var nu = _tijd.GetUtcNow();
        var token = Entra.Describe(version, appId, rollen);
        token.IssuedAt = token.NotBefore = nu.UtcDateTime;
        token.Expires = (nu + geldigheid).UtcDateTime;
        return EntraToken.Sign(token, _sleutel);
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_web is not null) await _web.DisposeAsync().ConfigureAwait(false);
        _rsa.Dispose();
    }

    private async Task LuisterAsync(int poort, ILoggerFactory logs, CancellationToken cancellation)
    {
        var bouw = WebApplication.CreateSlimBuilder();
        bouw.WebHost.UseUrls($"http://127.0.0.1:{poort}");
        bouw.Logging.ClearProviders();
        bouw.Services.AddSingleton(logs);
        _web = bouw.Build();
        _web.MapGet(Metadatapad, () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = new Uri(Adres, Sleutelpad).ToString(),
            ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.RsaSha256 },
        }));
        _web.MapGet(Sleutelpad, () => Results.Json(new Dictionary<string, object> { ["keys"] = new[] { PubliekeSleutel() } }));
        await _web.StartAsync(cancellation).ConfigureAwait(false);
        Adres = new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private Dictionary<string, string> PubliekeSleutel()
    {
        var delen = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = _sleutel.KeyId,
            ["n"] = Base64UrlEncoder.Encode(delen.Modulus),
            ["e"] = Base64UrlEncoder.Encode(delen.Exponent),
        };
    }
}
