namespace ServiceBusEmulator.Tests.DotNet;

/// <summary>
/// What the official .NET SDK sees of the emulator. Where nobody checked against the service, a case's name says [guess].
/// </summary>
public sealed class DotNetSdkTests(DotNetRun run) : IClassFixture<DotNetRun>
{
    public static TheoryData<string> Names => [.. DotNetRun.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_official_SDK_finds_that_it(string name) => Assert.Null(run.FaultOf(name));

    [Fact]
    public void There_are_at_least_seventy_cases() => Assert.True(DotNetRun.Cases.Count >= 70);
}
