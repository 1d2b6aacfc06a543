using Hub.Azure.Tests.Shared;

namespace Hub.Beheer.Tests;

/// <summary>A code that is not in the region is a mistake of who typed it, and never "0".</summary>
public sealed class RegionTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("0999", "vernietig", "--gemeente", "0999", "--voor", "2020-01-01", "--grond", "x")]
    [InlineData("90000001", "vernietig", "--gemeente", "90000001", "--voor", "2020-01-01", "--grond", "x")]
    [InlineData("0999", "bewijs", "0999")]
    [InlineData("0999", "compleet", "0999", "90000001")]
    [InlineData("98765432", "compleet", "0503", "98765432", "--waarde", "true")]
    [InlineData("0503", "compleet", "0503", "0503")]
    [InlineData("0999", "inzage", "0999-9f86d081884c7d659a2feaa0c55ad015")]
    [InlineData("0999", "stand", "--gemeente", "0999")]
    [InlineData("0999", "historie", "/tmp", "--gemeente", "0999", "--aanbieder", "90000001")]
    [InlineData("98765432", "historie", "/tmp", "--gemeente", "0503", "--aanbieder", "90000001", "--aanbieder", "98765432")]
    [InlineData("0999", "herbouw", "--tabel", "register2", "--na", "0999-9f86d081884c7d659a2feaa0c55ad015")]
    public async Task A_code_that_is_not_in_the_region_is_an_error_that_names_it(string code, params string[] arguments)
    {
        var (exit, output, fault) = await new Admin(azurite).ExecuteAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains(
            "staat niet in deelnemers.json",
            Assert.Single(fault, line => line.StartsWith(code + ":", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0503-9f86d081884c7d659a2feaa0c55ad015", "kent geen bericht")]
    [InlineData("0503", "geen berichtId")]
    public async Task Who_looked_at_a_bericht_that_is_not_there_is_an_error(string id, string text)
    {
        var (exit, output, fault) = await new Admin(azurite).ExecuteAsync("inzage", id);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains(text, Assert.Single(fault), StringComparison.Ordinal);
    }
}
