// Each test runs a whole hub on a machine of two cores; side by side they would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
