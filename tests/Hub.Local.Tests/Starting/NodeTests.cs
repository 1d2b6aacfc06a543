using Hub.Local.Storage;

namespace Hub.Local.Tests.Starting;

public sealed class NodeTests
{
    [Theory]
    [InlineData("v20.0.0", true)]
    [InlineData("v24.11.1", true)]
    [InlineData("v18.20.4", false)]
    [InlineData("", false)]
    [InlineData("v", false)]
    public void Node_must_be_twenty_or_newer(string version, bool good) => Assert.Equal(good, Node.IsNewEnough(version));

    [Fact]
    public void The_lock_file_names_no_registry_other_than_the_public_one()
    {
        var folderLock = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "azurite", "package-lock.json"));

        var addresses = folderLock.Where(rule => rule.Contains("\"resolved\"", StringComparison.Ordinal));
        Assert.All(addresses, rule => Assert.Contains("\"https://registry.npmjs.org/", rule, StringComparison.Ordinal));
    }
}
