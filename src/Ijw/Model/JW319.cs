using Ijw.Model.Datatypes;
using static Ijw.Model.Shapes;

namespace Ijw.Model;

/// <summary>JW319, antwoord op een verzoek (messages.md 3).</summary>
internal static class JW319
{
    public static Berichtsoort Kind { get; } =
        new()
        {
            Name = "JW319",
            Code = "488",
            Description = "Antwoord op een verzoek",
            Answer = "JW320",
            Content =
            [
                HeaderShapes.Heen("488", Ldt.Gemeente, Ldt.AgbCode),
                Klasse(
                    "Antwoord",
                    Field("ReferentieAanbieder", Ldt.Reference).AsKey(),
                    Field("VerzoekAntwoord", Ldt.VerzoekAntwoord).AsKey(),
                    Field("RedenAfwijzingVerzoek", Ldt.RedenAfwijzingVerzoek).Optional(),
                    Klasse("Woonplaatsbeginsel", Field("Gemeente", Ldt.Gemeente).AsKey()).Optional()
                ),
            ],
        };
}
