namespace Ijw.Model;

/// <summary>JW318, retour op een verzoek om wijziging: JW317 with its retourcodes (messages.md 3).</summary>
internal static class JW318
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW317.Kind, "JW318", "487", "Retour op een verzoek om wijziging");
}
