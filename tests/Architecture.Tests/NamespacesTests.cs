namespace Architecture.Tests;

/// <summary>Within a project the arrows between namespaces point one way too: none needs, in the end, itself.</summary>
public class NamespacesTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_namespaces_stand_in_a_circle(string project) =>
        Assert.Empty(NamespaceReferences.Circles(NamespaceReferences.Of(project)));

    [Theory]
    [InlineData("Ijw")]
    public void A_folder_is_a_namespace(string project)
    {
        foreach (var file in Repository.Sources(Path.Combine("src", project)))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(RootFolder.PathTo("src"), file))!
                .Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"\nnamespace {folder};\n", "\n" + File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_circle_is_seen()
    {
        HashSet<(string, string)> arrows = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "D"), ("D", "E"), ("E", "D"), ("E", "F")];

        Assert.Equal(["A B C", "D E"], NamespaceReferences.Circles(arrows));
    }

    [Fact]
    public void What_code_calls_and_what_a_using_brings_is_an_arrow()
    {
        var arrows = NamespaceReferences.Of("Ijw");

        Assert.Contains(("Ijw.Reading", "Ijw.Xml"), arrows);
        Assert.Contains(("Ijw.Rules", "Ijw.Rules.Technical"), arrows);
        Assert.DoesNotContain(("Ijw.Xml", "Ijw.Model"), arrows);
        Assert.DoesNotContain(
            arrows,
            arrow => arrow.Item1 == "Ijw.Reading" && arrow.Item2.StartsWith("Ijw.Rules", StringComparison.Ordinal)
        );
    }
}
