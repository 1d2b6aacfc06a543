using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>Thrown on a token with <c>crit</c>.</summary>
internal sealed class CriticalHeaderException() : SecurityTokenValidationException("The token has a header crit.");
