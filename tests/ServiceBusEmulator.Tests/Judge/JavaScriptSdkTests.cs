namespace ServiceBusEmulator.Tests.Judge;

/// <summary>What the official JavaScript SDK sees of the emulator. Where nobody checked against the service, a case's name says [guess].</summary>
public sealed class JavaScriptSdkTests(JudgeRun run) : IClassFixture<JudgeRun>
{
    public static TheoryData<string> Names => [.. JudgeRun.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_official_SDK_finds_that_it(string name) => Assert.Null(run.FaultOf(name));

    [Fact]
    public void Every_case_was_judged_and_no_other()
        => Assert.Equal(JudgeRun.Cases.Count, run.Count);
}
