using System.Text.RegularExpressions;
using ServiceBusEmulator.Settings;

namespace ServiceBusEmulator.Tests.Judge;

/// <summary>
/// What the official JavaScript SDK sees of the emulator. Where nobody checked against the service, a case's name says [guess].
/// </summary>
public sealed partial class JavaScriptSdkTests(JudgeRun run) : IClassFixture<JudgeRun>
{
    public static TheoryData<string> Names => [.. JudgeRun.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_official_SDK_finds_that_it(string name) => Assert.Null(run.FaultOf(name));

    [Fact]
    public void There_are_at_least_forty_cases() => Assert.True(JudgeRun.Cases.Count >= 40);

    [Fact]
    public async Task The_code_in_the_README_runs_as_written()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(JudgeRun.Folder, "../../../src/ServiceBusEmulator/README.md"),
            TestContext.Current.CancellationToken
        );
        var queues = QueueDefinitions.Parse(Definition().Match(readme).Groups["json"].Value);
        await using var emulator = await Emulator.StartAsync(new EmulatorOptions { Queues = queues });
        // Beside the cases, where Node finds the SDK.
        var file = Path.Combine(JudgeRun.Folder, $"readme-{Guid.NewGuid():N}.mjs");
        try
        {
            await File.WriteAllTextAsync(file, Code().Match(readme).Groups["code"].Value, TestContext.Current.CancellationToken);
            var lines = new List<string>();
            await JudgeRun.RunAsync("node", $"{Path.GetFileName(file)} \"{emulator.ConnectionString}\"", lines.Add);
            Assert.Equal(["{ id: 1 }", "A first"], lines.Take(2));
        }
        finally
        {
            File.Delete(file);
        }
        Assert.Equal((0, 0), await emulator.CountAsync("orders"));
    }

    [GeneratedRegex("^echo '(?<json>.*)' > queues.json", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex("```js\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [Fact]
    public void Every_case_was_judged_and_no_other() => Assert.Equal(JudgeRun.Cases.Count, run.Count);
}
