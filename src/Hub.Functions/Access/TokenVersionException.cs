using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>Thrown on a token of another version than 2.</summary>
internal sealed class TokenVersionException() : SecurityTokenValidationException("The token is not of version 2.0.");
