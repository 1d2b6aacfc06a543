using System.Buffers;

namespace Ijw.Xml;

/// <summary>Reads XML 1.0 with namespaces from bytes that come in pieces, and tells an <see cref="IXmlHandler"/> what is in it.</summary>
/// <remarks>
/// No DTD, no entities beyond the five of XML, UTF-8 only, and bounds on depth, tag length and attributes. A piece may end anywhere.
/// </remarks>
internal sealed partial class XmlScanner(IXmlHandler handler, NamespaceTable namespaces, XmlBounds bounds)
{
    private const int MaxAttributes = 32;

    /// <summary>Fewer bytes than this are copied rather than read where they stand.</summary>
    private const int ShortestLent = 512;

    /// <summary>How many bytes are put behind what was left of the piece before: enough to get past it, as a rule.</summary>
    private const int Joint = 1024;

    private static readonly SearchValues<byte> Special = SearchValues.Create("&\r]"u8);

    private readonly ElementStack _open = new();
    private readonly NameTable _names = new();
    private State _state = State.Start;
    private bool _rootSeen;

    private enum State
    {
        Start,
        Content,
        Comment,
        ProcessingInstruction,
        CData,
        Stopped,
    }

    /// <summary>What is not read yet; also tells positions.</summary>
    public InputWindow Window { get; } = new();

    /// <summary>Offset in the bericht of the tag or text that the handler is being told about.</summary>
    public long TokenOffset { get; private set; }

    /// <summary>Bytes in the tag that the handler is being told about.</summary>
    public int TokenLength { get; private set; }

    /// <summary>True when that tag closes its element at once.</summary>
    public bool IsEmptyTag { get; private set; }

    /// <summary>True when that tag has attributes or namespace declarations.</summary>
    public bool HasAttributes { get; private set; }

    /// <summary>True when the token is an end tag of its own.</summary>
    public bool IsEndTag { get; private set; }

    /// <summary>The name in that tag as written, prefix included; the array is kept.</summary>
    public byte[] Name { get; private set; } = [];

    /// <summary>The open elements; a handler that reads on by itself opens and closes them here.</summary>
    public ElementStack Open => _open;

    /// <summary>True when nothing more will be read: the end came, or a fault that cannot be passed.</summary>
    public bool IsStopped => _state == State.Stopped;

    /// <summary>Starts on a new document.</summary>
    public void Reset()
    {
        Window.Reset();
        _open.Clear();
        _state = State.Start;
        _textScanned = 0;
        _tagOffset = -1;
        _rootSeen = false;
    }

    /// <summary>Reads the next bytes.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !IsStopped)
        {
            bytes = Window.Raw.IsEmpty && bytes.Length >= ShortestLent ? ReadLent(bytes) : ReadJoined(bytes);
        }
    }

    /// <summary>Reads bytes where they stand; gives those that are still to be fed.</summary>
    private unsafe ReadOnlySpan<byte> ReadLent(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(bytes.Length, InputWindow.Size);
        fixed (byte* begin = bytes)
        {
            Window.Lend(begin, length);
            ReadMore();
            Window.TakeBack();
        }

        return bytes[length..];
    }

    /// <summary>Reads what was left with the first bytes behind it; gives those that are still to be fed.</summary>
    private ReadOnlySpan<byte> ReadJoined(ReadOnlySpan<byte> bytes)
    {
        var taken = Window.Append(bytes[..Math.Min(bytes.Length, Joint)]);
        ReadMore();
        // What is still unread stands in these bytes too, once what was left has been read.
        var left = Window.Raw.Length;
        if (left > taken || bytes.Length - taken + left < ShortestLent)
        {
            return bytes[taken..];
        }
        Window.Drop();
        return bytes[(taken - left)..];
    }

    private void ReadMore()
    {
        if (Window.Offset + Window.Raw.Length > bounds.MaxBytes)
        {
            Stop(XmlFault.TooLarge, bounds.MaxBytes / (1024 * 1024));
        }
        else
        {
            Read(isFinal: false);
        }
    }

    /// <summary>Reads what is left and checks that the document is whole.</summary>
    public void Complete()
    {
        if (IsStopped)
        {
            return;
        }
        Read(isFinal: true);
        if (IsStopped)
        {
            return;
        }
        TokenOffset = Window.Offset + Window.Unread.Length;
        if (TokenOffset == 0)
        {
            Stop(XmlFault.Empty);
        }
        else if (!_rootSeen && _state is State.Content or State.Start)
        {
            Stop(XmlFault.NoElement);
        }
        else if (_open.Depth > 0 || _state != State.Content || Window.EndsInCharacter || !Window.Unread.IsEmpty)
        {
            Stop(XmlFault.Incomplete);
        }
        else
        {
            _state = State.Stopped;
        }
    }

    private void Read(bool isFinal)
    {
        while (!IsStopped)
        {
            ReadKnown(mayWait: !isFinal && !Window.IsBad);
            if (handler.IsWaiting)
            {
                break;
            }
            Window.Check();
            // Before bytes that are bad nothing is final.
            if (!Step(Window.Unread, isFinal && !Window.IsBad))
            {
                break;
            }
        }

        if (IsStopped || !Window.IsBad)
        {
            return;
        }
        // What kind of file it is shows in its first bytes; in however many pieces it comes, it is called the same.
        if (Window.Offset == 0 && Window.Raw.Length < FileKind.Longest && !isFinal)
        {
            return;
        }
        TokenOffset = Window.Offset + Window.Unread.Length;
        Stop(Window.Offset == 0 ? FileKind.OfBytes(Window.Raw) ?? XmlFault.Bytes : XmlFault.Bytes);
    }

    /// <summary>Lets the handler read what it knows.</summary>
    private void ReadKnown(bool mayWait)
    {
        if (_state == State.Content)
        {
            Window.Advance(handler.ReadKnown(Window.Raw, mayWait));
        }
        else if (_state == State.Start && Window.Offset == 0 && handler.ReadKnownStart(Window.Raw) is > 0 and var read)
        {
            Window.Advance(read);
            _rootSeen = true;
            _state = State.Content;
        }
    }

    /// <summary>Reads one token, or a piece of one; false when more bytes are needed.</summary>
    private bool Step(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data.IsEmpty)
        {
            return false;
        }
        TokenOffset = Window.Offset;
        return _state switch
        {
            State.Start => ReadStart(data, isFinal),
            State.Content => data[0] == '<' ? ReadMarkup(data, isFinal) : ReadText(data, isFinal),
            State.Comment => ReadComment(data),
            State.ProcessingInstruction => ReadUntil(data, "?>"u8),
            _ => ReadCData(data),
        };
    }

    /// <summary>True when waiting for more bytes is useless because the window is full; the token is too long then.</summary>
    private bool NeedMore()
    {
        if (Window.IsFull)
        {
            Stop(XmlFault.TagTooLong, InputWindow.Size / 1024);
        }
        return false;
    }

    private bool Take(int count)
    {
        Window.Advance(count);
        return true;
    }

    private void Stop(XmlFault fault, long limit = 0)
    {
        _state = State.Stopped;
        handler.Fatal(fault, limit);
    }

    private bool Fail(XmlFault fault, long limit = 0)
    {
        Stop(fault, limit);
        return false;
    }
}
