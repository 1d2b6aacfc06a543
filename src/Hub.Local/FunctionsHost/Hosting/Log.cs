namespace Hub.Local.FunctionsHost.Hosting;

/// <summary>What the host logs. Names, ids, numbers and outcomes; never a body, header or metadata value.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Host listens on {Address}")]
    public static partial void Listening(this ILogger logger, Uri address);

    [LoggerMessage(2, LogLevel.Information, "Worker process {ProcessId} is ready with {Functions} functions")]
    public static partial void WorkerReady(this ILogger logger, int processId, int functions);

    [LoggerMessage(3, LogLevel.Error, "Worker process {ProcessId} exited with code {ExitCode} (failure {Failure} within 30 minutes)")]
    public static partial void WorkerFailed(this ILogger logger, int processId, int exitCode, int failure);

    [LoggerMessage(4, LogLevel.Error, "Exceeded language worker restart retry count of {Limit}. Shutting down the host")]
    public static partial void WorkerGivenUp(this ILogger logger, int limit);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "Worker process {ProcessId} exited with code 0; that counts as success and it is not started again"
    )]
    public static partial void WorkerEnded(this ILogger logger, int processId);

    [LoggerMessage(6, LogLevel.Information, "Worker process {ProcessId} asked for a restart (exit code 200)")]
    public static partial void WorkerAskedRestart(this ILogger logger, int processId);

    [LoggerMessage(7, LogLevel.Error, "Worker process {ProcessId} did not get ready within {Timeout}")]
    public static partial void WorkerNotReady(this ILogger logger, int processId, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Information, "Restarting worker process {ProcessId}: {Reason}")]
    public static partial void WorkerEndedByHost(this ILogger logger, int processId, string reason);

    [LoggerMessage(10, LogLevel.Information, "{Line}")]
    public static partial void WorkerOutput(this ILogger logger, string line);

    [LoggerMessage(11, LogLevel.Error, "{Line}")]
    public static partial void WorkerError(this ILogger logger, string line);

    [LoggerMessage(EventId = 12, Message = "{Line}")]
    public static partial void WorkerLog(this ILogger logger, LogLevel level, string line);

    [LoggerMessage(20, LogLevel.Debug, "Executing {Function} (Id={InvocationId})")]
    public static partial void Executing(this ILogger logger, string function, Guid invocationId);

    [LoggerMessage(21, LogLevel.Information, "Executed {Function} (Succeeded, Id={InvocationId}, Duration={Milliseconds} ms)")]
    public static partial void Succeeded(this ILogger logger, string function, Guid invocationId, long milliseconds);

    [LoggerMessage(22, LogLevel.Error, "Executed {Function} (Failed, Id={InvocationId}, Duration={Milliseconds} ms): {Reason}")]
    public static partial void Failed(this ILogger logger, string function, Guid invocationId, long milliseconds, string reason);

    [LoggerMessage(
        24,
        LogLevel.Error,
        "A function timeout has occurred in {Function} (Id={InvocationId}) after {Timeout}. Restarting worker process"
    )]
    public static partial void TimedOut(this ILogger logger, string function, Guid invocationId, TimeSpan timeout);

    [LoggerMessage(26, LogLevel.Information, "{Status} {Problem} from the host itself ({Instance})")]
    public static partial void Refused(this ILogger logger, int status, string problem, string instance);

    [LoggerMessage(30, LogLevel.Error, "{Function}: queue {Queue}: {Failure} while {Doing}; trying again")]
    public static partial void QueueFailed(this ILogger logger, string function, string queue, string failure, string doing);

    [LoggerMessage(
        31,
        LogLevel.Warning,
        "{Function}: the lock on message {SequenceNumber} of queue {Queue} was lost; it will be delivered again"
    )]
    public static partial void LockLost(this ILogger logger, string function, string queue, long sequenceNumber);

    [LoggerMessage(33, LogLevel.Error, "{Function}: message {SequenceNumber} of queue {Queue} could not be settled: {Failure}")]
    public static partial void SettlingFailed(this ILogger logger, string function, string queue, long sequenceNumber, string failure);

    [LoggerMessage(40, LogLevel.Information, "{Function}: next run at {Next:O}")]
    public static partial void TimerNext(this ILogger logger, string function, DateTimeOffset next);

    [LoggerMessage(41, LogLevel.Warning, "{Function}: the run of {Due:O} was missed and is made up for now")]
    public static partial void TimerPastDue(this ILogger logger, string function, DateTimeOffset due);

    [LoggerMessage(45, LogLevel.Error, "{Function}: looking for blobs in {Container} failed: {Failure}")]
    public static partial void StorageFailed(this ILogger logger, string function, string container, string failure);

    [LoggerMessage(
        46,
        LogLevel.Error,
        "{Function}: a blob in {Container} failed {Attempts} times and is given up. On Azure a message on queue "
            + "webjobs-blobtrigger-poison now names it"
    )]
    public static partial void BlobPoisoned(this ILogger logger, string function, string container, int attempts);

    [LoggerMessage(50, LogLevel.Warning, "{Fault}")]
    public static partial void FaultTolerated(this ILogger logger, string fault);

    [LoggerMessage(51, LogLevel.Warning, "{Count} invocations still ran after {Timeout} and end with the worker")]
    public static partial void NotDrained(this ILogger logger, int count, TimeSpan timeout);
}
