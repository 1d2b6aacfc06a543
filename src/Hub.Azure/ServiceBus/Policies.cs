using Amqp;
using Hub.Queues;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Hub.Azure.ServiceBus;

/// <summary>What is tried again, how often and after how long.</summary>
internal static class Policies
{
    private const string ServerBusy = "com.microsoft:server-busy";

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    /// <summary>For a send: transient failures with growing delays, a busy service after the delay it asks for, a refused token once with a fresh one.</summary>
    public static ResiliencePipeline Send(ServiceBusOptions options, TimeProvider time, ILogger log)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.SendRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<QueueException>(failure => failure.Failure == QueueFailure.Retry),
                MaxRetryAttempts = options.SendRetries,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(IsBusy(attempt.Outcome.Exception) ? options.ServerBusyDelay : null),
                OnRetry = attempt =>
                {
                    log.SendFailed(attempt.AttemptNumber + 1, attempt.Outcome.Exception!.Message);
                    return default;
                },
            });
        }
        return AddFreshToken(builder).Build();
    }

    /// <summary>For opening a link: a refused token once with a fresh one; the rest is for who opens.</summary>
    public static ResiliencePipeline Open(TimeProvider time) => AddFreshToken(new ResiliencePipelineBuilder { TimeProvider = time }).Build();

    /// <summary>How long a receiver waits before it opens its link for the nth time in a row.</summary>
    public static TimeSpan BeforeReopening(int attempt, Exception fault, ServiceBusOptions options)
    {
        if (IsBusy(fault))
            return options.ServerBusyDelay;
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempt, 10));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private static bool IsBusy(Exception? fault) => fault switch
    {
        AmqpException { Error.Condition: var condition } => condition == ServerBusy,
        QueueException { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };

    private static ResiliencePipelineBuilder AddFreshToken(ResiliencePipelineBuilder builder)
        => builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<QueueException>(failure => failure.Failure == QueueFailure.Unauthorized),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        });
}
