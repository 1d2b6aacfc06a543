// The vault: the secret with which the register makes the keys of clients (register-sleutel, set by hand: docs/runbook.md), and the key that encrypts
// archive, tables and queues when the region brings its own.
import { PrivateNetwork } from '../types.bicep'

param name string
param location string
param tags { *: string }
param workspaceId string
@description('Null: reachable by Azure\'s own services only.')
param privateNetwork PrivateNetwork?
@description('Whether archive, tables and queues are encrypted with a key of this vault.')
param eigenSleutel bool
@description('Name of the identity by which the services use the key.')
param encryptionIdentityName string
@description('The app: it reads the secret of the register.')
param appPrincipalId string
param appIdentityId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'premium' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
  }

  resource key 'keys' = if (eigenSleutel) {
    name: 'archief'
    properties: {
      kty: 'RSA-HSM'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      rotationPolicy: {
        attributes: { expiryTime: 'P2Y' }
        lifetimeActions: [
          { trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }
          { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } }
        ]
      }
    }
  }
}

resource encryptionIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = if (eigenSleutel) {
  name: encryptionIdentityName
  location: location
  tags: tags
}

// Key Vault Secrets User
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource mayReadSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appIdentityId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Key Vault Crypto Service Encryption User
var cryptoUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6'
)

resource mayEncrypt 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (eigenSleutel) {
  name: guid(vault::key.id, encryptionIdentity.id, cryptoUser)
  scope: vault::key
  properties: {
    roleDefinitionId: cryptoUser
    principalId: encryptionIdentity!.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: vault
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork != null) {
  name: 'endpoint-vault'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    serviceId: vault.id
    groupId: 'vault'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.vault
  }
}
