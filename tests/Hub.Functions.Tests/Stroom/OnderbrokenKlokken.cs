using Hub.Termijnen;

namespace Hub.Functions.Tests.Stroom;

/// <summary>The real clocks, but something happens just before one is written.</summary>
internal sealed class OnderbrokenKlokken(IKlokken echt, Func<Klok, Task> voorSchrijven) : IKlokken
{
    public Task<IReadOnlyDictionary<string, Klok>> ZoekAsync(Paar paar, IReadOnlyCollection<string> sleutels, CancellationToken cancellation) =>
        echt.ZoekAsync(paar, sleutels, cancellation);

    public Task<IReadOnlyList<Klok>> VanBerichtAsync(Paar paar, string berichtId, CancellationToken cancellation) =>
        echt.VanBerichtAsync(paar, berichtId, cancellation);

    public async Task SchrijfAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation)
    {
        foreach (var klok in klokken) await voorSchrijven(klok);
        await echt.SchrijfAsync(klokken, cancellation);
    }

    public Task ZetOpAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) => echt.ZetOpAgendaAsync(klokken, cancellation);

    public Task HaalVanAgendaAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) => echt.HaalVanAgendaAsync(klokken, cancellation);

    public IAsyncEnumerable<Agendapunt> AgendaVoorAsync(DateOnly dag, CancellationToken cancellation) => echt.AgendaVoorAsync(dag, cancellation);

    public Task StreepDoorAsync(Agendapunt punt, CancellationToken cancellation) => echt.StreepDoorAsync(punt, cancellation);

    public Task MeldTeLaatAsync(Klok klok, CancellationToken cancellation) => echt.MeldTeLaatAsync(klok, cancellation);

    public Task NietMeerTeLaatAsync(IReadOnlyCollection<Klok> klokken, CancellationToken cancellation) => echt.NietMeerTeLaatAsync(klokken, cancellation);

    public Task<TeLaatPagina> TeLaatAsync(string code, string? na, int aantal, CancellationToken cancellation) =>
        echt.TeLaatAsync(code, na, aantal, cancellation);
}
