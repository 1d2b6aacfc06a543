// The app: an isolated .NET worker on Flex Consumption, with a managed identity and no secret.
import { PrivateNetwork, Schaal } from '../types.bicep'

param name string
param location string
param tags { *: string }
param identityName string
param hostStorageName string
param packageContainer string
@description('What the app itself reads; local.settings.sample.json says what each is.')
param appSettings { *: string }
param insightsConnectionString string
param schaal Schaal
@description('The subnet from which it calls out; null: the internet.')
param appSubnetId string?
param privateNetwork PrivateNetwork?
param workspaceId string
@description('Whether its instances are spread over zones; Azure then keeps two of each always-ready group by itself.')
param zoneRedundant bool

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostStorageName
}

// What the Functions host reads. FUNCTIONS_WORKER_RUNTIME and the like are not set: on Flex Consumption functionAppConfig says it.
var hostSettings = {
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identity.properties.clientId
  // A small nursery: by itself the runtime takes what the processor's cache allows, which is much of an instance (docs/cold-start.md).
  DOTNET_GCgen0size: '0x200000'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'asp-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // How azd finds what azure.yaml calls hub.
  tags: union(tags, { 'azd-service-name': 'hub' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    // By itself a reference to the vault is read by the system-assigned identity, which the app does not have.
    keyVaultReferenceIdentity: identity.id
    httpsOnly: true
    publicNetworkAccess: privateNetwork == null ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: appSubnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: schaal.instanceMemoryMB
        maximumInstanceCount: schaal.maximumInstanceCount
        // The host reads a body with a Content-Length into memory, some 90 MB for one of 25 MB: more at once would not fit (docs/cold-start.md).
        triggers: { http: { perInstanceConcurrency: schaal.httpPerInstance } }
        alwaysReady: filter(
          [
            { name: 'http', instanceCount: schaal.alwaysReadyHttp }
            { name: 'function:VerwerkBericht', instanceCount: schaal.alwaysReadyVerwerking }
          ],
          group => group.instanceCount > 0
        )
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      appSettings: map(
        items(union(hostSettings, appSettings, { AZURE_CLIENT_ID: identity.properties.clientId })),
        setting => {
          name: setting.key
          value: setting.value
        }
      )
    }
  }

  resource noPasswordScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noPasswordFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: app
  properties: { workspaceId: workspaceId, logs: [{ category: 'FunctionAppLogs', enabled: true }] }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork != null) {
  name: 'endpoint-app'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    serviceId: app.id
    groupId: 'sites'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.sites
  }
}

output hostName string = app.properties.defaultHostName
