// The account of the archive: a container per gemeente, and one per sender for refused bytes. The tables have an account of their own
// (tables.bicep), since an account with immutability can't fail over to its pair (docs/adr/0015).
//
// Only a bericht ever stands in an archive container (docs/adr/0011), and there it is immutable: per version, so that destroying on instruction makes
// a version that the lifecycle ends. The containers of refusals are mutable: bytes wait there while it isn't known what they are.
import { accountIdentity, accountProperties } from '../storage.bicep'
import { Bewaring, EigenSleutel, PrivateNetwork } from '../types.bicep'

param name string
param location string
param tags { *: string }
@description('RAGZRS: in three zones, with a readable copy in the paired region.')
param sku 'Standard_LRS' | 'Standard_RAGZRS'
param gemeentecodes string[]
@description('Codes of all who may send: gemeenten and aanbieders.')
param deelnemercodes string[]
@description('Codes of gemeenten whose policy was locked (docs/runbook.md). Azure refuses to write a locked policy, also as it is.')
param lockedArchives string[]
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
  identity: accountIdentity(eigenSleutel)
  // The lifecycle comes from Azure's own services; without the bypass the firewall keeps it out and nothing is ever removed
  // (learn.microsoft.com/azure/storage/blobs/lifecycle-management-policy-configure).
  properties: accountProperties(privateNetwork != null, 'AzureServices', eigenSleutel)

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }
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
  for (code, i) in gemeentecodes: if (!contains(lockedArchives, code)) {
    parent: archive[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: bewaring.archiefDagen, allowProtectedAppendWrites: false }
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
              // No cheaper tier: a bericht is some 10 kB, and moving it costs more than ten years of what it saves (docs/adr/0015).
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

// Storage Blob Data Contributor: no ownership, and no right to remove a version. The hub holds all gemeenten's data, so its scope is the
// account, which holds nothing else.
var contributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource appMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appIdentityId, contributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Who read, wrote or removed which blob, also past the hub. Names of blobs say nothing about anyone.
resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: account::blobs
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork != null) {
  name: 'endpoint-archief-blob'
  params: {
    name: 'pep-${name}-blob'
    location: location
    tags: tags
    serviceId: account.id
    groupId: 'blob'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.blob
  }
}
