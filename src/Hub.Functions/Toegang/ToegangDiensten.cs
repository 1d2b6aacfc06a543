using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Hub.Functions.Toegang;

/// <summary>Sets up the check of tokens: signed by the issuer, for this hub, not expired.</summary>
internal static class ToegangDiensten
{
    public static void AddToegang(this IServiceCollection diensten, ToegangInstellingen instellingen)
    {
        diensten.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MetadataAddress = instellingen.MetadataAddress;
            jwt.RequireHttpsMetadata = instellingen.RequireHttps;
            jwt.MapInboundClaims = false;
            jwt.IncludeErrorDetails = false;
            jwt.TokenValidationParameters.ValidIssuer = instellingen.Issuer;
            jwt.TokenValidationParameters.ValidAudience = instellingen.Audience;
            jwt.TokenValidationParameters.ValidAlgorithms = ["RS256", "PS256", "ES256"];
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        });
    }
}
