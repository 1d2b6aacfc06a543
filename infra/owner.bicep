// What an Owner of the resource group does and a deployment may not: who may deploy, and what nobody may throw away. Run before the first
// deployment, and again with the names after it (docs/runbook.md). The deployer's roles have no right to make or lift a lock, so that it also
// holds against the deployer.
@description('Object id of who deploys.')
param deployerPrincipalId string
param deployerPrincipalType 'ServicePrincipal' | 'User' = 'ServicePrincipal'
@description('The accounts and the vault that may never go; empty before they are there.')
param archiveName string = ''
param tablesName string = ''
param keyVaultName string = ''

// Every role that main.bicep gives, and no other: with Owner or User Access Administrator among them a pipeline could make itself anything.
var assignable = [
  '090c5cfd-751d-490a-894a-3ce6f1109419' // Azure Service Bus Data Owner
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
  '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher
  '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
  '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Azure Service Bus Data Sender
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  'e147488a-f6f5-4113-8e2d-b22465e65bf6' // Key Vault Crypto Service Encryption User
]
var roles = join(assignable, ', ')
var types = join(map(union(['ServicePrincipal'], [deployerPrincipalType]), type => '\'${type}\''), ', ')
// learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
var attribute = 'Microsoft.Authorization/roleAssignments'
var isRole = 'RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles}}'
var isPrincipal = 'PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {${types}}'
var mayGive = '(@Request[${attribute}:${isRole} AND @Request[${attribute}:${isPrincipal})'
var mayTake = '(@Resource[${attribute}:${isRole} AND @Resource[${attribute}:${isPrincipal})'
var giving = '((!(ActionMatches{\'${attribute}/write\'})) OR ${mayGive})'
var taking = '((!(ActionMatches{\'${attribute}/delete\'})) OR ${mayTake})'

// Contributor
var contributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
// Role Based Access Control Administrator
var administrator = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'f58310d9-a9f6-439a-9e8d-f62e7b41a168')

resource deploys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployerPrincipalId, contributor)
  properties: { roleDefinitionId: contributor, principalId: deployerPrincipalId, principalType: deployerPrincipalType }
}

resource assigns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployerPrincipalId, administrator)
  properties: {
    roleDefinitionId: administrator
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
    conditionVersion: '2.0'
    condition: '${giving} AND ${taking}'
  }
}

resource archive 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: empty(archiveName) ? 'none' : archiveName
}

resource tables 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: empty(tablesName) ? 'none' : tablesName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: empty(keyVaultName) ? 'none' : keyVaultName
}

resource archiveStays 'Microsoft.Authorization/locks@2020-05-01' = if (!empty(archiveName)) {
  name: 'blijft'
  scope: archive
  properties: { level: 'CanNotDelete', notes: 'Het archief van de gemeenten.' }
}

resource tablesStay 'Microsoft.Authorization/locks@2020-05-01' = if (!empty(tablesName)) {
  name: 'blijft'
  scope: tables
  properties: { level: 'CanNotDelete', notes: 'De stand van elk bericht, en het register.' }
}

resource vaultStays 'Microsoft.Authorization/locks@2020-05-01' = if (!empty(keyVaultName)) {
  name: 'blijft'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'De sleutel van het archief en het geheim van het register.' }
}
