using System.IO.Compression;

namespace ColdStart;

/// <summary>A package as Flex Consumption would unpack it.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Folder">Where it was unpacked.</param>
/// <param name="Zipped">The size of the zip, in bytes.</param>
internal sealed record Package(string Kind, string Folder, long Zipped)
{
    /// <summary>Unpacks a zip.</summary>
    public static Package Unpack(string kind, string zip, string under)
    {
        if (!File.Exists(zip))
        {
            throw new FileNotFoundException($"There is no {zip}; make it with infra/package.sh");
        }
        var folder = Path.Combine(under, kind);
        ZipFile.ExtractToDirectory(zip, folder);
        return new Package(kind, folder, new FileInfo(zip).Length);
    }

    /// <summary>What is wrong with what is in it, a line each.</summary>
    public IEnumerable<string> Faults()
    {
        string[] needed =
        [
            "host.json",
            "deelnemers.json",
            "Hub.Functions.dll",
            "worker.config.json",
            "functions.metadata",
            "extensions.json",
            ".azurefunctions/function.deps.json",
        ];
        foreach (var file in needed.Where(file => !File.Exists(Path.Combine(Folder, file))))
        {
            yield return $"{Kind}: {file} is not in it.";
        }
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("local.settings", StringComparison.Ordinal) || Path.GetExtension(name) is ".pdb" or ".dbg")
            {
                yield return $"{Kind}: {name} does not belong in it.";
            }
        }
    }
}
