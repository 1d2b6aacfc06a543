using System.Buffers;
using System.Text;
using Ijw.Findings;
using Ijw.Model;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Writing;

/// <summary>Makes a <see cref="Berichtboom"/> of bytes that come in pieces; the verdict on them is that of <see cref="BerichtControle"/>.</summary>
internal sealed class Boomlezer : IXmlHandler
{
    private const int Stuk = 32 * 1024;

    private readonly BerichtControle _controle;
    private readonly XmlScanner _scanner;
    private readonly Func<Knoop, bool>? _behoud;
    private readonly Stack<Plaats> _open = new();
    private readonly ArrayBufferWriter<byte> _tekst = new(256);
    private Berichtsoort? _soort;
    private Knoop? _wortel;
    private bool _isStuk;

    /// <summary>Starts reading a bericht.</summary>
    /// <param name="opties">The bounds.</param>
    /// <param name="behoud">Asked of each element that closes: false leaves it out, so that the tree of a large bericht stays small; null keeps all.</param>
    public Boomlezer(ControleOpties? opties = null, Func<Knoop, bool>? behoud = null)
    {
        _controle = new BerichtControle(opties);
        _scanner = new XmlScanner(this, IjwNamespaces.Table, new XmlBounds((opties ?? ControleOpties.Standaard).MaxBytes, (opties ?? ControleOpties.Standaard).MaxDiepte));
        _behoud = behoud;
    }

    /// <summary>An open element: its node, and how many of the child read last there have been.</summary>
    private sealed class Plaats(SchemaNode node, Knoop knoop)
    {
        public SchemaNode Node { get; } = node;

        public Knoop Knoop { get; } = knoop;

        public int Laatste { get; private set; }

        public int Aantal { get; private set; }

        public int Tel(int kind)
        {
            Aantal = kind == Laatste ? Aantal + 1 : 1;
            Laatste = kind;
            return Aantal;
        }
    }

    /// <summary>Reads a whole stream, which stays open.</summary>
    public async Task<Berichtboom?> LeesAsync(Stream bericht, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var buffer = new byte[Stuk];
        while (await bericht.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var aantal and > 0) Feed(buffer.AsSpan(0, aantal));
        return Complete();
    }

    /// <summary>Takes the next bytes.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        _controle.Feed(bytes);
        if (!_controle.IsGeenBericht) _scanner.Feed(bytes);
    }

    /// <summary>Says that all bytes have come in, and gives the tree; null when the bericht is not level 1 clean.</summary>
    public Berichtboom? Complete()
    {
        if (_controle.Complete().Oordeel == Oordeel.GeenBericht) return null;
        _scanner.Complete();
        return new Berichtboom(_soort!, _wortel!);
    }

    /// <inheritdoc/>
    public void StartElement(int ns, ReadOnlySpan<byte> name)
    {
        if (_isStuk) return;
        if (_wortel is null) OpenWortel(ns);
        else OpenKind(name);
    }

    /// <inheritdoc/>
    public void Attribute(int ns, ReadOnlySpan<byte> name)
    {
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> text)
    {
        if (_open.Count > 0 && _open.Peek().Node.IsLeaf) _tekst.Write(text);
    }

    /// <inheritdoc/>
    public void Misc()
    {
    }

    /// <inheritdoc/>
    public int ReadKnownStart(ReadOnlySpan<byte> unread) => 0;

    /// <inheritdoc/>
    public int ReadKnown(ReadOnlySpan<byte> unread, bool mayWait) => 0;

    /// <inheritdoc/>
    public bool IsWaiting => false;

    /// <inheritdoc/>
    public void CData()
    {
    }

    /// <inheritdoc/>
    public void EndElement()
    {
        if (_isStuk) return;
        var plaats = _open.Pop();
        if (plaats.Node.IsLeaf) plaats.Knoop.Waarde = Encoding.UTF8.GetString(_tekst.WrittenSpan);
        if (_behoud is not null && !_behoud(plaats.Knoop)) plaats.Knoop.Ouder?.VerwijderLaatste();
    }

    /// <inheritdoc/>
    public void Fatal(XmlFault fault, long limit) => _isStuk = true;

    private void OpenWortel(int ns)
    {
        _soort = IjwNamespaces.Bericht(ns);
        _isStuk = _soort is null;
        if (_isStuk) return;
        _wortel = new Knoop(_soort!.Wortel);
        _open.Push(new Plaats(Schema.Van(_soort).Wortel, _wortel));
    }

    private void OpenKind(ReadOnlySpan<byte> name)
    {
        var plaats = _open.Peek();
        var at = plaats.Node.Find(name, plaats.Laatste);
        _isStuk = at < 0;
        if (_isStuk) return;
        var node = plaats.Node.Children[at];
        var knoop = new Knoop(node.Element) { Index = plaats.Tel(at) };
        plaats.Knoop.Sluitaan(knoop);
        _open.Push(new Plaats(node, knoop));
        _tekst.ResetWrittenCount();
    }
}
