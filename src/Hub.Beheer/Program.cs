using Commands.Output;
using Hub.Beheer;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, check) =>
{
    check.Cancel = true;
    stop.Cancel();
};
var output = StandardStreams.Text(StandardStreams.Output(), autoFlush: true);
return await AdminCommands
    .ExecuteAsync(args, Environment.GetEnvironmentVariable, output, StandardStreams.Error(), stop.Token)
    .ConfigureAwait(false);
