using EndToEnd.Samples;
using Hub.Azure.Tests.Shared;
using Hub.Beheer;
using Hub.Local.Starting;

namespace EndToEnd.Scenarios;

/// <summary>The register that a running hub kept, against one that is made anew from its archive.</summary>
[Collection(nameof(SamplesCollection))]
public sealed class RebuildTests(SamplesRun run) : IClassFixture<CompletePairs>
{
    [Fact]
    public async Task The_register_of_a_running_hub_is_what_its_archive_gives_to_the_byte()
    {
        var story = new Scenario(run.Environment, CompletePairs.Gemeente, CompletePairs.Aanbieder);
        var day = new DateOnly(2026, 3, 1);
        await story.SendAsync(story.Chain.Toewijzing(day, 690_001, day, null));
        await story.SendAsync(story.Chain.Start(day, 690_001, day));
        await story.SendAsync(story.Chain.Start(day, 690_001, day));

        using var output = new StringWriter();
        var code = await AdminCommands.ExecuteAsync(
            ["herbouw", "--tabel", "herbouwd"],
            Variable,
            output,
            output,
            TestContext.Current.CancellationToken
        );

        Assert.Equal((0, ""), (code, code == 0 ? "" : output.ToString()));
        var kept = await RegisterTable.ReadAsync(run.Environment.StorageConnection, "register", TestContext.Current.CancellationToken);
        Assert.NotEmpty(kept);
        Assert.Equal(
            kept,
            await RegisterTable.ReadAsync(run.Environment.StorageConnection, "herbouwd", TestContext.Current.CancellationToken)
        );
    }

    private string? Variable(string name) =>
        name switch
        {
            "Opslag" => run.Environment.StorageConnection,
            "Register__Sleutel" => LocalHub.RegisterKey,
            _ => null,
        };
}
