using System.Text.Json.Nodes;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>infra/throw-away.sh: all of test goes, and nothing of anything else.</summary>
public sealed class ThrowAwayTests : IDisposable
{
    private const string ThrowAway = $"infra/throw-away.sh test {Script.Group}";

    private readonly Script _script;

    public ThrowAwayTests(CompiledInfra infra)
    {
        _script = new(infra.Root);
        _script.State["resources"] = new JsonArray(
            Resource("Microsoft.Storage/storageAccounts", "starch", "test"),
            Resource("Microsoft.KeyVault/vaults", "kv-hub", "test"),
            new JsonObject { ["type"] = "microsoft.insights/actiongroups", ["name"] = "Application Insights Smart Detection" },
            new JsonObject { ["type"] = "Microsoft.AlertsManagement/smartDetectorAlertRules", ["name"] = "Failure Anomalies - appi-hub" }
        );
        _script.State["containers"] = new JsonArray(
            new JsonObject
            {
                ["account"] = "starch",
                ["name"] = "archief-0503",
                ["versions"] = new JsonArray(
                    Version("2026/a b.xml", "2026-04-01T12:00:00.0000001Z", isCurrent: false),
                    Version("2026/a b.xml", "2026-04-02T12:00:00.0000001Z", isCurrent: true),
                    Version("0503-9f.xml", "2026-04-03T12:00:00.0000001Z", isCurrent: true)
                ),
            }
        );
    }

    [Fact]
    public async Task Test_goes_whole_with_the_versions_that_might_not_change_yet()
    {
        _script.State["waits"] = new JsonObject { ["data"] = 3 };

        var (code, output, errors) = await _script.RunAsync(ThrowAway);

        Assert.True(code == 0, errors);
        Assert.Empty(_script.State["groups"]!.AsArray());
        Assert.Empty(_script.State["containers"]![0]!["versions"]!.AsArray());
        Assert.StartsWith($"{Script.Group} is gone.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"infra/throw-away.sh productie {Script.Group}")]
    [InlineData($"infra/throw-away.sh {Script.Group}")]
    [InlineData("infra/throw-away.sh test rg-not-there")]
    public async Task Productie_and_what_is_not_there_are_refused(string line)
    {
        Assert.Equal(2, (await _script.RunAsync(line)).Code);
        Assert.All(_script.Calls, call => Assert.StartsWith("group exists", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.Web/sites", "productie")]
    [InlineData("Microsoft.Compute/virtualMachines", null)]
    public async Task A_group_with_anything_else_in_it_stays_whole_and_names_it(string type, string? environment)
    {
        _script.State["resources"]!.AsArray().Add(Resource(type, "other", environment));

        var (code, _, errors) = await _script.RunAsync(ThrowAway);

        var said = $"Nothing was thrown away, since this in {Script.Group} is not of a hub in test:\n  {type} other\n";
        Assert.Equal((2, said), (code, errors));
        NothingWent();
    }

    [Fact]
    public async Task An_archive_that_is_locked_stays_and_so_does_all_else()
    {
        _script.State["containers"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["account"] = "starch",
                    ["name"] = "archief-0518",
                    ["locked"] = true,
                    ["versions"] = new JsonArray(),
                }
            );

        var (code, _, errors) = await _script.RunAsync(ThrowAway);

        const string said = "starch/archief-0518 is locked: what is in it stays until its time is over. Nothing was thrown away.\n";
        Assert.Equal((1, said), (code, errors));
        NothingWent();
    }

    [Fact]
    public async Task A_lock_is_named_before_anything_goes()
    {
        _script.State["locks"] = new JsonArray("blijft");

        var (code, _, errors) = await _script.RunAsync(ThrowAway);

        Assert.Equal(1, code);
        Assert.Contains("az lock delete): blijft", errors, StringComparison.Ordinal);
        NothingWent();
    }

    [Fact]
    public async Task An_empty_group_is_not_of_a_hub()
    {
        _script.State["resources"] = new JsonArray();

        Assert.Equal(2, (await _script.RunAsync(ThrowAway)).Code);
        NothingWent();
    }

    public void Dispose() => _script.Dispose();

    private void NothingWent()
    {
        Assert.Equal(3, _script.State["containers"]![0]!["versions"]!.AsArray().Count);
        Assert.DoesNotContain(_script.Calls, call => call.Contains(" delete ", StringComparison.Ordinal));
        Assert.DoesNotContain(_script.Calls, call => call.StartsWith("role assignment", StringComparison.Ordinal));
    }

    private static JsonObject Resource(string type, string name, string? environment) =>
        new()
        {
            ["type"] = type,
            ["name"] = name,
            ["tags"] = environment is null ? null : new JsonObject { ["toepassing"] = "ijw-hub", ["omgeving"] = environment },
        };

    private static JsonObject Version(string name, string id, bool isCurrent) =>
        new()
        {
            ["name"] = name,
            ["versionId"] = id,
            ["isCurrentVersion"] = isCurrent,
            ["isHeld"] = true,
        };
}
