using Commands.Output;
using Hub.Beheer;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, toets) =>
{
    toets.Cancel = true;
    stop.Cancel();
};
var uit = StandardStreams.Text(StandardStreams.Output(), autoFlush: true);
return await Opdrachten.VoerUitAsync(args, Environment.GetEnvironmentVariable, uit, StandardStreams.Error(), stop.Token).ConfigureAwait(false);
