using Ijw.Writing;

namespace Ijw.Tests.Writing;

/// <summary>Compares trees, and says where they differ.</summary>
internal static class Trees
{
    /// <summary>Fails unless both are the same: elements, order, places and values.</summary>
    public static void Equal(BerichtTree expected, BerichtTree received)
    {
        Assert.Equal(expected.Kind, received.Kind);
        Equal(expected.Root, received.Root);
    }

    /// <summary>Every element of a tree.</summary>
    public static IEnumerable<TreeNode> All(this TreeNode node) => node.Children.SelectMany(All).Prepend(node);

    private static void Equal(TreeNode expected, TreeNode received)
    {
        Assert.True(
            ReferenceEquals(expected.Element, received.Element) || expected.Parent is null,
            $"{received} is not the element {expected}."
        );
        Assert.True(expected.Value == received.Value, $"{expected} has another value.");
        Assert.True(expected.Index == received.Index, $"{expected} has another place.");
        Assert.True(expected.Children.Count == received.Children.Count, $"{expected} has other children.");
        foreach (var (one, other) in expected.Children.Zip(received.Children))
        {
            Equal(one, other);
        }
    }
}
