using System.Buffers;
using Ijw.Findings;
using Ijw.Model;

namespace Ijw.Writing;

/// <summary>A whole bericht in memory; reading it, writing it and reading it again gives the same tree.</summary>
public sealed class BerichtTree
{
    /// <summary>A bericht of this kind with nothing in it yet.</summary>
    public BerichtTree(Berichtsoort kind)
        : this(kind, new TreeNode((kind ?? throw new ArgumentNullException(nameof(kind))).Root)) { }

    internal BerichtTree(Berichtsoort kind, TreeNode root)
    {
        Kind = kind;
        Root = root;
    }

    /// <summary>The kind of bericht.</summary>
    public Berichtsoort Kind { get; }

    /// <summary>The root element, Bericht.</summary>
    public TreeNode Root { get; }

    /// <summary>The Header.</summary>
    public TreeNode Header => Root.Kind("Header") ?? throw new InvalidOperationException("The bericht has no Header yet.");

    /// <summary>
    /// What the bericht holds beside the Header (Client, Answer, DeclaratieMaker, DeclaratieAntwoord); null when it holds nothing.
    /// </summary>
    public TreeNode? Content => Root.Children.Count > 1 ? Root.Children[1] : null;

    /// <summary>Reads a bericht; null when it is not level 1 clean.</summary>
    public static BerichtTree? Read(ReadOnlySpan<byte> bericht, CheckOptions? options = null)
    {
        var reader = new TreeReader(options);
        reader.Feed(bericht);
        return reader.Complete();
    }

    /// <summary>Reads a bericht from a stream, which stays open; null when it is not level 1 clean.</summary>
    public static Task<BerichtTree?> ReadAsync(Stream bericht, CheckOptions? options = null, CancellationToken cancellation = default) =>
        new TreeReader(options).ReadAsync(bericht, cancellation);

    /// <summary>The bericht as OP192 asks it: UTF-8 without byte order mark, CRLF, indented.</summary>
    public byte[] Write()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        Write(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the bericht.</summary>
    public void Write(IBufferWriter<byte> output, Layout layout = Layout.Indented)
    {
        var writer = new BerichtWriter(output, Kind, layout);
        foreach (var kind in Root.Children)
        {
            writer.Write(kind);
        }
        writer.Close();
    }
}
