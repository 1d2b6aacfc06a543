using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Hub.Azure;

/// <summary>Where archive and tables are: one account by connection string, or an account for each by name with a token.</summary>
public sealed class Opslagaccount
{
    // A request waits 15 s for all of them together (DependencyBound): time for a call that hangs and one that is tried again on a new connection. Other work has
    // patience of its own (Volharding), so one call that keeps hanging takes it 40 s and not minutes.
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(9);
    private const int MaxRetries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private Opslagaccount(BlobServiceClient blobs, TableServiceClient tables) => (Blobs, Tables) = (blobs, tables);

    internal BlobServiceClient Blobs { get; }

    internal TableServiceClient Tables { get; }

    /// <summary>By connection string; for development.</summary>
    public static Opslagaccount Met(string connectionString) =>
        new(new BlobServiceClient(connectionString, BlobOpties()), new TableServiceClient(connectionString, TableOpties()));

    /// <summary>By the names of the accounts, in Azure's public cloud, with the tokens of <paramref name="credential"/>.</summary>
    /// <param name="archive">The account of the archive, which may never change.</param>
    /// <param name="tables">The account of the tables, which may fail over to another region.</param>
    /// <param name="credential">Who asks.</param>
    public static Opslagaccount Met(string archive, string tables, TokenCredential credential) => new(
        new BlobServiceClient(new Uri($"https://{archive}.blob.core.windows.net"), credential, BlobOpties()),
        new TableServiceClient(new Uri($"https://{tables}.table.core.windows.net"), credential, TableOpties()));

    private static BlobClientOptions BlobOpties()
    {
        var opties = new BlobClientOptions();
        Stel(opties);
        return opties;
    }

    private static TableClientOptions TableOpties()
    {
        var opties = new TableClientOptions();
        Stel(opties);
        return opties;
    }

    private static void Stel(ClientOptions opties)
    {
        opties.Retry.NetworkTimeout = NetworkTimeout;
        opties.Retry.Mode = RetryMode.Exponential;
        opties.Retry.MaxRetries = MaxRetries;
        opties.Retry.Delay = FirstDelay;
        opties.Retry.MaxDelay = LongestDelay;
        // Keys hold ids only, yet no request of ours has anything that belongs in a trace.
        opties.Diagnostics.IsLoggingEnabled = false;
        opties.Diagnostics.IsLoggingContentEnabled = false;
    }
}
