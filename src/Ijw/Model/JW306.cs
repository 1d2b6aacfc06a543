namespace Ijw.Model;

/// <summary>JW306, retour op een start levering: JW305 with its retourcodes (messages.md 3).</summary>
internal static class JW306
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW305.Kind, "JW306", "439", "Retour op een start levering");
}
