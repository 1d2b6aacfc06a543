using Hub.Local.Opslag;

namespace Hub.Local.Tests.Opstarten;

public sealed class NodeTests
{
    [Theory]
    [InlineData("v20.0.0", true)]
    [InlineData("v24.11.1", true)]
    [InlineData("v18.20.4", false)]
    [InlineData("", false)]
    [InlineData("v", false)]
    public void Node_must_be_twenty_or_newer(string versie, bool goed) => Assert.Equal(goed, Node.IsNieuwGenoeg(versie));

    [Fact]
    public void The_lock_file_names_no_registry_other_than_the_public_one()
    {
        var slot = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "azurite", "package-lock.json"));

        var adressen = slot.Where(regel => regel.Contains("\"resolved\"", StringComparison.Ordinal));
        Assert.All(adressen, regel => Assert.Contains("\"https://registry.npmjs.org/", regel, StringComparison.Ordinal));
    }
}
