namespace HubVolume;

/// <summary>
/// What was measured when so many berichten had been delivered; sizes in MB, the rate in berichten per second since the measurement before.
/// </summary>
/// <param name="Delivered">Berichten taken out of the postbussen.</param>
/// <param name="PerSecond">How many of them per second, since the measurement before.</param>
/// <param name="App">Resident memory of the app.</param>
/// <param name="AppHeap">The managed heap of the app after its last collection, as it exports it.</param>
/// <param name="AppToegewezen">What the app has reserved for its managed heap, as it exports it.</param>
/// <param name="Host">Resident memory of this process: Functions host, emulator, senders and receivers.</param>
/// <param name="Azurite">Resident memory of Azurite, which keeps the rows of every bericht.</param>
internal sealed record VolumeMeasurement(
    int Delivered,
    double PerSecond,
    long App,
    double AppHeap,
    double AppToegewezen,
    long Host,
    long Azurite
)
{
    public const string Header = "| delivered | per second | app RSS | app heap | app committed | host and emulator RSS | Azurite RSS |";

    public override string ToString() =>
        FormattableString.Invariant(
            $"| {Delivered:N0} | {PerSecond:0} | {App} | {AppHeap:0.0} | {AppToegewezen:0.0} | {Host} | {Azurite} |"
        );
}
