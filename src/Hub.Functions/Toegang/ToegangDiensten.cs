using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Toegang;

/// <summary>Sets up the check of tokens: signed by the issuer, for this hub, not expired.</summary>
internal static class ToegangDiensten
{
    public static void AddToegang(this IServiceCollection diensten, ToegangInstellingen instellingen)
    {
        diensten.AddSingleton(new Verzoekgrens(instellingen));
        diensten.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MetadataAddress = instellingen.MetadataAddress;
            jwt.RequireHttpsMetadata = instellingen.RequireHttps;
            jwt.MapInboundClaims = false;
            jwt.IncludeErrorDetails = false;
            jwt.TokenValidationParameters.ValidIssuer = instellingen.Issuer;
            jwt.TokenValidationParameters.ValidAudience = instellingen.Audience;
            jwt.TokenValidationParameters.ValidAlgorithms = ["RS256", "PS256", "ES256"];
            jwt.Events = new JwtBearerEvents
            {
                OnTokenValidated = static validated =>
                {
                    if (CriticalHeader.IsOn(validated.SecurityToken)) validated.Fail(new CriticalHeaderException());
                    else if (!EntraVersion.IsTaken(validated.Principal)) validated.Fail(new TokenVersionException());
                    return Task.CompletedTask;
                },
            };
            jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        });
        // Otherwise a key that the issuer withdrew would count for another hour, and it may have been stolen.
        diensten.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt =>
        {
            if (jwt.ConfigurationManager is BaseConfigurationManager beheer) beheer.UseLastKnownGoodConfiguration = false;
        });
    }
}
