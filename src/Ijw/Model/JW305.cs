using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW305, start levering jeugdhulp (messages.md 3).</summary>
internal static class JW305
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW305",
            Code = "438",
            Description = "Start levering jeugdhulp",
            Answer = "JW306",
            Content =
            [
                HeaderShapes.Heen("438", Ldt.AgbCode, Ldt.Gemeente),
                Klasse(
                    "Client",
                    Field("Bsn", Ldt.BurgerServicenummer).AsKey(),
                    Group("Geboortedatum", Cdt.Geboortedatum),
                    Field("Geslacht", Ldt.Geslacht),
                    Group("Naam", Cdt.ShortName),
                    List(
                        "StartProducten",
                        Klasse(
                            "StartProduct",
                            Field("ToewijzingNummer", Ldt.Number).AsKey().Optional(),
                            Group("Product", Cdt.Product).AsKey().Optional(),
                            Field("ToewijzingIngangsdatum", Ldt.Date).Optional(),
                            Field("Begindatum", Ldt.Date).AsKey(),
                            Field("StatusAanlevering", Ldt.StatusAanlevering)
                        )
                    )
                ),
            ],
        };
}
