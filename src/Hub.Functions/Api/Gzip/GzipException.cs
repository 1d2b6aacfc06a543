namespace Hub.Functions.Api.Gzip;

/// <summary>Thrown when a body is not one or more whole gzip members and nothing else (RFC 1952).</summary>
internal sealed class GzipException(string message) : Exception(message);
