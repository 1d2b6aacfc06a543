namespace Ijw.Model;

/// <summary>JW316, retour op een verzoek om toewijzing: JW315 with its retourcodes (messages.md 3).</summary>
internal static class JW316
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW315.Kind, "JW316", "447", "Retour op een verzoek om toewijzing");
}
