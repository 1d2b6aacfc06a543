namespace Hub.Local.Starting;

/// <summary>The ports on 127.0.0.1 that are tried first; 0 = any. A port that is in use is replaced by a free one.</summary>
/// <param name="Http">The hub's HTTP API.</param>
/// <param name="Amqp">Service Bus.</param>
/// <param name="Blob">Blob storage.</param>
/// <param name="Table">Table storage.</param>
/// <param name="Access">The issuer of tokens.</param>
public sealed record PreferredPorts(int Http, int Amqp, int Blob, int Table, int Access)
{
    /// <summary>Those that people know: Functions 7071, AMQP 5672, Azurite 10000 and 10002.</summary>
    public static PreferredPorts Fixed { get; } = new(7071, 5672, 10000, 10002, 7072);

    /// <summary>Any free ports.</summary>
    public static PreferredPorts Free { get; } = new(0, 0, 0, 0, 0);
}
