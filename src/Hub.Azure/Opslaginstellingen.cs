using System.Globalization;
using Azure.Core;
using Hub.Azure.Table;
using Hub.Berichten;
using static Hub.Azure.Verbinding;

namespace Hub.Azure;

/// <summary>How a service is reached: by connection string, or by name with the app's own identity.</summary>
/// <param name="ConnectionString">The connection string; null when it is reached by name.</param>
/// <param name="Naam">The name; null when it is reached by connection string.</param>
public sealed record Verbinding(string? ConnectionString, string? Naam)
{
    /// <summary>Reads the setting <paramref name="naam"/>, or <c>{naam}__{deel}</c>; a fault is one line of Dutch in <paramref name="fouten"/>.</summary>
    public static Verbinding Lees(Func<string, string?> bron, string naam, string deel, ICollection<string> fouten)
    {
        ArgumentNullException.ThrowIfNull(bron);
        ArgumentNullException.ThrowIfNull(fouten);
        var verbinding = new Verbinding(Gevuld(bron(naam)), Gevuld(bron($"{naam}:{deel}")));
        if ((verbinding.ConnectionString is null) == (verbinding.Naam is null))
            fouten.Add($"{naam}: vul óf {naam} (een connection string) óf {naam}__{deel}.");
        return verbinding;
    }

    /// <summary>What a setting says; null when it is absent or blank.</summary>
    public static string? Gevuld(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst;
}

/// <summary>The settings of storage and register, which the app and the operator's commands share; local.settings.sample.json says what each is.</summary>
/// <param name="Verbinding">The storage of archive and tables.</param>
/// <param name="Sleutels">The key of clients.</param>
/// <param name="Registertabel">The table of the register.</param>
/// <param name="RefusedDays">How many days refused bytes are kept; the lifecycle of their containers does it
/// (infra/modules/archive.bicep).</param>
public sealed record Opslaginstellingen(Opslagverbinding Verbinding, Clientsleutels Sleutels, string Registertabel, int RefusedDays)
{
    private const int DefaultRefusedDays = 90;
    private const int MaxRefusedDays = 3650;

    /// <summary>Reads the settings; null, and one clear line of Dutch per fault in <paramref name="fouten"/>, when something is wrong.</summary>
    /// <param name="bron">Gives a setting by its name, with colons between its parts.</param>
    /// <param name="fouten">Where faults go.</param>
    public static Opslaginstellingen? Lees(Func<string, string?> bron, ICollection<string> fouten)
    {
        ArgumentNullException.ThrowIfNull(bron);
        ArgumentNullException.ThrowIfNull(fouten);
        var opslag = Opslagverbinding.Lees(bron, fouten);
        var (sleutels, onjuist) = Clientsleutels.Lees(Gevuld(bron("Register:SleutelId")), bron("Register:Sleutel"));
        foreach (var fout in onjuist) fouten.Add(fout);
        var tabel = Gevuld(bron("Register:Tabel")) ?? "register";
        if (!TableRegister.IsTabelnaam(tabel)) fouten.Add("Register__Tabel: moet 3 tot 63 letters en cijfers zijn en met een letter beginnen.");
        var refusedDays = DefaultRefusedDays;
        if (Gevuld(bron("Bewaring:GeweigerdDagen")) is { } days
            && !(int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out refusedDays) && refusedDays is > 0 and <= MaxRefusedDays))
            fouten.Add($"Bewaring__GeweigerdDagen: moet een aantal dagen zijn, van 1 tot en met {MaxRefusedDays}.");
        return sleutels is null || fouten.Count > 0 ? null : new Opslaginstellingen(opslag, sleutels, tabel, refusedDays);
    }

    /// <summary>The storage that the settings name.</summary>
    /// <param name="identiteit">Gives the identity by which it is reached by name.</param>
    /// <param name="limit">How long a request may wait for it; null for <see cref="DependencyLimit.Default"/>.</param>
    public Opslagaccount Account(Func<TokenCredential> identiteit, DependencyLimit? limit = null)
    {
        ArgumentNullException.ThrowIfNull(identiteit);
        return Verbinding.ConnectionString is { } connectie
            ? Opslagaccount.Met(connectie, limit)
            : Opslagaccount.Met(Verbinding.Archive!, Verbinding.Tables!, identiteit(), limit);
    }
}
