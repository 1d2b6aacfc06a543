using System.Text.RegularExpressions;
using Hub.Archief;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>The archive: where the code puts things, unchangeable, kept and let go as said.</summary>
public class ArchiveTests(CompiledInfra infra)
{
    [Fact]
    public void The_containers_are_those_that_the_code_writes_to()
    {
        var expected = Region
            .Deelnemers.Where(deelnemer => deelnemer.Gemeente)
            .Select(deelnemer => ArchiefPlace.ContainerOf(deelnemer.Code))
            .Concat(Region.Deelnemers.Select(deelnemer => ArchiefPlace.OfRefusal(deelnemer.Code, default, "").Container));

        foreach (var deployment in infra.Both)
        {
            Assert.Equal(expected.Order(), Containers(deployment).Select(container => container.Name).Order());
        }
    }

    [Fact]
    public void The_tables_are_those_that_the_code_writes_to()
    {
        var named = Repository
            .Sources("src/Hub.Azure/Table")
            .SelectMany(file =>
                Regex.Matches(File.ReadAllText(file), """new\(account, "(?<name>\w+)\b""").Select(match => match.Groups["name"].Value)
            )
            .Append("register")
            .Distinct()
            .ToList();

        Assert.True(named.Count > 1);
        Assert.Equal(named.Order(), Hub.Azure.Table.Tables.All.Order());
        Assert.Equal(named.Order(), infra.Production.All(Types.Table).Select(table => table.Name).Order());
    }

    [Fact]
    public void Every_archive_container_is_unchangeable_per_version_for_its_time_and_no_container_is_public()
    {
        foreach (var deployment in infra.Both)
        {
            var blobs = deployment
                .All("Microsoft.Storage/storageAccounts/blobServices")
                .Single(blobs => blobs.Parent == deployment.Archive.Id);
            Assert.True(blobs.IsOn("properties.isVersioningEnabled"));
            foreach (var container in Containers(deployment))
            {
                Assert.Equal("None", container.Text("properties.publicAccess"));
                if (container.Name.StartsWith(ArchiefPlace.Refusals, StringComparison.Ordinal))
                {
                    // Bytes wait there for their place, and what was refused can be destroyed.
                    Assert.DoesNotContain(deployment.All(Types.Immutability), policy => policy.Parent == container.Id);
                    Assert.Equal(
                        System.Text.Json.JsonValueKind.Undefined,
                        container["properties.immutableStorageWithVersioning"].ValueKind
                    );
                    continue;
                }

                Assert.True(container.IsOn("properties.immutableStorageWithVersioning.enabled"), container.Name);
                var policy = Assert.Single(deployment.All(Types.Immutability), policy => policy.Parent == container.Id);
                var days = policy["properties.immutabilityPeriodSinceCreationInDays"].GetInt32();
                Assert.InRange(days, 1, 146_000);
                Assert.True(policy.IsOff("properties.allowProtectedAppendWrites"));
            }
        }

        // The rules across berichten look back five years (TR335).
        Assert.All(
            infra.Production.All(Types.Immutability).Where(policy => policy.Parent.Contains("/archief-", StringComparison.Ordinal)),
            policy => Assert.InRange(policy["properties.immutabilityPeriodSinceCreationInDays"].GetInt32(), 5 * 365 + 1, int.MaxValue)
        );
    }

    [Fact]
    public void No_bericht_changes_tier_and_only_what_was_superseded_is_removed()
    {
        var (archive, _) = Rules(infra.Production);
        var actions = archive.GetProperty("definition").GetProperty("actions");

        // No baseBlob: neither a delete nor a tier. One of 10 kB costs more to move than the cheaper tier saves in ten years.
        Assert.Equal(["version"], actions.EnumerateObject().Select(action => action.Name));
        Assert.Equal(["delete"], actions.GetProperty("version").EnumerateObject().Select(action => action.Name));
        Assert.Equal(Period(infra.Production, "/archief-"), Days(actions.GetProperty("version"), "delete", "Creation"));
    }

    [Fact]
    public void Refused_bytes_go_when_their_time_is_over()
    {
        var (_, refused) = Rules(infra.Production);
        var actions = refused.GetProperty("definition").GetProperty("actions");

        Assert.Equal(90, Days(actions.GetProperty("baseBlob"), "delete", "Modification"));
        Assert.Equal(1, Days(actions.GetProperty("version"), "delete", "Creation"));
    }

    [Fact]
    public void Every_access_to_a_blob_or_row_is_logged_also_past_the_hub()
    {
        var logged = infra
            .Production.All("Microsoft.Insights/diagnosticSettings")
            .Where(log => log["properties.logs"].GetArrayLength() > 0)
            .Select(log => log.Parent)
            .ToList();

        Assert.Contains(infra.Production.Archive.Id + "/blobServices/default", logged);
        Assert.Contains(infra.Production.Tables.Id + "/tableServices/default", logged);
        Assert.Contains(infra.Production.The(Types.Namespace).Id, logged);
        Assert.Contains(infra.Production.The(Types.Vault).Id, logged);
    }

    private static IEnumerable<Resource> Containers(Deployment deployment) =>
        deployment.All(Types.Container).Where(container => container.Id.StartsWith(deployment.Archive.Id + "/", StringComparison.Ordinal));

    private static (System.Text.Json.JsonElement Archive, System.Text.Json.JsonElement Refused) Rules(Deployment deployment)
    {
        var rules = deployment
            .The("Microsoft.Storage/storageAccounts/managementPolicies")["properties.policy.rules"]
            .EnumerateArray()
            .ToList();
        Assert.All(rules, rule => Assert.True(rule.GetProperty("enabled").GetBoolean()));
        return (Rule("archief-"), Rule("geweigerd-"));

        System.Text.Json.JsonElement Rule(string prefix) =>
            Assert.Single(
                rules,
                rule => rule.GetProperty("definition").GetProperty("filters").GetProperty("prefixMatch")[0].GetString() == prefix
            );
    }

    private static int Days(System.Text.Json.JsonElement actions, string action, string since) =>
        actions.GetProperty(action).GetProperty($"daysAfter{since}GreaterThan").GetInt32();

    private static int Period(Deployment deployment, string container) =>
        deployment
            .All(Types.Immutability)
            .Where(policy => policy.Parent.Contains(container, StringComparison.Ordinal))
            .Select(policy => policy["properties.immutabilityPeriodSinceCreationInDays"].GetInt32())
            .Distinct()
            .Single();
}
