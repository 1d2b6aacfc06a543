namespace Ijw.Cli.Controle;

/// <summary>Says in Dutch why something could not be read or written.</summary>
internal static class Leesfout
{
    /// <summary>The reason, without the system's own words.</summary>
    public static string Beschrijf(Exception fout) => fout switch
    {
        UnauthorizedAccessException => "u hebt er geen rechten op",
        FileNotFoundException or DirectoryNotFoundException => "het bestaat niet (meer)",
        PathTooLongException => "de naam is te lang",
        _ => "het systeem meldt een fout bij het lezen of schrijven",
    };
}
