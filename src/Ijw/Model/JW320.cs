namespace Ijw.Model;

/// <summary>JW320, retour op een antwoord: JW319 with its retourcodes (messages.md 3).</summary>
internal static class JW320
{
    public static Berichtsoort Kind { get; } = Berichtsoort.RetourOf(JW319.Kind, "JW320", "489", "Retour op een antwoord");
}
