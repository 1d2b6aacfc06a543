using Ijw.Cli.Tests.Shared;

namespace Ijw.Cli.Tests.CommandLine;

public sealed class ToolingTests
{
    [Fact]
    public async Task Ijw_installs_as_a_tool_from_a_folder_without_any_network()
    {
        using var folder = new WorkFolder();
        var project = RootFolder.PathTo("src", "Ijw.Cli");
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        await Succeeds("pack", project, "--no-build", "-c", configuration, "-o", folder["pakket"], $"-p:PublishDir={folder["publish"]}/");
        await File.WriteAllTextAsync(
            folder["nuget.config"],
            $"""<configuration><packageSources><clear/><add key="map" value="{folder["pakket"]}"/></packageSources></configuration>""",
            TestContext.Current.CancellationToken
        );
        await Succeeds("tool", "install", "Ijw.Cli", "--tool-path", folder["tools"], "--configfile", folder["nuget.config"]);

        var outcome = await IjwProgram.Run(folder["tools/ijw"], CliSamples.Folder, null, ["controleer", CliSamples.Good]);
        Assert.Equal($"{CliSamples.Good}: JW301, goedgekeurd\n", outcome.Out);

        async Task Succeeds(params string[] arguments)
        {
            var outcome = await IjwProgram.Run("dotnet", folder.Path, null, arguments);
            Assert.True(outcome.Code == 0, outcome.Out + outcome.Fault);
        }
    }
}
