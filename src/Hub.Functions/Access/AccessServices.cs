using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>Sets up the check of tokens: signed by the issuer, for this hub, not expired.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, AccessSettings settings)
    {
        services.AddSingleton(new RequestLimit(settings));
        services
            .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(jwt =>
            {
                jwt.MetadataAddress = settings.MetadataAddress;
                jwt.RequireHttpsMetadata = settings.RequireHttps;
                jwt.MapInboundClaims = false;
                jwt.IncludeErrorDetails = false;
                jwt.TokenValidationParameters.ValidIssuer = settings.Issuer;
                jwt.TokenValidationParameters.ValidAudience = settings.Audience;
                jwt.TokenValidationParameters.ValidAlgorithms = ["RS256", "PS256", "ES256"];
                jwt.Events = new JwtBearerEvents
                {
                    OnTokenValidated = static validated =>
                    {
                        if (CriticalHeader.IsOn(validated.SecurityToken))
                        {
                            validated.Fail(new CriticalHeaderException());
                        }
                        else if (!EntraVersion.IsTaken(validated.Principal))
                        {
                            validated.Fail(new TokenVersionException());
                        }
                        return Task.CompletedTask;
                    },
                };
                jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
            });
        // Otherwise a key that the issuer withdrew would count for another hour, and it may have been stolen.
        services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            jwt =>
            {
                if (jwt.ConfigurationManager is BaseConfigurationManager admin)
                {
                    admin.UseLastKnownGoodConfiguration = false;
                }
            }
        );
    }
}
