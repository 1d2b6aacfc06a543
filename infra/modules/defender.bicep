// Defender for Storage on one account: unusual access, leaked tokens. No scan of what is uploaded, which would read berichten.
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2022-12-01-preview' = {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: { onUpload: { isEnabled: false } }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}
