using System.Text;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Writing;

/// <summary>Makes the tree of the bericht that a reader reads, class by class from the inside out.</summary>
/// <param name="reader">The reader.</param>
/// <param name="maxBytes">When a class starts past so many bytes the tree is given up, so that memory stays bounded.</param>
/// <param name="keeps">Asked of each class that closes, and whether a class in it was kept: false leaves it out; null keeps all.</param>
internal sealed class TreeObserver(BerichtReader reader, long maxBytes = long.MaxValue, Func<Record, bool, bool>? keeps = null)
    : IClassObserver
{
    /// <summary>The classes that wait for the one around them to close, by the node of their own.</summary>
    private readonly Dictionary<SchemaNode, List<TreeNode>> _waiting = [];
    private TreeNode? _root;
    private bool _isGivenUp;

    /// <inheritdoc/>
    public bool NeedsLongValues => true;

    /// <summary>The tree, when the bericht has been read and is level 1 clean; null when it was given up.</summary>
    public BerichtTree? Make() => _root is null ? null : new BerichtTree(reader.Schema!.Kind, _root);

    /// <inheritdoc/>
    public void Closed(Record record)
    {
        if (_isGivenUp)
        {
            return;
        }
        if (record.Offset >= maxBytes)
        {
            _isGivenUp = true;
            _waiting.Clear();
            return;
        }

        var node = record.Klasse.Node;
        if (keeps?.Invoke(record, HoldsClass(node)) == false)
        {
            Drop(node);
            return;
        }

        var theNode = new TreeNode(node.Element) { Index = record.Index };
        Fill(theNode, node, record);
        if (node.Parent is null)
        {
            _root = theNode;
        }
        else if (_waiting.TryGetValue(node, out var siblings))
        {
            siblings.Add(theNode);
        }
        else
        {
            _waiting.Add(node, [theNode]);
        }
    }

    /// <inheritdoc/>
    public void Forget() { }

    private void Fill(TreeNode theNode, SchemaNode node, Record record)
    {
        foreach (var child in node.Children)
        {
            if (child.Klasse is not null)
            {
                Attach(theNode, child);
            }
            else if (child.IsLeaf)
            {
                AddValues(theNode, child, record);
            }
            else if (record.Has(child.Slot))
            {
                Fill(theNode.Adjoins(new TreeNode(child.Element)), child, record);
            }
        }
    }

    private static void AddValues(TreeNode node, SchemaNode leaf, Record record)
    {
        if (leaf.Slot >= 0)
        {
            if (record.Has(leaf.Slot))
            {
                node.Adjoins(new TreeNode(leaf.Element) { Value = record.Delivered(leaf.Slot) });
            }
            return;
        }

        for (var i = 0; i < record.RetourcodeCount; i++)
        {
            node.Adjoins(new TreeNode(leaf.Element) { Value = Encoding.UTF8.GetString(record.Retourcode(i)), Index = i + 1 });
        }
    }

    private void Attach(TreeNode theNode, SchemaNode node)
    {
        if (!_waiting.TryGetValue(node, out var children))
        {
            return;
        }
        foreach (var child in children)
        {
            theNode.Adjoins(child);
        }
        children.Clear();
    }

    private bool HoldsClass(SchemaNode node)
    {
        foreach (var child in node.Children)
        {
            if ((child.Klasse is not null && _waiting.TryGetValue(child, out var waiting) && waiting.Count > 0) || HoldsClass(child))
            {
                return true;
            }
        }
        return false;
    }

    private void Drop(SchemaNode node)
    {
        foreach (var child in node.Children)
        {
            if (_waiting.TryGetValue(child, out var waiting))
            {
                waiting.Clear();
            }
            Drop(child);
        }
    }
}
