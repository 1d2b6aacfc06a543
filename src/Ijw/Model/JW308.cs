namespace Ijw.Model;

/// <summary>JW308, retour op een stop levering: JW307 with its retourcodes (messages.md 3).</summary>
internal static class JW308
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW307.Kind, "JW308", "441", "Retour op een stop levering");
}
