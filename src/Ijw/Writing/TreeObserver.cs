using System.Text;
using Ijw.Reading;
using Ijw.Reading.Schemas;

namespace Ijw.Writing;

/// <summary>Makes the tree of the bericht that a reader reads, class by class from the inside out.</summary>
/// <param name="reader">The reader.</param>
/// <param name="maxBytes">When a class starts past so many bytes the tree is given up, so that memory stays bounded.</param>
/// <param name="keeps">Asked of each class that closes, and whether a class in it was kept: false leaves it out; null keeps all.</param>
internal sealed class TreeObserver(BerichtReader reader, long maxBytes = long.MaxValue, Func<Record, bool, bool>? keeps = null) : IClassObserver
{
    /// <summary>The classes that wait for the one around them to close, by the node of their own.</summary>
    private readonly Dictionary<SchemaNode, List<Knoop>> _waiting = [];
    private Knoop? _root;
    private bool _isGivenUp;

    /// <inheritdoc/>
    public bool NeedsLongValues => true;

    /// <summary>The tree, when the bericht has been read and is level 1 clean; null when it was given up.</summary>
    public Berichtboom? Make() => _root is null ? null : new Berichtboom(reader.Schema!.Soort, _root);

    /// <inheritdoc/>
    public void Closed(Record record)
    {
        if (_isGivenUp) return;
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

        var knoop = new Knoop(node.Element) { Index = record.Index };
        Fill(knoop, node, record);
        if (node.Parent is null) _root = knoop;
        else if (_waiting.TryGetValue(node, out var siblings)) siblings.Add(knoop);
        else _waiting.Add(node, [knoop]);
    }

    /// <inheritdoc/>
    public void Forget()
    {
    }

    private void Fill(Knoop knoop, SchemaNode node, Record record)
    {
        foreach (var child in node.Children)
        {
            if (child.Klasse is not null) Attach(knoop, child);
            else if (child.IsLeaf) AddValues(knoop, child, record);
            else if (record.Heeft(child.Slot)) Fill(knoop.Sluitaan(new Knoop(child.Element)), child, record);
        }
    }

    private static void AddValues(Knoop knoop, SchemaNode leaf, Record record)
    {
        if (leaf.Slot >= 0)
        {
            if (record.Heeft(leaf.Slot)) knoop.Sluitaan(new Knoop(leaf.Element) { Waarde = record.Delivered(leaf.Slot) });
            return;
        }

        for (var i = 0; i < record.AantalRetourcodes; i++)
            knoop.Sluitaan(new Knoop(leaf.Element) { Waarde = Encoding.UTF8.GetString(record.Retourcode(i)), Index = i + 1 });
    }

    private void Attach(Knoop knoop, SchemaNode node)
    {
        if (!_waiting.TryGetValue(node, out var children)) return;
        foreach (var child in children) knoop.Sluitaan(child);
        children.Clear();
    }

    private bool HoldsClass(SchemaNode node)
    {
        foreach (var child in node.Children)
            if ((child.Klasse is not null && _waiting.TryGetValue(child, out var waiting) && waiting.Count > 0) || HoldsClass(child)) return true;
        return false;
    }

    private void Drop(SchemaNode node)
    {
        foreach (var child in node.Children)
        {
            if (_waiting.TryGetValue(child, out var waiting)) waiting.Clear();
            Drop(child);
        }
    }
}
