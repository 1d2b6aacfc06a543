using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>
/// Every package that anything here is built from, its licence, and whether it goes along to Azure: docs/dependencies.md.
/// </summary>
public class DependenciesTests
{
    private const string Write = "IJW_WRITE_DOCS";

    // Licences that ask no more than that their text goes along.
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "public domain"];

    // Packages whose nuspec names a file or a page instead of a licence; read there, by hand, for this version.
    private static readonly Dictionary<string, string> ReadByHand = new()
    {
        ["Apache.Arrow 22.1.0"] = "Apache-2.0",
        ["NCrontab.Signed 3.3.2"] = "Apache-2.0",
        ["System.Security.Cryptography.ProtectedData 4.5.0"] = "MIT",
        ["SQLite 3.53.4"] = "public domain",
    };

    [Fact]
    public void Every_package_has_a_licence_that_we_allow() =>
        Assert.All(
            Packages(),
            package => Assert.True(Allowed.Contains(package.Licence), $"{package.Name} {package.Version}: {package.Licence}")
        );

    [Fact]
    public void Every_package_is_locked_in_one_version_per_project_that_ships()
    {
        var shipped = Packages().Where(package => package.Ships).GroupBy(package => package.Name);

        Assert.All(shipped, versions => Assert.Single(versions));
    }

    [Fact]
    public void The_page_of_dependencies_is_current()
    {
        var path = RootFolder.PathTo("docs", "dependencies.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page,
            $"docs/dependencies.md is not current; write it with: {Write}=1 dotnet test --project "
                + $"tests/Architecture.Tests/Architecture.Tests.csproj"
        );
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # What the hub is built from

            Every NuGet package in the lock files, direct or not, with the licence that its own package names. A test writes this page, and
            fails on a package whose licence is not on its list. Packages that ship are in the zip that goes to Azure; `infra/package.sh`
            writes their bill of materials (CycloneDX, `artifacts/package/hub.cdx.json`), which also names what the Functions host loads for
            the app (`.azurefunctions`): that is restored by the Functions SDK, outside the lock files. The build workflow asks NuGet and
            npm for known vulnerabilities.

            Beside them: the .NET SDK with the runtime packs and compilers that it picks (MIT), and the Bicep CLI (MIT); from npm, under
            their own lock files, Azurite (MIT), the judges of the emulator and of the API description (MIT), the parser of workflows (MIT,
            ISC), JMESPath (Apache-2.0) and the language service of Kusto (MIT); and of the machine, shellcheck (GPL-3.0). None ships.


            """.ReplaceLineEndings("\n")
        );
        foreach (var (title, ships) in new[] { ("Ships", true), ("Development and tests only", false) })
        {
            page.Append($"## {title}\n| package | version | licence |\n|---|---|---|\n");
            foreach (var package in Packages().Where(package => package.Ships == ships))
            {
                page.Append($"| {package.Name} | {package.Version} | {package.Licence} |\n");
            }
            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static List<Package> Packages()
    {
        var shipped = Locked("src/Hub.Functions").ToHashSet();
        return
        [
            .. Repository
                .LockFiles.SelectMany(Locked)
                .Distinct()
                .Select(package => new Package(
                    package.Name,
                    package.Version,
                    Licence(package.Name, package.Version),
                    shipped.Contains(package) && !IsBuildOnly(package.Name)
                ))
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(package => package.Version, StringComparer.Ordinal),
        ];
    }

    private static bool IsBuildOnly(string name) =>
        name == "Microsoft.CodeAnalysis.BannedApiAnalyzers"
        || name.StartsWith("Microsoft.Azure.Functions.Worker.Sdk", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Version)> Locked(string folder)
    {
        var locked = JsonNode.Parse(File.ReadAllText(RootFolder.PathTo(folder, "packages.lock.json")))!;
        return from framework in locked["dependencies"]!.AsObject()
            from package in framework.Value!.AsObject()
            where package.Value!["type"]!.GetValue<string>() != "Project"
            select (package.Key, package.Value!["resolved"]!.GetValue<string>());
    }

    private static string Licence(string name, string version)
    {
        if (ReadByHand.TryGetValue($"{name} {version}", out var read))
        {
            return read;
        }
        var root = typeof(DependenciesTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "NuGetPackageRoot")
            .Value!;
        var nuspec = Path.Combine(root, name.ToLowerInvariant(), version.ToLowerInvariant(), name.ToLowerInvariant() + ".nuspec");
        Assert.True(File.Exists(nuspec), $"{name} {version} is not restored; run: dotnet restore Hub.sln");
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var licence = metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression"
            ? licence.Value
            : $"not named "
                + $"({licence?.Value ?? metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value})";
    }

    private sealed record Package(string Name, string Version, string Licence, bool Ships);
}
