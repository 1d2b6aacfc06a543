using System.Globalization;
using Ijw.Model;
using Ijw.Model.Datatypes;
using Ijw.Writing;

namespace Ijw.Examples;

/// <summary>What one bericht is made within: its drawing, its date, and what the options fix.</summary>
internal sealed class SampleFrame
{
    /// <summary>The version of the schemas in the Header (messages.md 2.1).</summary>
    public const string XsdVersie = "1.0.0";

    private static readonly string[] Haaglanden = ["0503", "0518", "0603", "0626", "0629", "0637", "1783", "1842", "1916", "1926"];

    public SampleFrame(Berichtsoort kind, int seed, GeneratorOptions options)
    {
        Kind = kind;
        Seed = seed;
        Options = options;
        Draws = Draws.Part(seed, 0);
        Dagtekening = options.Dagtekening ?? Draws.Date(new DateOnly(2025, 2, 1), new DateOnly(2025, 12, 31));
        Gemeente = options.Gemeente ?? Draws.Choose(Haaglanden);
        Aanbieder = options.Aanbieder ?? $"9000000{Draws.Number(1, 9)}";
    }

    /// <summary>The kind of bericht.</summary>
    public Berichtsoort Kind { get; }

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>What the caller fixed.</summary>
    public GeneratorOptions Options { get; }

    /// <summary>The drawing of the bericht as a whole.</summary>
    public Draws Draws { get; }

    /// <summary>The date of the bericht.</summary>
    public DateOnly Dagtekening { get; }

    private string Gemeente { get; }

    private string Aanbieder { get; }

    /// <summary>How many products.</summary>
    public int Products(Draws draws) => Options.Products ?? draws.Number(1, 5);

    /// <summary>A number of a toewijzing or beschikking; the ones of a bericht differ by their place.</summary>
    public static string Number(Draws draws, int place)
    {
        var number = ((draws.Number(1, 899) * 100_000L) + place) % 1_000_000_000;
        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A ReferentieAanbieder; the ones of a bericht differ by their place.</summary>
    public string Reference(int place) =>
        Draws.Choose($"REF {Seed}/{place}", $"ref-{place}", $" {place} & {Seed} ", $"{place}/ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Writes the Header of a heenbericht.</summary>
    public void WriteHeader(TreeNode bericht)
    {
        var header = bericht.Add("Header");
        var sendsGemeente = header.Element.Children.First(kind => kind.Name == "Afzender").Datatype == Ldt.Gemeente;
        header
            .Add("BerichtCode", Kind.Code)
            .Add("BerichtVersie", "3")
            .Add("BerichtSubversie", "2")
            .Add("Afzender", sendsGemeente ? Gemeente : Aanbieder)
            .Add("Ontvanger", sendsGemeente ? Aanbieder : Gemeente);
        header
            .Add("BerichtIdentificatie")
            .Add("Identificatie", Options.Identificatie ?? $"{Kind.Name[2..]}-{unchecked((uint)Seed) % 100_000_000:00000000}")
            .Add("Dagtekening", Dagtekening.Text());
        header.Add("XsdVersie").Add("BasisschemaXsdVersie", XsdVersie).Add("BerichtXsdVersie", XsdVersie);
    }

    /// <summary>Adds a remark now and then.</summary>
    public static void Comment(Draws draws, TreeNode parent)
    {
        if (draws.Chance(25))
        {
            parent.Add("Commentaar", draws.Choose(Words.Remarks));
        }
    }
}
