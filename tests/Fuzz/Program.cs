using System.Globalization;
using Fuzz;

// dotnet run -c Release --project tests/Fuzz -- [hh:mm:ss] [first seed]
var duration = args.Length > 0 ? TimeSpan.Parse(args[0], CultureInfo.InvariantCulture) : TimeSpan.FromMinutes(1);
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
return new Loop(Path.Combine(AppContext.BaseDirectory, "Base"), Console.Out).Run(duration, seed) ? 0 : 1;
