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
    public async Task Every_command_of_the_scripts_is_one_that_the_CLI_told_of()
    {
        var file = RootFolder.PathTo("tests", "Infra.Tests", "az", "commands.txt");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.All(lines, line => Assert.Matches(@"^[a-z -]+:( -{1,2}[\w/-]+!?[0?+]?)*$", line));
    }

    public void Dispose() => _script.Dispose();
}
