using Hub.Azure.Tests.Shared;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
