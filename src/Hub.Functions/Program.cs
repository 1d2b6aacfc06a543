System.Environment.ExitCode = 2;
