using Ijw.Dossiers.Facts;

namespace Hub.Register;

/// <summary>What the hub remembers for the rules across berichten (docs/register.md): feiten, in documents.</summary>
public interface IRegister
{
    /// <summary>Begins a look at the register, and the one change that comes of it.</summary>
    IRegistersessie Open();
}

/// <summary>
/// Reads documents, and changes what one bericht has in them, provided that nobody changed a document since it was read. Not for use by
/// several threads at a time.
/// </summary>
public interface IRegistersessie
{
    /// <summary>How many calls to the storage it took so far, those that the storage asked to try again not counted.</summary>
    int Rondreizen { get; }

    /// <summary>What stands in documents: feiten of all berichten, those of the bericht under test included.</summary>
    /// <param name="vraag">The documents; what was read before is not read again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The feiten, in no order; one that stands in several documents can come more than once. They are made while they are taken.</returns>
    /// <exception cref="OpslagException">A table failed.</exception>
    Task<IEnumerable<Feit>> LeesAsync(IReadOnlySet<Documentsleutel> vraag, CancellationToken cancellation);

    /// <summary>
    /// Makes <paramref name="feiten"/> all that the bericht has in <paramref name="documenten"/>: what it had there before goes. What the bericht
    /// has in documents of an aanbieder or a gemeente as a whole is written first: by those others see what it claims.
    /// </summary>
    /// <param name="berichtId">The bericht that all feiten are of.</param>
    /// <param name="documenten">Every document that the bericht may stand in, whatever it has come to.</param>
    /// <param name="feiten">What it leaves now; their documents are among <paramref name="documenten"/>.</param>
    /// <param name="cancellation">Stops it; some documents may have been written.</param>
    /// <exception cref="OpslagException">
    /// A table failed; <see cref="OpslagFout.Conflict"/> when a document changed since it was read. Some documents may have been written: with a new
    /// session it can be done again, and then nothing is left of this time.
    /// </exception>
    Task SchrijfAsync(string berichtId, IReadOnlySet<Documentsleutel> documenten, IReadOnlyCollection<Feit> feiten, CancellationToken cancellation);
}
