using Hub.Local.Opstarten;

return await new Programma(Console.Out, Console.Error, TimeProvider.System).VoerUitAsync(args);
