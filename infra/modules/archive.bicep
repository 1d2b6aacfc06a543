// The account that holds children's data: a container per gemeente, one per sender for refused bytes, and the tables.
//
// Only a bericht ever stands in an archive container (docs/adr/0011), and there it is immutable: per version, so that destroying on instruction makes
// a version that the lifecycle ends. The containers of refusals are mutable: bytes wait there while it isn't known what they are.
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

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for code in gemeentecodes: {
    parent: account::blobs
    name: 'archief-${code}'
    properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
  }
]

resource refused 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for code in deelnemercodes: {
    parent: account::blobs
    name: 'geweigerd-${code}'
    properties: { publicAccess: 'None' }
  }
]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (code, i) in gemeentecodes: {
    parent: archive[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: bewaring.archiefDagen, allowProtectedAppendWrites: false }
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
              // What is no longer current was destroyed, or turned out to be a bericht and stands in its archive: a day, the shortest there is.
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
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
  // Not StorageRead: the hub reads some twenty rows per bericht, each a line of 1 kB (docs/cost.md). Who may read tables is told when the role is given.
  properties: {
    workspaceId: workspaceId
    logs: map(['StorageWrite', 'StorageDelete'], category => { category: category, enabled: true })
  }
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
