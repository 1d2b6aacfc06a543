// Children's data: no public data plane, three zones, a copy of archive and tables in the paired region.
using 'main.bicep'

param omgeving = 'productie'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param audience = readEnvironmentVariable('HUB_CLIENT_ID')
param alertEmails = [readEnvironmentVariable('HUB_ALERT_EMAIL')]
param deployerPrincipalId = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_TYPE', 'User')
param registerKey = readEnvironmentVariable('HUB_REGISTER_KEY', '')
param recoverVault = bool(readEnvironmentVariable('HUB_RECOVER_VAULT', 'false'))
// Five years is what the rules across berichten look back (TR335); a gemeente's own instruction may ask for longer, never for less here.
param bewaring = {
  archiefDagen: 1827
  geweigerdDagen: 90
}
param schaal = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 100
  httpPerInstance: 16
  // Two, so that one can go for an update; both answer while nothing else runs.
  alwaysReadyHttp: 2
  // Azure keeps two of a zone-redundant plan anyway.
  alwaysReadyVerwerking: 2
}
param budgetPerMonth = 2200
param serviceBusCapacity = 1
param eigenSleutel = true
param hostName = readEnvironmentVariable('HUB_HOST_NAME')
param certificateId = readEnvironmentVariable('HUB_CERTIFICATE_ID', '')
param runnerSshKey = readEnvironmentVariable('HUB_RUNNER_SSH_KEY', '')
