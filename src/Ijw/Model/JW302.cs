namespace Ijw.Model;

/// <summary>JW302, retour op een toewijzing: JW301 with its retourcodes (messages.md 3).</summary>
internal static class JW302
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW301.Kind, "JW302", "437", "Retour op een toewijzing");
}
