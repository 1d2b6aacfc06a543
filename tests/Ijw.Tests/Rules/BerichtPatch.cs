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
    /// <exception cref="FormatException">A line can't be read, or names an element that the berichtsoort or the bericht doesn't have.</exception>
    public static void PasToe(Berichtsoort soort, XDocument bericht, IEnumerable<string> regels)
    {
        foreach (var regel in regels) PasToe(soort, bericht, regel);
    }

    private static void PasToe(Berichtsoort soort, XDocument bericht, string regel)
    {
        var delen = Regelvorm().Match(regel);
        if (!delen.Success) throw new FormatException($"'{regel}' is not 'pad = waarde', 'pad -' or 'pad +'.");

        var zetten = delen.Groups["zet"].Success;
        var plek = Zoek(soort, bericht.Root!, delen.Groups["pad"].Value, maak: zetten);
        if (zetten) Zet(plek, delen.Groups["waarde"].Value, regel);
        else if (delen.Groups["doe"].Value == "-") plek.Xml.Remove();
        else plek.Xml.AddAfterSelf(new XElement(plek.Xml));
    }

    private static void Zet((Element Model, XElement Xml) plek, string waarde, string regel)
    {
        if (waarde.Length > 0 && plek.Model.Soort != ElementSoort.Veld)
            throw new FormatException($"'{regel}' gives a value to an element with children.");
        plek.Xml.Value = waarde;
    }

    private static (Element Model, XElement Xml) Zoek(Berichtsoort soort, XElement wortel, string pad, bool maak)
    {
        (Element Model, XElement Xml) hier = (soort.Wortel, wortel);
        foreach (var stap in pad.Split('/'))
        {
            var delen = Stapvorm().Match(stap);
            var naam = delen.Groups["naam"].Value;
            var nummer = delen.Groups["nummer"].Success ? int.Parse(delen.Groups["nummer"].Value, CultureInfo.InvariantCulture) : 1;
            var model = hier.Model.Kinderen.FirstOrDefault(kind => kind.Naam == naam)
                ?? throw new FormatException($"'{pad}' is not in {soort}: {hier.Model} has no {stap}.");

            var broers = hier.Xml.Elements(Naam(soort, model)).ToList();
            if (!delen.Groups["nummer"].Success && broers.Count > 1)
                throw new FormatException($"'{pad}' needs an index: there are {broers.Count} of {stap}.");
            if (nummer <= broers.Count) hier = (model, broers[nummer - 1]);
            else if (maak && nummer == broers.Count + 1) hier = (model, VoegIn(soort, hier, model));
            else throw new FormatException($"'{pad}' is not in the bericht: there are {broers.Count} of {stap}.");
        }

        return hier;
    }

    private static XElement VoegIn(Berichtsoort soort, (Element Model, XElement Xml) ouder, Element model)
    {
        var nieuw = new XElement(Naam(soort, model));
        var later = ouder.Model.Kinderen.SkipWhile(kind => kind != model).Skip(1).Select(kind => Naam(soort, kind)).ToHashSet();
        if (ouder.Xml.Elements().FirstOrDefault(kind => later.Contains(kind.Name)) is { } volgende) volgende.AddBeforeSelf(nieuw);
        else ouder.Xml.Add(nieuw);
        return nieuw;
    }

    private static XName Naam(Berichtsoort soort, Element model) =>
        XName.Get(model.Naam, model.Basis ? Berichtsoort.BasisNamespace : soort.Namespace);

    [GeneratedRegex(@"^(?<pad>\S+) ((?<zet>=)( (?<waarde>.*))?|(?<doe>[-+]))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Regelvorm();

    [GeneratedRegex(@"^(?<naam>\w+)(\[(?<nummer>[1-9]\d*)\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Stapvorm();
}
