// The app on the account of the tables, also when that was there before the hub: in another resource group, after a failover.
param accountName string
param appPrincipalId string
param appIdentityId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName
}

// Storage Table Data Contributor. The hub holds all gemeenten's rows, so its scope is the account, which holds nothing else.
var contributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource appMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appIdentityId, contributor)
  scope: account
  properties: { roleDefinitionId: contributor, principalId: appPrincipalId, principalType: 'ServicePrincipal' }
}
