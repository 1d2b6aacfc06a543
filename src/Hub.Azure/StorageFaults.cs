using Azure;
using Azure.Identity;

namespace Hub.Azure;

/// <summary>Turns the SDK's exceptions, which carry addresses, headers and bodies, into our own.</summary>
internal static class StorageFaults
{
    public static async Task<T> Translate<T>(string operation, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await DependencyBound.RunAsync(operation, work, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException fault)
        {
            throw Of(operation, fault);
        }
        catch (AggregateException fault)
        {
            throw fault.GetBaseException() is RequestFailedException core
                ? Of(operation, core)
                : new StorageException(StorageFault.Retry, $"{operation}: unreachable.");
        }
        catch (IOException)
        {
            throw new StorageException(StorageFault.Retry, $"{operation}: broken off.");
        }
        catch (AuthenticationFailedException)
        {
            throw new StorageException(StorageFault.Unauthorized, $"{operation}: no token for this identity.");
        }
    }

    private static StorageException Of(string operation, RequestFailedException fault)
    {
        var kind = fault.Status switch
        {
            401 or 403 => StorageFault.Unauthorized,
            404 => StorageFault.NotFound,
            409 or 412 => StorageFault.Conflict,
            _ => StorageFault.Retry,
        };
        return new StorageException(kind, $"{operation}: {fault.Status} {fault.ErrorCode}");
    }
}
