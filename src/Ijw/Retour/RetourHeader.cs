using System.Globalization;
using Ijw.Model;
using Ijw.Writing;

namespace Ijw.Retour;

/// <summary>Writes the Header of an answer.</summary>
internal static class RetourHeader
{
    /// <summary>What the Header of a heenbericht says.</summary>
    public static BerichtHeader Read(BerichtTree heen)
    {
        var header = heen.Header;
        var dagtekening = header.Read("BerichtIdentificatie/Dagtekening")!;
        return new BerichtHeader
        {
            Kind = heen.Kind,
            Afzender = header.Read("Afzender")!,
            Ontvanger = header.Read("Ontvanger")!,
            Identificatie = header.Read("BerichtIdentificatie/Identificatie")!,
            Dagtekening = DateOnly.TryParseExact(dagtekening.AsSpan().Trim(" \t\r\n"), "yyyy-MM-dd", out var date) ? date : null,
            DagtekeningText = dagtekening,
            BasisschemaXsdVersie = header.Read("XsdVersie/BasisschemaXsdVersie")!,
            BerichtXsdVersie = header.Read("XsdVersie/BerichtXsdVersie")!,
        };
    }

    /// <summary>Writes the Header of the answer to a heenbericht; no codes means approved in a retour.</summary>
    public static void Write(
        BerichtTree answer,
        BerichtHeader heen,
        string identificatie,
        DateOnly dagtekening,
        params IReadOnlyList<string> codes
    )
    {
        var header = answer.Root.Add("Header");
        var date = dagtekening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (answer.Kind.IsRetour)
        {
            FillRetour(header, answer.Kind, heen, identificatie, date);
        }
        else
        {
            FillAnswer(header, answer.Kind, heen, identificatie, date);
        }
        FillCodes(header, codes);
    }

    /// <summary>Writes RetourCodes; nothing when there are none.</summary>
    public static void FillCodes(TreeNode klasse, IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
        {
            return;
        }
        var list = klasse.Add("RetourCodes");
        foreach (var code in codes)
        {
            list.Add("RetourCode", code);
        }
    }

    /// <summary>A retour copies the Header of the heenbericht, also its direction (retour.md 2.3).</summary>
    private static void FillRetour(TreeNode header, Berichtsoort kind, BerichtHeader heen, string identificatie, string date)
    {
        FillBegin(header, kind, heen.Afzender, heen.Ontvanger);
        FillIdentificatie(header.Add("BerichtIdentificatie"), heen.Identificatie, heen.DagtekeningText);
        FillXsdVersion(header.Add("XsdVersie"), heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
        header.Add("IdentificatieRetour", identificatie).Add("DagtekeningRetour", date);
        FillXsdVersion(header.Add("XsdVersieRetour"), RetourBuilder.XsdVersie, RetourBuilder.XsdVersie);
    }

    /// <summary>A JW325 has an identity and a direction of its own, and links to the JW323 (messages.md 2.4).</summary>
    private static void FillAnswer(TreeNode header, Berichtsoort kind, BerichtHeader heen, string identificatie, string date)
    {
        FillBegin(header, kind, heen.Ontvanger, heen.Afzender);
        FillIdentificatie(header.Add("BerichtIdentificatie"), identificatie, date);
        FillXsdVersion(header.Add("XsdVersie"), RetourBuilder.XsdVersie, RetourBuilder.XsdVersie);
        FillIdentificatie(header.Add("DeclaratieIdentificatie"), heen.Identificatie, heen.DagtekeningText);
        FillXsdVersion(header.Add("XsdVersieDeclaratie"), heen.BasisschemaXsdVersie, heen.BerichtXsdVersie);
    }

    private static void FillBegin(TreeNode header, Berichtsoort kind, string afzender, string ontvanger) =>
        header
            .Add("BerichtCode", kind.Code)
            .Add("BerichtVersie", "3")
            .Add("BerichtSubversie", "2")
            .Add("Afzender", afzender)
            .Add("Ontvanger", ontvanger);

    private static void FillIdentificatie(TreeNode group, string identificatie, string dagtekening) =>
        group.Add("Identificatie", identificatie).Add("Dagtekening", dagtekening);

    private static void FillXsdVersion(TreeNode group, string basisschema, string bericht) =>
        group.Add("BasisschemaXsdVersie", basisschema).Add("BerichtXsdVersie", bericht);
}
