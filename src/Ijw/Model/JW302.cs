namespace Ijw.Model;

/// <summary>JW302, retour op een toewijzing: JW301 with its retourcodes (messages.md 3).</summary>
internal static class JW302
{
    public static Berichtsoort Soort { get; } = Berichtsoort.RetourVan(JW301.Soort, "JW302", "437", "Retour op een toewijzing");
}
