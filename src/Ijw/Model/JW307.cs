using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW307, stop levering jeugdhulp (messages.md 3).</summary>
internal static class JW307
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW307",
            Code = "440",
            Description = "Stop levering jeugdhulp",
            Answer = "JW308",
            Content =
            [
                HeaderShapes.Heen("440", Ldt.AgbCode, Ldt.Gemeente),
                Klasse(
                    "Client",
                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                    Group("Geboortedatum", Cdt.Geboortedatum),
                    Field("Geslacht", Ldt.Geslacht),
                    Group("Naam", Cdt.ShortName),
                    List(
                        "StopProducten",
                        Klasse(
                            "StopProduct",
                            Field("ToewijzingNummer", Ldt.Number).AsKey().Optional(),
                            Group("Product", Cdt.Product).AsKey().Optional(),
                            Field("ToewijzingIngangsdatum", Ldt.Date).Optional(),
                            Field("Begindatum", Ldt.Date).AsKey(),
                            Field("RedenBeeindiging", Ldt.RedenBeeindiging).AsKey(),
                            Field("Einddatum", Ldt.Date).AsKey(),
                            Field("StatusAanlevering", Ldt.StatusAanlevering)
                        )
                    )
                ),
            ],
        };
}
