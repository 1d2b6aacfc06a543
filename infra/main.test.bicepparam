// To try things: public endpoints (Entra only), the standard tier, one copy of the data, a day of immutability. No real berichten.
using 'main.bicep'

param omgeving = 'test'
param audience = 'api://ijw-hub-test'
param alertEmails = [readEnvironmentVariable('HUB_ALERT_EMAIL', 'beheer@voorbeeld.invalid')]
param deployerPrincipalId = readEnvironmentVariable('HUB_DEPLOYER_PRINCIPAL_ID', '')
param bewaring = {
  archiefDagen: 1
  geweigerdDagen: 1
  koelNaDagen: 30
  archiefTierNaDagen: 90
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
