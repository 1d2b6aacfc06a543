namespace Ijw.Rules.Catalogus;

internal sealed record Regel(string Tekst);

internal static class Regelcatalogus
{
    public static Regel? Zoek(string code) => null;
}
