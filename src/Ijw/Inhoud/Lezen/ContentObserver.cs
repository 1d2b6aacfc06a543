using Ijw.Reading;

namespace Ijw.Inhoud.Lezen;

/// <summary>Makes the typed content of the bericht that a reader reads. Of a JW323 all prestaties are kept, compactly; nothing else of the bytes is.</summary>
internal sealed class ContentObserver(BerichtReader reader, ContentKeys keys) : IClassObserver
{
    private Opbouw? _opbouw;

    /// <summary>The content, when the bericht has been read and is level 1 clean.</summary>
    public Berichtinhoud Make() => _opbouw!.Maak();

    /// <inheritdoc/>
    public void Closed(Record record) =>
        (_opbouw ??= Opbouw.Van(reader.Schema!.Soort, keys.Client, keys.Identification ?? (static text => text))).Klasse(record, reader.Kop!);

    /// <inheritdoc/>
    public void Forget()
    {
    }
}
