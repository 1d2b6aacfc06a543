using System.Globalization;
using System.Text.Json.Nodes;

namespace RegionYear;

/// <summary>How large the region is that is simulated.</summary>
/// <param name="Gemeenten">How many gemeenten.</param>
/// <param name="Aanbieders">How many aanbieders; each works for all gemeenten.</param>
/// <param name="Clienten">How many clients, each of one gemeente and one aanbieder.</param>
/// <param name="Months">How many months, from January 2025 on.</param>
internal sealed record Region(int Gemeenten, int Aanbieders, int Clienten, int Months)
{
    /// <summary>The region of the assignment: ten gemeenten, 200 aanbieders, 25,000 clients, a year.</summary>
    public static Region Whole { get; } = new(10, 200, 25_000, 12);

    /// <summary>The code of one of the gemeenten that there are in 2025 and now.</summary>
    public static string Gemeente(int number) => Gemeentecodes[number];

    public static string Aanbieder(int number) => (90_000_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The deelnemers, who all mandated the hub and read their postbus over AMQP.</summary>
    public string Deelnemers() =>
        new JsonObject
        {
            ["regio"] = "Simulatie",
            ["gemeenten"] = Deelnemers(Gemeenten, Gemeente),
            ["aanbieders"] = Deelnemers(Aanbieders, Aanbieder),
        }.ToJsonString();

    /// <summary>The gemeente and aanbieder of a client.</summary>
    public (int Gemeente, int Aanbieder) Of(int client) => (client % Gemeenten, client / Gemeenten * 7919 % Aanbieders);

    private static readonly string[] Gemeentecodes =
    [
        .. Ijw
            .Model.Gemeentecodes.BuiltIn.On(new DateOnly(2025, 1, 1))
            .Where(code => Ijw.Model.Gemeentecodes.BuiltIn.IsInForce(code, new DateOnly(2026, 11, 1)))
            .Order(StringComparer.Ordinal),
    ];

    private static JsonArray Deelnemers(int count, Func<int, string> code) =>
        new([.. Enumerable.Range(0, count).Select(number => Deelnemer(code(number)))]);

    private static JsonObject Deelnemer(string code) =>
        new()
        {
            ["code"] = code,
            ["naam"] = "Deelnemer " + code,
            ["retour"] = "hub",
            ["appIds"] = new JsonArray("00000000-0000-4000-8000-" + code.PadLeft(12, '0')),
        };
}
