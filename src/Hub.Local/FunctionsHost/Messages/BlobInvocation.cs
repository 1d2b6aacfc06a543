using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using Google.Protobuf;
using Hub.Local.FunctionsHost.App;
using Hub.Local.FunctionsHost.Worker.Rpc;

namespace Hub.Local.FunctionsHost.Messages;

/// <summary>
/// One blob, for the worker: where it is, when the worker fetches it itself (deferred binding), else its content; and the properties as
/// version 4 of the storage extension shows them.
/// </summary>
internal static class BlobInvocation
{
    // The real host writes the enums of an older storage library as numbers.
    private static readonly Dictionary<BlobType, int> Types = new()
    {
        [BlobType.Page] = 1,
        [BlobType.Block] = 2,
        [BlobType.Append] = 3,
    };
    private static readonly string[] StandardTiers = ["Unknown", "Hot", "Cool", "Archive"];
    private static readonly string[] PremiumTiers = ["Unknown", "P4", "P6", "P10", "P20", "P30", "P40", "P50", "P60", "P70", "P80"];
    private static readonly string[] Rehydrations = ["unknown", "rehydrate-pending-to-hot", "rehydrate-pending-to-cool"];

    /// <param name="function">The function.</param>
    /// <param name="trigger">The binding.</param>
    /// <param name="name">The blob's name.</param>
    /// <param name="uri">Where the blob is.</param>
    /// <param name="properties">The blob's properties and metadata.</param>
    /// <param name="content">The blob's bytes; not read when the binding is deferred.</param>
    /// <param name="parameters">What the trigger's path took from the blob's name.</param>
    public static Invocation Build(
        string function,
        BlobTrigger trigger,
        string name,
        Uri uri,
        BlobProperties properties,
        byte[] content,
        IReadOnlyList<KeyValuePair<string, string>> parameters
    )
    {
        var metadata = new TriggerMetadata
        {
            ["BlobTrigger"] = $"{trigger.Path.Container}/{name}",
            ["Uri"] = uri,
            ["Properties"] = Write(properties),
            ["Metadata"] = properties.Metadata,
        };
        foreach (var (parameter, value) in parameters)
        {
            metadata[parameter] = value;
        }
        return new Invocation(
            function,
            trigger.Name,
            trigger.Deferred ? Reference(trigger, name) : new TypedData { Bytes = ByteString.CopyFrom(content) },
            metadata
        );
    }

    private static TypedData Reference(BlobTrigger trigger, string name) =>
        new()
        {
            ModelBindingData = new ModelBindingData
            {
                Version = "1.0",
                Source = "AzureStorageBlobs",
                ContentType = "application/json",
                Content = ByteString.CopyFromUtf8(
                    TriggerMetadata.Json(
                        new
                        {
                            Connection = trigger.Connection,
                            ContainerName = trigger.Path.Container,
                            BlobName = name,
                        }
                    )
                ),
            },
        };

    private static JsonObject Write(BlobProperties blob) =>
        new()
        {
            ["CacheControl"] = Text(blob.CacheControl),
            ["ContentDisposition"] = Text(blob.ContentDisposition),
            ["ContentEncoding"] = Text(blob.ContentEncoding),
            ["ContentLanguage"] = Text(blob.ContentLanguage),
            ["Length"] = blob.ContentLength,
            ["ContentMD5"] = blob.ContentHash is { Length: > 0 } hash ? Convert.ToBase64String(hash) : null,
            ["ContentType"] = Text(blob.ContentType),
            ["ETag"] = BlobReceipts.Quoted(blob.ETag),
            ["Created"] = blob.CreatedOn,
            ["LastModified"] = blob.LastModified,
            ["BlobType"] = Types[blob.BlobType],
            ["LeaseStatus"] = blob.LeaseStatus == LeaseStatus.Locked ? 1 : 2,
            ["LeaseState"] = 1 + (int)blob.LeaseState,
            ["LeaseDuration"] =
                blob.LeaseState != LeaseState.Leased ? 0
                : blob.LeaseDuration == LeaseDurationType.Fixed ? 1
                : 2,
            ["PageBlobSequenceNumber"] = blob.BlobType == BlobType.Page ? blob.BlobSequenceNumber : null,
            ["AppendBlobCommittedBlockCount"] = blob.BlobType == BlobType.Append ? blob.BlobCommittedBlockCount : null,
            ["IsServerEncrypted"] = blob.IsServerEncrypted,
            ["IsIncrementalCopy"] = blob.IsIncrementalCopy,
            ["StandardBlobTier"] = Number(StandardTiers, blob.AccessTier),
            ["RehydrationStatus"] = Number(Rehydrations, blob.ArchiveStatus),
            ["PremiumPageBlobTier"] = blob.BlobType == BlobType.Page ? Number(PremiumTiers, blob.AccessTier) : null,
            ["BlobTierInferred"] = blob.AccessTierInferred,
            ["BlobTierLastModifiedTime"] = blob.AccessTierChangedOn == default ? null : JsonValue.Create(blob.AccessTierChangedOn),
            ["DeletedTime"] = null,
            ["RemainingDaysBeforePermanentDelete"] = null,
        };

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static JsonValue? Number(string[] names, string? name) =>
        string.IsNullOrEmpty(name) ? null : JsonValue.Create(Math.Max(0, Array.IndexOf(names, name)));
}
