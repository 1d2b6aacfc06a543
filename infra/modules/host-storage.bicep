// The account of the Functions host: the deployment package, leases and timer state. No bericht comes here.
import { accountProperties } from '../storage.bicep'
import { PrivateNetwork } from '../types.bicep'

param name string
param location string
param tags { *: string }
param sku 'Standard_LRS' | 'Standard_ZRS'
param packageContainer string
param privateNetwork PrivateNetwork?
param appPrincipalId string
param appIdentityId string
@description('Object id of who uploads the package: a person or a pipeline.')
param deployerPrincipalId string
@description('What that is; Azure looks a service principal up where a user is not, and fails.')
param deployerPrincipalType 'ServicePrincipal' | 'User'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: accountProperties(privateNetwork != null, 'None', null)

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { deleteRetentionPolicy: { enabled: true, days: 14 } }

    resource package 'containers' = {
      name: packageContainer
      properties: { publicAccess: 'None' }
    }
  }
}

// What the host needs for its own state: blobs for leases and keys, a queue and a table for its diagnostics.
var appRoles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
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

// Storage Blob Data Contributor, on the package only
var uploader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')

resource deployerMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::package.id, deployerPrincipalId, uploader)
  scope: account::blobs::package
  properties: { roleDefinitionId: uploader, principalId: deployerPrincipalId, principalType: deployerPrincipalType }
}

module endpoints 'private-endpoint.bicep' = [
  for service in ['blob', 'queue', 'table']: if (privateNetwork != null) {
    name: 'endpoint-host-${service}'
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
