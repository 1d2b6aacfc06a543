namespace Commands.Files;

/// <summary>Says in Dutch why something could not be read or written.</summary>
public static class ReadFault
{
    private const int WindowsFull = unchecked((int)0x80070070);
    private const int WindowsInUse = unchecked((int)0x80070020);

    /// <summary>True for what the system throws when it will not read or write; anything else is a fault of the program.</summary>
    public static bool IsOfSystem(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidDataException;

    /// <summary>The reason, a clause without the system's own words.</summary>
    public static string Describe(Exception fault) =>
        fault switch
        {
            FaultException => fault.Message,
            UnauthorizedAccessException => "u hebt er geen rechten op",
            FileNotFoundException or DirectoryNotFoundException => "het bestaat niet (meer)",
            PathTooLongException => "de naam is te lang",
            InvalidDataException => "het is beschadigd",
            // What .NET makes of a file that may become no larger (EFBIG).
            ArgumentOutOfRangeException => "het bestand wordt te groot",
            ArgumentException or NotSupportedException => "zo'n naam kan niet",
            { HResult: WindowsFull } => "de schijf is vol",
            { HResult: WindowsInUse } => "een ander programma houdt het bestand vast",
            _ when !OperatingSystem.IsWindows() && Errno.Reason(fault?.HResult ?? 0) is { } reason => reason,
            _ => "het systeem meldt een fout bij het lezen of schrijven",
        };

    /// <summary>The reason for a path: a folder where a file was meant is told as that.</summary>
    public static string Describe(Exception fault, string path) => Directory.Exists(path) ? "dit is een map" : Describe(fault);
}
