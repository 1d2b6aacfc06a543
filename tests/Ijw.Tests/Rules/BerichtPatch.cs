using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ijw.Tests.Rules;

/// <summary>Small changes to a bericht, one per line: how the pages in docs/rules write their cases.</summary>
/// <remarks>
/// <c>pad = waarde</c> sets a value and creates what is absent at its place in the schema order; <c>pad -</c> removes the element;
/// <c>pad +</c> puts a copy of it next to it. A path has no prefixes and no root: <c>Client/Contactgegevens/Contact[2]/Soort</c>.
/// </remarks>
internal static partial class BerichtPatch
{
    /// <summary>Applies the lines in order to <paramref name="bericht"/>.</summary>
    /// <exception cref="FormatException">A line can't be read, or names an element that the berichtsoort or the bericht doesn't
    /// have.</exception>
    public static void Apply(Berichtsoort kind, XDocument bericht, IEnumerable<string> rules)
    {
        foreach (var rule in rules)
        {
            Apply(kind, bericht, rule);
        }
    }

    private static void Apply(Berichtsoort kind, XDocument bericht, string rule)
    {
        var parts = RuleShape().Match(rule);
        if (!parts.Success)
        {
            throw new FormatException($"'{rule}' is not 'pad = waarde', 'pad -' or 'pad +'.");
        }

        var settings = parts.Groups["set"].Success;
        var place = Find(kind, bericht.Root!, parts.Groups["path"].Value, make: settings);
        if (settings)
        {
            Set(place, parts.Groups["value"].Value, rule);
        }
        else if (parts.Groups["act"].Value == "-")
        {
            place.Xml.Remove();
        }
        else
        {
            place.Xml.AddAfterSelf(new XElement(place.Xml));
        }
    }

    private static void Set((Element Model, XElement Xml) place, string value, string rule)
    {
        if (value.Length > 0 && place.Model.Kind != ElementKind.Field)
        {
            throw new FormatException($"'{rule}' gives a value to an element with children.");
        }
        place.Xml.Value = value;
    }

    private static (Element Model, XElement Xml) Find(Berichtsoort berichtsoort, XElement root, string path, bool make)
    {
        (Element Model, XElement Xml) here = (berichtsoort.Root, root);
        foreach (var step in path.Split('/'))
        {
            var parts = StepShape().Match(step);
            var name = parts.Groups["name"].Value;
            var number = parts.Groups["number"].Success ? int.Parse(parts.Groups["number"].Value, CultureInfo.InvariantCulture) : 1;
            var model =
                here.Model.Children.FirstOrDefault(kind => kind.Name == name)
                ?? throw new FormatException($"'{path}' is not in {berichtsoort}: {here.Model} has no {step}.");

            var siblings = here.Xml.Elements(Name(berichtsoort, model)).ToList();
            if (!parts.Groups["number"].Success && siblings.Count > 1)
            {
                throw new FormatException($"'{path}' needs an index: there are {siblings.Count} of {step}.");
            }
            if (number <= siblings.Count)
            {
                here = (model, siblings[number - 1]);
            }
            else if (make && number == siblings.Count + 1)
            {
                here = (model, Insert(berichtsoort, here, model));
            }
            else
            {
                throw new FormatException($"'{path}' is not in the bericht: there are {siblings.Count} of {step}.");
            }
        }

        return here;
    }

    private static XElement Insert(Berichtsoort berichtsoort, (Element Model, XElement Xml) parent, Element model)
    {
        var updated = new XElement(Name(berichtsoort, model));
        var later = parent.Model.Children.SkipWhile(kind => kind != model).Skip(1).Select(kind => Name(berichtsoort, kind)).ToHashSet();
        if (parent.Xml.Elements().FirstOrDefault(kind => later.Contains(kind.Name)) is { } next)
        {
            next.AddBeforeSelf(updated);
        }
        else
        {
            parent.Xml.Add(updated);
        }
        return updated;
    }

    private static XName Name(Berichtsoort kind, Element model) =>
        XName.Get(model.Name, model.Basis ? Berichtsoort.BasisNamespace : kind.Namespace);

    [GeneratedRegex(@"^(?<path>\S+) ((?<set>=)( (?<value>.*))?|(?<act>[-+]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex RuleShape();

    [GeneratedRegex(@"^(?<name>\w+)(\[(?<number>[1-9]\d*)\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex StepShape();
}
