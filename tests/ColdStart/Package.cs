using System.IO.Compression;

namespace ColdStart;

/// <summary>A package as Flex Consumption would unpack it.</summary>
/// <param name="Kind">How the app in it was compiled.</param>
/// <param name="Folder">Where it was unpacked.</param>
/// <param name="Zipped">The size of the zip, in bytes.</param>
internal sealed record Package(string Kind, string Folder, long Zipped)
{
    private const string Executable = "Hub.Functions";

    /// <summary>The program that the host starts.</summary>
    public string Program => Path.Combine(Folder, Executable);

    /// <summary>Unpacks a zip, file modes included.</summary>
    public static Package Unpack(string kind, string zip, string under)
    {
        if (!File.Exists(zip)) throw new FileNotFoundException($"There is no {zip}; make it with: infra/package.sh {kind}");
        var folder = Path.Combine(under, kind);
        ZipFile.ExtractToDirectory(zip, folder);
        return new Package(kind, folder, new FileInfo(zip).Length);
    }

    /// <summary>What is wrong with what is in it, a line each.</summary>
    public IEnumerable<string> Faults()
    {
        string[] needed = ["host.json", "deelnemers.json", Executable, "Http/function.json", "VerwerkBericht/function.json", "Bewaking/function.json"];
        foreach (var file in needed.Where(file => !File.Exists(Path.Combine(Folder, file)))) yield return $"{Kind}: {file} is not in it.";
        if (!OperatingSystem.IsWindows() && File.Exists(Program) && !File.GetUnixFileMode(Program).HasFlag(UnixFileMode.UserExecute))
            yield return $"{Kind}: {Executable} cannot be executed.";
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("local.settings", StringComparison.Ordinal) || Path.GetExtension(name) is ".pdb" or ".dbg")
                yield return $"{Kind}: {name} does not belong in it.";
        }
    }
}
