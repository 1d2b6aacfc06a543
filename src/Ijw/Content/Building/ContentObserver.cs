using Ijw.Reading;

namespace Ijw.Content.Building;

/// <summary>
/// Makes the typed content of the bericht that a reader reads. Of a JW323 all prestaties are kept, compactly; nothing else of the bytes is.
/// </summary>
internal sealed class ContentObserver(BerichtReader reader, ContentKeys keys) : IClassObserver
{
    private Builder? _builder;

    /// <summary>The content, when the bericht has been read and is level 1 clean.</summary>
    public BerichtContent Make() => _builder!.Make();

    /// <inheritdoc/>
    public void Closed(Record record) =>
        (_builder ??= Builder.Of(reader.Schema!.Kind, keys.Client, keys.Identification ?? (static text => text))).Klasse(
            record,
            reader.Header!
        );

    /// <inheritdoc/>
    public void Forget() { }
}
