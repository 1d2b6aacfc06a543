namespace Hub.Functions.Access;

/// <summary>Whose tokens are accepted, and how many requests of one caller a minute.</summary>
/// <param name="MetadataAddress">Where the issuer publishes its OpenID configuration.</param>
/// <param name="Issuer">The <c>iss</c> of its version 2 tokens.</param>
/// <param name="Audience">Their <c>aud</c>: the client id of the hub's registration, as Entra writes it (small letters).</param>
/// <param name="RequireHttps">Whether the issuer must be asked over https.</param>
/// <param name="PerMinute">How many requests a caller may make of one instance a minute.</param>
internal sealed record AccessSettings(string MetadataAddress, string Issuer, string Audience, bool RequireHttps, int PerMinute);
