namespace Commands.Files;

/// <summary>The numbers by which a Unix tells what is wrong, as far as people need to know the difference.</summary>
internal static class Errno
{
    public const int Interrupted = 4;
    public const int NotThere = 2;
    public const int NotAFolder = 20;

    /// <summary>A full pipe that doesn't block.</summary>
    public static bool IsTryAgain(int number) => number == (OperatingSystem.IsLinux() ? 11 : 35);

    /// <summary>The links of a path go round.</summary>
    public static bool IsLoop(int number) => number == (OperatingSystem.IsLinux() ? 40 : 62);

    /// <summary>The reason in Dutch, a clause; null when the number says nothing to people.</summary>
    public static string? Reason(int number) =>
        number switch
        {
            1 or 13 => "u hebt er geen rechten op",
            NotThere => "het bestaat niet (meer)",
            5 => "de schijf geeft een fout",
            6 => "dit is een socket of een apparaat waar niets achter zit",
            NotAFolder => "een deel van het pad is geen map",
            21 => "dit is een map",
            23 or 24 => "er staan te veel bestanden tegelijk open",
            26 => "het is in gebruik",
            27 => "het bestand wordt te groot",
            28 => "de schijf is vol",
            30 => "er mag hier alleen worden gelezen",
            32 => "het programma dat haar las, is gestopt",
            _ when IsTryAgain(number) => "een ander programma houdt het bestand vast",
            _ when IsLoop(number) => "de links gaan in een kring rond",
            _ when number == (OperatingSystem.IsLinux() ? 36 : 63) => "de naam is te lang",
            _ when number == (OperatingSystem.IsLinux() ? 122 : 69) => "uw ruimte op de schijf is op",
            _ => null,
        };
}
