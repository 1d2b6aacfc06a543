using Ijw.Dossiers.Facts;

namespace Hub.Register;

/// <summary>
/// Reads documents, and changes what berichten have in them, provided that nobody changed a document since it was read. Not for use by
/// several threads at a time.
/// </summary>
public interface IRegisterSession
{
    /// <summary>
    /// Takes documents to be empty without looking, which spares reading what nearly always is not there. <see cref="WriteAsync"/> holds
    /// it to that: it fails when one is not empty, and when one that was asked for is left empty, for then nothing told whether it was. A
    /// bericht of which the use of its Identificatie is among them is new: it stands in no other document either.
    /// </summary>
    /// <param name="documents">Documents that were not read yet.</param>
    void ExpectEmpty(IEnumerable<DocumentKey> documents);

    /// <summary>What stands in documents: feiten of all berichten, those of the bericht under test included.</summary>
    /// <param name="question">The documents; what was read before is not read again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The feiten, in no order; one that stands in several documents can come more than once. They are made while they are
    /// taken.</returns>
    /// <exception cref="StorageException">A table failed.</exception>
    Task<IEnumerable<Fact>> ReadAsync(IReadOnlySet<DocumentKey> question, CancellationToken cancellation);

    /// <summary>
    /// Lets berichten have exactly these feiten: what they had before in their documents goes. Documents that they share are written once.
    /// What they have in documents of an aanbieder or a gemeente as a whole is written first: by those others see what they claim.
    /// </summary>
    /// <param name="changes">The berichten, each once.</param>
    /// <param name="cancellation">Stops it; some documents may have been written.</param>
    /// <exception cref="StorageException">
    /// A table failed; <see cref="StorageFault.Conflict"/> when a document changed since it was read, or was not empty as expected. Some
    /// documents may have been written: with a new session it can be done again, and then nothing is left of this time.
    /// </exception>
    Task WriteAsync(IReadOnlyCollection<RegisterChange> changes, CancellationToken cancellation);
}
