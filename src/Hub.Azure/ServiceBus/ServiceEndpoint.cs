namespace Hub.Azure.ServiceBus;

/// <summary>The address of a namespace and the source of its tokens, read from the options.</summary>
internal sealed record ServiceEndpoint(string Host, int Port, bool UseTls, ITokenSource Tokens)
{
    private const int TlsPort = 5671;
    private const int PlainPort = 5672;

    public static ServiceEndpoint From(ServiceBusOptions options, TimeProvider time)
    {
        if (options.ConnectionString is { } text)
            return FromConnectionString(text, options, time);
        if (options is { FullyQualifiedNamespace: { } host, Credential: { } credential })
            return new ServiceEndpoint(host, TlsPort, true, new CredentialTokenSource(credential));
        throw new ArgumentException("Service Bus needs a connection string, or a namespace with a credential.", nameof(options));
    }

    /// <summary>The resource that a token for <paramref name="entity"/> is about.</summary>
    public string Audience(string entity) => $"amqps://{Host}/{entity}";

    private static ServiceEndpoint FromConnectionString(string text, ServiceBusOptions options, TimeProvider time)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("Endpoint", out var endpoint) || !Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
            throw new ArgumentException("The Service Bus connection string has no valid Endpoint.", nameof(text));
        var plain = parts.TryGetValue("UseDevelopmentEmulator", out var emulator) && bool.TryParse(emulator, out var yes) && yes;
        var port = uri.Port > 0 ? uri.Port : plain ? PlainPort : TlsPort;
        if (parts.TryGetValue("SharedAccessKeyName", out var name) && parts.TryGetValue("SharedAccessKey", out var key))
            return new ServiceEndpoint(uri.Host, port, !plain, new SharedAccessTokenSource(name, key, options.SharedAccessTokenLifetime, time));
        if (options.Credential is { } credential)
            return new ServiceEndpoint(uri.Host, port, !plain, new CredentialTokenSource(credential));
        throw new ArgumentException("The Service Bus connection string has no SharedAccessKeyName and SharedAccessKey.", nameof(text));
    }
}
