using YamlDotNet.RepresentationModel;

namespace Infra.Tests;

/// <summary>azure.yaml as a tree.</summary>
internal static class AzureYaml
{
    /// <summary>The whole of it.</summary>
    public static YamlMappingNode Root { get; } = Read();

    /// <summary>What each hook runs.</summary>
    public static IReadOnlyDictionary<string, string> Hooks { get; } =
        Map(Root, "hooks")
            .Children.ToDictionary(hook => ((YamlScalarNode)hook.Key).Value!, hook => Text((YamlMappingNode)hook.Value, "run"));

    /// <summary>A mapping under a key.</summary>
    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    /// <summary>A text under a key.</summary>
    public static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    /// <summary>The keys of a mapping, in order.</summary>
    public static IReadOnlyList<string> Keys(YamlMappingNode node) => [.. node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(RootFolder.PathTo("azure.yaml"));
        stream.Load(reader);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }
}
