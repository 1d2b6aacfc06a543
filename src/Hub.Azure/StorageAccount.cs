using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Hub.Azure;

/// <summary>Where archive and tables are: one account by connection string, or an account for each by name with a token.</summary>
public sealed class StorageAccount
{
    // Of the 15 s that a request waits for all of them together (DependencyBound): time for a call that hangs and one that is tried again
    // on a new connection. Other work has patience of its own (Retrying), so one call that keeps hanging takes it 40 s and not minutes.
    private const double ShareOfOneCall = 0.6;
    private const int MaxRetries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private StorageAccount(BlobServiceClient blobs, TableServiceClient tables) => (Blobs, Tables) = (blobs, tables);

    internal BlobServiceClient Blobs { get; }

    internal TableServiceClient Tables { get; }

    /// <summary>By connection string; for development.</summary>
    /// <param name="connectionString">Where it is, and its key.</param>
    /// <param name="limit">How long a request may wait for it; one call takes a part of that. Null:
    /// <see cref="DependencyLimit.Default"/>.</param>
    public static StorageAccount With(string connectionString, DependencyLimit? limit = null) =>
        new(
            new BlobServiceClient(connectionString, Ask(new BlobClientOptions(), limit)),
            new TableServiceClient(connectionString, Ask(new TableClientOptions(), limit))
        );

    /// <summary>By the names of the accounts, in Azure's public cloud, with the tokens of <paramref name="credential"/>.</summary>
    /// <param name="archive">The account of the archive, which may never change.</param>
    /// <param name="tables">The account of the tables, which may fail over to another region.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="limit">As with a connection string.</param>
    public static StorageAccount With(string archive, string tables, TokenCredential credential, DependencyLimit? limit = null) =>
        new(
            new BlobServiceClient(Address(archive, "blob"), credential, Ask(new BlobClientOptions(), limit)),
            new TableServiceClient(Address(tables, "table"), credential, Ask(new TableClientOptions(), limit))
        );

    private static Uri Address(string accountName, string service) => new($"https://{accountName}.{service}.core.windows.net");

    private static T Ask<T>(T options, DependencyLimit? limit)
        where T : ClientOptions
    {
        options.Retry.NetworkTimeout = (limit ?? DependencyLimit.Default).Longest * ShareOfOneCall;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = FirstDelay;
        options.Retry.MaxDelay = LongestDelay;
        // Keys hold ids only, yet no request of ours has anything that belongs in a trace.
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
