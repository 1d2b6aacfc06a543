using System.Text.Json.Nodes;

namespace Infra.Tests;

/// <summary>The stand-in of az refuses what the CLI refuses; without that no page and no script would be held by it.</summary>
public sealed class AzTests : IDisposable
{
    private readonly Script _script = new();

    [Theory]
    [InlineData("az group remove --name rg", "'group remove' is misspelled or not recognized by the system.")]
    [InlineData("az group delete --name rg --force", "unrecognized arguments: --force")]
    [InlineData("az keyvault recover --name kv --locatoin westeurope", "unrecognized arguments: --locatoin")]
    [InlineData(
        "az storage container immutability-policy lock --account-name st -c archief-0503",
        "the following arguments are required: --if-match"
    )]
    [InlineData("az functionapp deployment source config-zip -g rg -n func --src", "argument --src: expected one argument")]
    [InlineData("az group exists --name --output json", "argument --name: expected one argument")]
    [InlineData("az role assignment create --role Reader stray", "unrecognized arguments: stray")]
    public async Task What_the_CLI_does_not_take_it_does_not_take(string line, string refusal)
    {
        var (code, _, errors) = await _script.RunAsync(line);

        Assert.Equal((2, refusal + "\n"), (code, errors));
    }

    [Theory]
    [InlineData("az deployment group create -g rg-not-there --parameters infra/main.test.bicepparam", "(ResourceGroupNotFound)")]
    [InlineData(
        $"az deployment group create -g {Script.Group} --parameters infra/main.test.bicepparam --parameters nonsense=1",
        "'nonsense'"
    )]
    [InlineData($"az deployment group create -g {Script.Group} --template-file infra/main.bicep --parameters nonsense=1", "'nonsense'")]
    [InlineData($"az deployment group create -g {Script.Group} --template-file infra/nowhere.bicep", "No such file or directory")]
    [InlineData("az storage blob list --auth-mode login --account-name st -c archief-0503", "required permissions")]
    public async Task What_Azure_refuses_it_refuses(string line, string refusal)
    {
        var (code, _, errors) = await _script.RunAsync(line);

        Assert.NotEqual(0, code);
        Assert.Contains(refusal, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_worked_out_on_what_the_CLI_prints()
    {
        const string bypass = "az storage account show -n st --query networkRuleSet.bypass -o tsv";
        const string orphans = "az role assignment list --query \"[?principalName==''].id\" -o tsv";

        Assert.Equal((0, "AzureServices\n", ""), await _script.RunAsync(bypass));
        Assert.Equal((0, "/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/1\n", ""), await _script.RunAsync(orphans));
    }

    [Theory]
    [InlineData("az storage account show -n st --query networkAcls.bypass -o tsv", 1, "--query networkAcls.bypass gives nothing of ")]
    [InlineData("az monitor activity-log list --query '[].{who:caller, what:operation}' -o table", 1, "gives nothing of ")]
    [InlineData("az role assignment list --query \"[?principalName==''.id\" -o tsv", 2, "argument --query: invalid jmespath_type value: ")]
    public async Task A_query_that_is_none_or_gives_nothing_is_seen(string line, int refusal, string words)
    {
        var (code, _, errors) = await _script.RunAsync(line);

        Assert.Equal(refusal, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_that_is_shown_is_of_a_command_of_the_CLI_and_names_its_page()
    {
        var folder = RootFolder.PathTo("tests", "Infra.Tests", "az");
        var shown = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(folder, "answers.json"), TestContext.Current.CancellationToken)
        )!;
        var commands = File.ReadLines(Path.Combine(folder, "commands.txt")).Select(line => line.Split(':')[0]).ToHashSet();
        var answers = shown["answers"]!.AsObject().Select(answer => answer.Key).ToHashSet();

        Assert.Subset(commands, answers);
        Assert.Equal(answers.Order(), shown["sources"]!.AsObject().Select(source => source.Key).Order());
    }

    [Fact]
    public async Task Every_command_of_the_scripts_is_one_that_the_CLI_told_of()
    {
        var file = RootFolder.PathTo("tests", "Infra.Tests", "az", "commands.txt");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.All(lines, line => Assert.Matches(@"^[a-z -]+:( -{1,2}[\w/-]+!?[0?+]?)*$", line));
    }

    public void Dispose() => _script.Dispose();
}
