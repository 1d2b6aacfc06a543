using Commands.Files;

namespace Ijw.Cli.Checking;

/// <summary>The gemeentecodes as ijw knows them: the built-in list, renewed by a file that a user keeps.</summary>
internal static class GemeentecodesFile
{
    /// <summary>The environment variable that names the file; without it ijw looks beside its own program.</summary>
    public const string Variable = "IJW_GEMEENTECODES";

    /// <summary>Reads the list.</summary>
    /// <param name="named">The path that the user gave; null to look beside the program, where the file may be missing.</param>
    /// <returns>The list; or what is wrong with the file, in Dutch.</returns>
    public static (Gemeentecodes? List, string? Fault) Read(string? named)
    {
        var path = string.IsNullOrEmpty(named) ? Path.Combine(AppContext.BaseDirectory, Gemeentecodes.FileName) : named;
        if (string.IsNullOrEmpty(named) && !File.Exists(path))
        {
            return (Gemeentecodes.BuiltIn, null);
        }
        try
        {
            using var lines = File.OpenText(path);
            return (Gemeentecodes.BuiltIn.With(lines), null);
        }
        catch (FormatException fault)
        {
            return (null, $"{Terminal.AsPrintable(path)}, {fault.Message}.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{Terminal.AsPrintable(path)}: niet gelezen: {ReadFault.Describe(fault)}.");
        }
    }
}
