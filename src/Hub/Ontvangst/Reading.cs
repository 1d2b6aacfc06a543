using Hub.Archief;
using Hub.Deelnemers;
using Ijw;

namespace Hub.Ontvangst;

/// <summary>What is known of a bericht while its bytes come in.</summary>
internal sealed class Reading(Deelnemer caller, DeelnemerList deelnemers, DateTimeOffset begin)
{
    private static readonly CheckOptions Options = CheckOptions.Standard;

    private readonly BerichtCheck _check = new(Options);
    private bool _headerSeen;

    public Deelnemer Caller { get; } = caller;

    public string UploadId { get; } = Guid.CreateVersion7(begin).ToString("N");

    public long Length { get; private set; }

    /// <summary>Where the bytes stand when they are no bericht, and where they wait while that isn't known and they are many.</summary>
    public ArchiefReference RefusalPlace => ArchiefPlace.OfRefusal(Caller.Code, Calendar.Day(begin), UploadId);

    /// <summary>True once it is sure that it is no bericht.</summary>
    public bool IsNoBericht => _check.IsNoBericht;

    /// <summary>Takes the next bytes; gives an outcome when reading on has no use.</summary>
    public OntvangstOutcome? Take(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        if (Length > Options.MaxBytes)
        {
            return new OntvangstOutcome.TooLarge(Options.MaxBytes);
        }
        _check.Feed(bytes);
        if (_headerSeen || _check.Header is not { } header)
        {
            return null;
        }
        _headerSeen = true;
        if (header.Sender != Caller.Code)
        {
            return new OntvangstOutcome.NotOnBehalfOfSender();
        }
        return deelnemers.WithCode(header.Addressee) is null ? new OntvangstOutcome.UnknownAddressee() : null;
    }

    /// <summary>The verdict, now that all bytes are in.</summary>
    public CheckOutcome Round() => _check.Complete();
}
