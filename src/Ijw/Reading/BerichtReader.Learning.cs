using Ijw.Reading.KnownWay;
using Ijw.Reading.Schemas;

namespace Ijw.Reading;

/// <summary>Learning the known way: remembering what stands before and between values, the first time that it is read.</summary>
internal sealed partial class BerichtReader
{
    private const int MostStarts = 16;

    /// <summary>A longer beginning of a bericht than this isn't kept.</summary>
    private const int LongestStart = 4096;

    private readonly List<Opening> _learnedOpens = [];
    private readonly List<KnownStart> _knownStarts = [];
    private Style? _style;
    private Learning _learns;
    private SchemaNode? _learnFrom;
    private long _learnOffset;
    private int _learnCloses;

    private enum Learning
    {
        Nothing,

        /// <summary>How a bericht begins.</summary>
        Start,

        /// <summary>What stands behind a value.</summary>
        Glue,
    }

    /// <summary>The known beginning that these bytes have; the last one used first.</summary>
    private KnownStart? FindKnownStart(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < _knownStarts.Count; i++)
        {
            var knownStart = _knownStarts[i];
            if (!bytes.StartsWith(knownStart.Begin.Bytes))
            {
                continue;
            }
            if (i > 0)
            {
                _knownStarts.RemoveAt(i);
                _knownStarts.Insert(0, knownStart);
            }

            return knownStart;
        }

        return null;
    }

    /// <summary>Starts on the style of this sender; the root tag has just been read.</summary>
    private void StartWay()
    {
        var rootTag = _scanner.Window.Slice(_scanner.TokenOffset, _scanner.TokenLength);
        _style = _workspace!.Style(rootTag);
        _learns = Learning.Start;
        _learnFrom = null;
        _learnOffset = 0;
        _learnedOpens.Clear();
    }

    /// <summary>What comes between here and the next value isn't worth remembering.</summary>
    private void ForgetWay()
    {
        _learns = Learning.Nothing;
        _atValue = false;
    }

    /// <summary>A value was read in full; from its end tag on there is glue to learn.</summary>
    private void LearnFrom(SchemaNode leaf)
    {
        _learns = _scanner.IsEndTag && IsFaultless ? Learning.Glue : Learning.Nothing;
        _learnFrom = leaf;
        _learnOffset = _scanner.TokenOffset;
        _learnCloses = 0;
        _learnedOpens.Clear();
    }

    private void LearnClosing()
    {
        if (_learnedOpens.Count > 0 || !_scanner.IsEndTag)
        {
            _learns = Learning.Nothing;
        }
        _learnCloses++;
    }

    private void LearnOpening(SchemaNode node, long offset)
    {
        // A sender who writes one name in two ways would need the end tag to be compared with its own start tag.
        if (_style is { } style && !style.HasOneName(node, _scanner.Name))
        {
            _style = null;
        }
        if (_scanner.HasAttributes && _depth > 0)
        {
            _learns = Learning.Nothing;
        }
        if (_learns == Learning.Nothing)
        {
            return;
        }
        _learnedOpens.Add(new Opening(node, (int)(offset - _learnOffset)));
        if (node.IsLeaf)
        {
            Learn(offset + _scanner.TokenLength, node);
        }
    }

    /// <summary>Keeps what was read up to <paramref name="end"/>, when all of it can be relied on.</summary>
    private void Learn(long end, SchemaNode? next)
    {
        var learns = _learns;
        _learns = Learning.Nothing;
        var fits = _learnOffset >= _scanner.Window.FirstOffset && !_scanner.IsEmptyTag && _scanner.Open.IsUniform && IsFaultless;
        if (learns == Learning.Nothing || !fits || _style is not { } style)
        {
            return;
        }
        var bytes = _scanner.Window.Slice(_learnOffset, (int)(end - _learnOffset));
        var following = next is null ? null : style.Waypoint(next);
        if (learns == Learning.Glue)
        {
            style.Waypoint(_learnFrom!).Learn(bytes, _learnCloses, _learnedOpens, following);
        }
        else if (bytes.Length <= LongestStart && bytes[0] == '<')
        {
            Keep(new KnownStart(style, new Glue(bytes.ToArray(), null, 0, _learnedOpens, following), _scanner.Open.CopyDeclarations()));
        }
    }

    private void Keep(KnownStart knownStart)
    {
        if (_knownStarts.Count == MostStarts)
        {
            _knownStarts.RemoveAt(MostStarts - 1);
        }
        _knownStarts.Insert(0, knownStart);
    }

    private bool IsFaultless => !_hasSkipped && !_bevindingen.HasLevel1;
}
