// What one deelnemer may reach with its own identity, past the API: its postbus, and as a gemeente its archive. Nothing else (docs/isolation.md).
param code string
param gemeente bool
@description('Object id of its service principal in our tenant.')
param principalId string
param archiveName string
param serviceBusName string

resource archive 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: archiveName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = {
      name: 'archief-${code}'
    }
  }
}

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName

  resource postbus 'queues' existing = {
    name: 'postbus-${code}'
  }
}

// Storage Blob Data Reader
var reader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')
// Azure Service Bus Data Receiver
var receiver = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0')

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (gemeente) {
  name: guid(archive::blobs::container.id, principalId, reader)
  scope: archive::blobs::container
  properties: { roleDefinitionId: reader, principalId: principalId, principalType: 'ServicePrincipal' }
}

resource mayReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::postbus.id, principalId, receiver)
  scope: namespace::postbus
  properties: { roleDefinitionId: receiver, principalId: principalId, principalType: 'ServicePrincipal' }
}
