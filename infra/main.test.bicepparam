// To try things: public endpoints (Entra only), the standard tier, one copy of the data, a day of immutability. No real berichten.
using 'main.bicep'

param omgeving = 'test'
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param audience = readEnvironmentVariable('HUB_CLIENT_ID')
param alertEmails = [readEnvironmentVariable('HUB_ALERT_EMAIL')]
param deployerPrincipalId = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_ID', '')
param deployerPrincipalType = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_TYPE', 'User')
param registerKey = readEnvironmentVariable('HUB_REGISTER_KEY', '')
param recoverVault = bool(readEnvironmentVariable('HUB_RECOVER_VAULT', 'false'))
param bewaring = {
  archiefDagen: 1
  geweigerdDagen: 1
}
param schaal = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 40
  httpPerInstance: 16
  // None: a first caller who waits for a cold start is no matter here, and nothing is paid while nobody tries anything.
  alwaysReadyHttp: 0
  alwaysReadyVerwerking: 0
}
param budgetPerMonth = 75
