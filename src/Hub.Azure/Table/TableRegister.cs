using Azure.Data.Tables;
using Hub.Berichten;
using Hub.Register;

namespace Hub.Azure.Table;

/// <summary>
/// The register in one table: PartitionKey = a pair, an aanbieder or a gemeente, RowKey = a document (<see cref="Documentplaats"/>). A row
/// tells with which key its clients were made: with another nobody would be found.
/// </summary>
/// <param name="account">The storage account.</param>
/// <param name="naam">The table; a rebuilt register stands in another.</param>
/// <param name="sleutels">The key of clients.</param>
public sealed class TableRegister(Opslagaccount account, string naam, Clientsleutels sleutels) : IRegister
{
    private readonly Tabel _tabel = new(account, naam);
    private readonly Eenmalig _gecontroleerd = new();

    /// <summary>Whether <paramref name="tekst"/> can name a table.</summary>
    public static bool IsTabelnaam(string? tekst) =>
        tekst is { Length: >= 3 and <= 63 } && char.IsAsciiLetter(tekst[0]) && tekst.All(char.IsAsciiLetterOrDigit);

    /// <inheritdoc/>
    public IRegistersessie Open() => new TableRegistersessie(this);

    internal async Task<Tabel> TabelAsync(CancellationToken cancellation)
    {
        await _gecontroleerd.ZorgAsync(naam, () => ControleerAsync(cancellation)).ConfigureAwait(false);
        return _tabel;
    }

    private async Task ControleerAsync(CancellationToken cancellation)
    {
        const string partitie = "sleutel";
        var verwacht = sleutels.Controle;
        if (await _tabel.VoegToeAsync(new TableEntity(partitie, partitie) { ["Controle"] = verwacht }, cancellation).ConfigureAwait(false)) return;
        var rij = await _tabel.DoeAsync("sleutel", (client, stop) => client.GetEntityAsync<TableEntity>(
            partitie, partitie, cancellationToken: stop), cancellation).ConfigureAwait(false);
        if (rij.Value.GetString("Controle") != verwacht)
            throw new InvalidOperationException($"Table {naam} was made with another key of clients (Register__Sleutel, Register__SleutelId).");
    }
}
