using System.Text.RegularExpressions;
using Infra.Tests.Compiled;

namespace Infra.Tests;

/// <summary>
/// What a parameter file takes from the environment, without a default, who deploys gives: the workflow in each of its jobs that ask Azure.
/// </summary>
public sealed partial class ParameterFileTests(CompiledInfra infra)
{
    [Theory]
    [InlineData("test")]
    [InlineData("productie")]
    public void The_workflow_gives_every_variable_that_has_no_default(string environment)
    {
        var needed = Needed().Matches(infra.Read($"infra/main.{environment}.bicepparam")).Select(match => match.Groups[1].Value);
        var workflow = infra.Read(".github/workflows/deploy.yml");
        var jobs = workflow.Split("environment: ${{ inputs.omgeving }}")[1..];

        Assert.Equal(2, jobs.Length);
        Assert.All(
            needed,
            name => Assert.All(jobs, job => Assert.Contains($"{name}: ${{{{ vars.{name} }}}}", job, StringComparison.Ordinal))
        );
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'\)")]
    private static partial Regex Needed();
}
