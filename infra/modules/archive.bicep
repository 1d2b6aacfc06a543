// The account that holds children's data: a container per gemeente, one per sender for refused bytes, and the tables.
//
// Immutability is per version, not per container: with a container policy the hub could not write the same retour twice, nor drop the
// second upload of a bericht sent twice (docs/adr/0004). Here both only make a version, and no version can be changed or removed in its time.
import { Bewaring, EigenSleutel, PrivateNetwork } from '../types.bicep'

param name string
param location string
param tags { *: string }
@description('RAGRS keeps a readable copy in the paired region. Not ZRS: it has no archive tier.')
param sku 'Standard_LRS' | 'Standard_RAGRS'
param gemeentecodes string[]
@description('Codes of all who may send: gemeenten and aanbieders.')
param deelnemercodes string[]
param tables string[]
param bewaring Bewaring
param eigenSleutel EigenSleutel?
param privateNetwork PrivateNetwork?
param workspaceId string
param appPrincipalId string
param appIdentityId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  identity: eigenSleutel == null
    ? null
    : { type: 'UserAssigned', userAssignedIdentities: { '${eigenSleutel!.identityId}': {} } }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    isSftpEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork == null ? 'Enabled' : 'Disabled'
    networkAcls: { defaultAction: privateNetwork == null ? 'Allow' : 'Deny', bypass: 'None' }
    encryption: union(
      {
        requireInfrastructureEncryption: true
        // Account keys from the start, since a table's cannot change to a key of one's own later.
        services: {
          blob: { enabled: true, keyType: 'Account' }
          table: { enabled: true, keyType: 'Account' }
        }
      },
      eigenSleutel == null
        ? { keySource: 'Microsoft.Storage' }
        : {
            keySource: 'Microsoft.Keyvault'
            identity: { userAssignedIdentity: eigenSleutel!.identityId }
            keyvaultproperties: { keyvaulturi: eigenSleutel!.keyVaultUri, keyname: eigenSleutel!.keyName }
          }
    )
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }
  }

  resource tableService 'tableServices' = {
    name: 'default'
  }
}

var containers = concat(
  map(gemeentecodes, code => { name: 'archief-${code}', dagen: bewaring.archiefDagen }),
  map(deelnemercodes, code => { name: 'geweigerd-${code}', dagen: bewaring.geweigerdDagen })
)

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containers: {
    parent: account::blobs
    name: container.name
    properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
  }
]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (container, i) in containers: {
    parent: archive[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: container.dagen, allowProtectedAppendWrites: false }
  }
]

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in tables: {
    parent: account::tableService
    name: table
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'archief'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['archief-'] }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: bewaring.koelNaDagen }
                tierToArchive: { daysAfterModificationGreaterThan: bewaring.archiefTierNaDagen }
              }
              // A current version is destroyed on a gemeente's instruction only; what it superseded, and what was destroyed, goes here.
              version: { delete: { daysAfterCreationGreaterThan: bewaring.archiefDagen } }
            }
          }
        }
        {
          name: 'geweigerd'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['geweigerd-'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: bewaring.geweigerdDagen } }
              version: { delete: { daysAfterCreationGreaterThan: bewaring.geweigerdDagen } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [account::blobs]
}

// The hub holds all gemeenten's data, so its scope is the account, which holds nothing else.
var appRoles = [
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor: no ownership, and no right to remove a version
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

resource appMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appRoles: {
    name: guid(account.id, appIdentityId, role)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

// Who read, wrote or removed which blob, also past the hub. Names of blobs say nothing about anyone.
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: account::blobs
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: account::tableService
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

module endpoints 'private-endpoint.bicep' = [
  for service in ['blob', 'table']: if (privateNetwork != null) {
    name: 'endpoint-archief-${service}'
    params: {
      name: 'pep-${name}-${service}'
      location: location
      tags: tags
      serviceId: account.id
      groupId: service
      subnetId: privateNetwork!.subnetId
      zoneId: privateNetwork!.zoneIds[service]
    }
  }
]
