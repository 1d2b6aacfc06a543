// Children's data: no public data plane, zone-redundant queues, a copy of the archive in the paired region.
using 'main.bicep'

param omgeving = 'productie'
param audience = 'api://ijw-hub'
param alertEmails = [readEnvironmentVariable('HUB_ALERT_EMAIL', 'beheer@voorbeeld.invalid')]
param deployerPrincipalId = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_ID', '')
// Five years is what the rules across berichten look back (TR335); a gemeente's own instruction may ask for longer, never for less here.
param bewaring = {
  archiefDagen: 1827
  geweigerdDagen: 90
  koelNaDagen: 90
  archiefTierNaDagen: 730
}
param schaal = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 100
  httpPerInstance: 16
  // Two, so that one can go for an update; both answer while nothing else runs.
  alwaysReadyHttp: 2
  // One: a bericht waits for its session anyway, and this one takes the first of a peak while others start.
  alwaysReadyVerwerking: 1
}
param budgetPerMonth = 2200
param serviceBusCapacity = 1
param eigenSleutel = true
