namespace Ijw.Content;

/// <summary>Any class of a bericht, for who only wants to know where it stands.</summary>
internal interface IKlasse
{
    /// <summary>Where it stands.</summary>
    Location Place { get; }
}
