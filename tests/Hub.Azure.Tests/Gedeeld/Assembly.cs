using Hub.Azure.Tests.Gedeeld;

[assembly: AssemblyFixture(typeof(Azurite))]
