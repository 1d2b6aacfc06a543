namespace Ijw.Model;

/// <summary>JW320, retour op een antwoord: JW319 with its retourcodes (messages.md 3).</summary>
internal static class JW320
{
    public static Berichtsoort Soort { get; } = Berichtsoort.RetourVan(JW319.Soort, "JW320", "489", "Retour op een antwoord");
}
