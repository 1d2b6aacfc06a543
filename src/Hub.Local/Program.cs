using Hub.Local.CommandLine;

return await new LocalProgram(Console.Out, Console.Error, TimeProvider.System).ExecuteAsync(args);
