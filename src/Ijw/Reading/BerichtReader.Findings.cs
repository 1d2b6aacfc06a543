using System.Globalization;
using System.Text;
using Ijw.Catalogue;
using Ijw.Model;
using Ijw.Reading.Schemas;
using Ijw.Xml;

namespace Ijw.Reading;

/// <summary>Where a finding stands, and keeping it.</summary>
internal sealed partial class BerichtReader
{
    /// <summary>Where the start tag stands of a leaf whose value came in pieces.</summary>
    private (long Offset, int LineNumber, int Column) _leaf = (-1, 0, 0);

    /// <summary>Keeps a finding of an observer on a field of a record that has closed or is around it, or on its class.</summary>
    /// <param name="level">The level of the rule, 2 or higher.</param>
    /// <param name="rule">The code of the rule.</param>
    /// <param name="record">The class.</param>
    /// <param name="field">The field; null for the class as a whole.</param>
    /// <param name="text">What there is to say of it.</param>
    /// <param name="kind">What it does.</param>
    public void Report(int level, string rule, Record record, Field? field, FindingText text, FindingKind kind)
    {
        var isKept = kind == FindingKind.Fault ? _bevindingen.Tally(level) : _bevindingen.CountAdvice();
        if (isKept)
        {
            _bevindingen.Store(level, rule, PathOf(record, field), record.PositionOf(field), text.Text, kind);
        }
    }

    private void ReportMissing(Frame frame, int child)
    {
        if (!_bevindingen.Tally(1))
        {
            return;
        }
        var skip = child < frame.Position ? frame.SkippedAt(child) : default;
        var place = skip.LineNumber > 0 ? (skip.Offset, skip.LineNumber, skip.Column) : Here();
        var name = frame.Node.Children[child].Element.Name;
        var text = Text(
            child == 0 ? SchemaFault.MissingFirst : SchemaFault.Missing,
            ("{element}", name),
            ("{parent}", Name(frame)),
            ("{other}", child == 0 ? "" : frame.Node.Children[child - 1].Element.Name)
        );
        _bevindingen.Store(1, ValueExplanation.WithoutRule, [.. PathTo(), new PathStep(name)], place, text);
    }

    /// <summary>Reports an element that doesn't belong, and passes over what is in it.</summary>
    /// <param name="fault">Why it doesn't.</param>
    /// <param name="name">Its name, when the standard knows it: what it doesn't know may be anything.</param>
    /// <param name="spoilLeaf">The value around it is no value then.</param>
    private void Refuse(SchemaFault fault, ReadOnlySpan<byte> name = default, bool spoilLeaf = false)
    {
        Report1(fault, ("{element}", fault == SchemaFault.Misplaced ? Encoding.UTF8.GetString(name) : ""), ("{parent}", Name(Top)));
        _leafSpoiled |= spoilLeaf;
        _skipping = 1;
    }

    /// <summary>Counts one more element that doesn't belong, of which nothing will be kept.</summary>
    private void CountOnly()
    {
        _bevindingen.Tally(1);
        _skipping = 1;
    }

    /// <summary>Reports what stands loose between elements; once between two tags, in however many pieces it comes.</summary>
    private void ReportApart(SchemaFault fault, long offset)
    {
        _hasStray = true;
        Report1(fault, offset, ("{parent}", Name(Top)));
    }

    private void Report1(SchemaFault fault, params ReadOnlySpan<(string Place, string Words)> places) =>
        Report1(fault, _scanner.TokenOffset, places);

    private void Report1(SchemaFault fault, long offset, params ReadOnlySpan<(string Place, string Words)> places)
    {
        if (_bevindingen.Tally(1))
        {
            _bevindingen.Store(1, ValueExplanation.WithoutRule, PathTo(), Place(offset), Text(fault, places));
        }
    }

    private void Report(string rule, string text, long offset)
    {
        if (_bevindingen.Tally(1))
        {
            _bevindingen.Store(1, rule, PathTo(), Place(offset), text);
        }
    }

    private (long Offset, int LineNumber, int Column) Here() => Place(_scanner.TokenOffset);

    private (long Offset, int LineNumber, int Column) Place(long offset)
    {
        if (offset == _leaf.Offset)
        {
            return _leaf;
        }
        var window = _scanner.Window;
        var from = Math.Max(offset, window.FirstOffset);
        var (lineNumber, column) = window.PositionOf((int)(from - window.Offset));
        return (offset, lineNumber, column);
    }

    private PathStep[] PathTo()
    {
        var steps = new PathStep[_depth + 1];
        for (var i = 0; i <= _depth; i++)
        {
            steps[i] = Step(i);
        }
        return steps;
    }

    private PathStep Step(int depth)
    {
        var frame = _frames[depth];
        return new PathStep(Name(frame), frame.Index, depth == 0 ? null : _frames[depth - 1].CounterOf(frame.Node.Index));
    }

    /// <summary>The path of a record that is being closed or is around it, and of a field in it.</summary>
    private PathStep[] PathOf(Record record, Field? field)
    {
        var steps = new List<PathStep>();
        for (var i = 0; i <= _depth; i++)
        {
            steps.Add(Step(i));
            if (_frames[i].Node == record.Klasse.Node)
            {
                break;
            }
        }

        if (steps[^1].Name != record.Klasse.Name)
        {
            steps = [new PathStep("Bericht"), new PathStep(record.Klasse.Name)];
        }
        if (field is not null)
        {
            steps.AddRange(field.Path.Split('/').Select(name => new PathStep(name)));
        }
        return [.. steps];
    }

    private void RememberPositions()
    {
        if (_depth < 0)
        {
            return;
        }
        if (Top.Node.IsLeaf && Top.Offset != _leaf.Offset)
        {
            _leaf = Place(Top.Offset);
        }
        for (var i = 0; i <= _depth; i++)
        {
            if (_frames[i].Node.Klasse is not null)
            {
                _frames[i].Record.Remember();
            }
        }
        _header?.Remember();
    }

    private static string Text(SchemaFault fault, params ReadOnlySpan<(string Place, string Words)> places) =>
        FindingTexts.Find(ValueExplanation.WithoutRule, fault.ToString()).Fill(places);

    private static string XmlText(XmlFault fault, long limit) =>
        FindingTexts.Find(NotXml, fault.ToString()).Fill(("{limit}", limit.ToString(CultureInfo.InvariantCulture)));

    private static string KindName(Berichtsoort kind) => $"{kind.Description} ({kind.Name})";

    private static string Name(Frame frame) => frame.Node.Element.Name;
}
