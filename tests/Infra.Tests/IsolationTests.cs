using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>Who may reach what: every role assignment, and docs/isolation.md that tells of them.</summary>
public class IsolationTests(CompiledInfra infra)
{
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["090c5cfd-751d-490a-894a-3ce6f1109419"] = "Azure Service Bus Data Owner",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["e147488a-f6f5-4113-8e2d-b22465e65bf6"] = "Key Vault Crypto Service Encryption User",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    [Fact]
    public void A_deelnemer_reaches_its_own_postbus_a_gemeente_also_its_own_archive_and_nobody_anything_else()
    {
        var deelnemers = Region.Deelnemers.Append((Region.NewGemeente, true)).Append((Region.NewAanbieder, false)).ToList();
        var expected = new List<(string, string, string)>();
        foreach (var (code, gemeente) in deelnemers)
        {
            expected.Add((code, "Azure Service Bus Data Receiver", infra.Grown.The(Types.Namespace).Id + "/queues/postbus-" + code));
            if (gemeente)
            {
                expected.Add(
                    (code, "Storage Blob Data Reader", infra.Grown.Archive.Id + "/blobServices/default/containers/archief-" + code)
                );
            }
        }

        var codes = deelnemers.ToDictionary(deelnemer => Region.PrincipalOf(deelnemer.Item1), deelnemer => deelnemer.Item1);
        var actual = infra
            .Grown.All(Types.Role)
            .Where(role => codes.ContainsKey(role.Text("properties.principalId")))
            .Select(role => (codes[role.Text("properties.principalId")], RoleName(role), role.Parent));

        Assert.Equal(expected.Order(), actual.Order());
    }

    [Fact]
    public void Without_a_principal_a_deelnemer_has_the_API_and_nothing_else() =>
        Assert.All(
            infra.Production.All(Types.Role),
            role => Assert.Matches(@"^\[((tryGet\()?reference|deployer)\(", role.Text("properties.principalId"))
        );

    [Fact]
    public void No_role_reaches_beyond_one_service()
    {
        // A scope of a resource group or a subscription has no provider in it.
        Assert.All(
            infra.Grown.All(Types.Role),
            role => Assert.Matches("/providers/Microsoft\\.(Storage|ServiceBus|KeyVault|Insights)/", role.Parent)
        );
        // Only who deploys may be a person, and reaches the package alone.
        Assert.All(
            infra.Grown.All(Types.Role),
            role =>
                Assert.True(
                    role.Text("properties.principalType") == "ServicePrincipal"
                        || role.Parent.EndsWith("/containers/app-package", StringComparison.Ordinal),
                    role.Id
                )
        );
    }

    [Fact]
    public void The_table_in_the_docs_is_what_is_deployed()
    {
        const string Begin = "| who | role | on |\n|---|---|---|\n";
        var path = RootFolder.PathTo("docs", "isolation.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var rows = infra
            .Grown.All(Types.Role)
            .Select(role => $"| {Who(role)} | {RoleName(role)} | {Where(role)} |")
            .Distinct()
            .Order(StringComparer.Ordinal);
        var table = Begin + string.Join("\n", rows) + "\n";

        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        Assert.True(start >= 0, "docs/isolation.md has no table of roles.");
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("IJW_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text[..start] + table + text[end..]);
        }
        Assert.True(
            text[start..end] == table,
            "docs/isolation.md is not current; write it with: IJW_WRITE_DOCS=1 dotnet test --project tests/Infra.Tests/Infra.Tests.csproj"
        );
    }

    private static string RoleName(Resource role) => Roles[role.Text("properties.roleDefinitionId").Split('/')[^1]];

    private static string Who(Resource role)
    {
        var principal = role.Text("properties.principalId");
        if (principal.Contains("-sleutel'", StringComparison.Ordinal))
        {
            return "archive, tables and queues themselves";
        }
        if (principal.Contains("-gateway'", StringComparison.Ordinal))
        {
            return "the gateway";
        }
        if (principal.StartsWith("[deployer()", StringComparison.Ordinal))
        {
            return "who deploys";
        }
        if (principal.StartsWith("[reference(", StringComparison.Ordinal))
        {
            return "the hub";
        }
        return role.Parent.Contains("/containers/archief-", StringComparison.Ordinal) || principal[^4..] == Code(role)
            ? "a gemeente"
            : "an aanbieder";
    }

    // What a role is on, with the code of a deelnemer left out.
    private string Where(Resource role)
    {
        var scope = role.Parent;
        if (scope == infra.Grown.Archive.Id)
        {
            return "the account of the archive";
        }
        if (scope == infra.Grown.Tables.Id)
        {
            return "the account of the tables";
        }
        if (scope == infra.Grown.The(Types.Namespace).Id)
        {
            return "the Service Bus namespace";
        }
        if (new[] { "/containers/", "/queues/", "/keys/", "/secrets/" }.Any(kind => scope.Contains(kind, StringComparison.Ordinal)))
        {
            var parts = scope.Split('/');
            return $"{parts[^2].TrimEnd('s')} `{Regex.Replace(parts[^1], "[0-9]+$", "<own code>")}`";
        }

        if (scope.Contains("/vaults/", StringComparison.Ordinal))
        {
            return "the vault";
        }
        return scope.Contains("/storageAccounts/", StringComparison.Ordinal) ? "the account of the Functions host" : "Application Insights";
    }

    private static string Code(Resource role) => Regex.Match(role.Parent, "[0-9]{4,8}$").Value;
}
