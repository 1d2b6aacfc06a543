using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Access;

/// <summary>
/// Why a token does not count, without a word of it: <paramref name="Fault"/> in ASCII, for it also goes into a header, then what to do.
/// </summary>
internal sealed record TokenFault(string Fault, string Remedy)
{
    /// <summary>The reason behind the failure of a check.</summary>
    public static TokenFault Of(Exception failure) =>
        failure switch
        {
            AggregateException { InnerExceptions: [var first, ..] } => Of(first),
            SecurityTokenExpiredException => new("Het token is verlopen.", "Haal een nieuw token."),
            SecurityTokenNotYetValidException => new(
                "Het token is nog niet geldig.",
                "Wacht tot zijn begintijd (nbf), of zet de klok van uw systeem gelijk."
            ),
            SecurityTokenInvalidAudienceException => new(
                "Het token is niet voor deze hub (aud).",
                "Vraag een token aan met de scope die u van de regio kreeg: de client-id van de hub en /.default."
            ),
            SecurityTokenInvalidIssuerException => new(
                "Het token is van een onbekende uitgever (iss).",
                "Haal het token bij de uitgever die u van de regio kreeg."
            ),
            SecurityTokenNoExpirationException or SecurityTokenInvalidLifetimeException => new(
                "Het token heeft geen juiste geldigheid (nbf, exp).",
                "Haal een nieuw token."
            ),
            SecurityTokenInvalidAlgorithmException => new(
                "Het token is ondertekend op een manier die niet mag (alg).",
                "Gebruik RS256, PS256 of ES256."
            ),
            TokenVersionException => new(
                "Het token is niet van versie 2.0 (ver).",
                "Meld dit aan de regio: de registratie van de hub in Entra vraagt niet om tokens van versie 2."
            ),
            CriticalHeaderException => new("Het token stelt eisen die de hub niet kent (crit).", "Haal een token zonder crit."),
            SecurityTokenInvalidSignatureException or SecurityTokenInvalidSigningKeyException => new(
                "De handtekening van het token klopt niet.",
                "Haal een nieuw token. Lukt het dan nog niet, dan hoort de sleutel (kid) niet bij de uitgever."
            ),
            _ => new("Het token is geen leesbaar JWT.", "Stuur het token zoals de uitgever het gaf, in de header Authorization (Bearer)."),
        };
}
