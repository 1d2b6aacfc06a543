using Hub.Local.CommandLine;

return await new Programma(Console.Out, Console.Error, TimeProvider.System).VoerUitAsync(args);
