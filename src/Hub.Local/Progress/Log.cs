namespace Hub.Local.Progress;

/// <summary>What Hub.Local itself logs: names, ids, addresses and outcomes; never content of a bericht.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Regel}")]
    public static partial void AzuriteRule(this ILogger logger, string regel);

    [LoggerMessage(2, LogLevel.Information, "{Onderdeel} runs at {Adres}")]
    public static partial void Started(this ILogger logger, string onderdeel, Uri adres);

    [LoggerMessage(3, LogLevel.Information, "{Regel}")]
    public static partial void Reported(this ILogger logger, string regel);

    [LoggerMessage(4, LogLevel.Warning, "Ended {Naam}, which an earlier run left behind")]
    public static partial void CleanedUp(this ILogger logger, string naam);

    [LoggerMessage(5, LogLevel.Error, "Hub.Local stopped: {Soort}")]
    public static partial void Failed(this ILogger logger, string soort, Exception fout);

    [LoggerMessage(6, LogLevel.Debug, "{Onderdeel} stopped")]
    public static partial void Stopped(this ILogger logger, string onderdeel);

    [LoggerMessage(7, LogLevel.Error, "{Onderdeel} could not be stopped or removed")]
    public static partial void NotStopped(this ILogger logger, string onderdeel, Exception fout);
}
