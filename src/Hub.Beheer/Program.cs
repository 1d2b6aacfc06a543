using Hub.Beheer;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, toets) =>
{
    toets.Cancel = true;
    stop.Cancel();
};
return await Opdrachten.VoerUitAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);
