using Azure;
using Azure.Identity;

namespace Hub.Azure;

/// <summary>Turns the SDK's exceptions, which carry addresses, headers and bodies, into our own.</summary>
internal static class Opslagfouten
{
    public static async Task<T> Vertaal<T>(string operatie, Func<CancellationToken, Task<T>> werk, CancellationToken cancellation)
    {
        try
        {
            return await DependencyBound.RunAsync(operatie, werk, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException fout)
        {
            throw Van(operatie, fout);
        }
        catch (AggregateException fout)
        {
            throw fout.GetBaseException() is RequestFailedException kern
                ? Van(operatie, kern)
                : new OpslagException(OpslagFout.Retry, $"{operatie}: unreachable.");
        }
        catch (IOException)
        {
            throw new OpslagException(OpslagFout.Retry, $"{operatie}: broken off.");
        }
        catch (AuthenticationFailedException)
        {
            throw new OpslagException(OpslagFout.Unauthorized, $"{operatie}: no token for this identity.");
        }
    }

    private static OpslagException Van(string operatie, RequestFailedException fout)
    {
        var soort = fout.Status switch
        {
            401 or 403 => OpslagFout.Unauthorized,
            404 => OpslagFout.NotFound,
            409 or 412 => OpslagFout.Conflict,
            _ => OpslagFout.Retry,
        };
        return new OpslagException(soort, $"{operatie}: {fout.Status} {fout.ErrorCode}");
    }
}
