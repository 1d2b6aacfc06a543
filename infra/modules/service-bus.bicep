// The queues: exactly those of queues.json, and one postbus per deelnemer.
import { EigenSleutel, PrivateNetwork, Queue } from '../types.bicep'

param name string
param location string
param tags { *: string }
@description('Premium: zone-redundant, messages up to 1 MB, reachable over private endpoints.')
param tier 'Standard' | 'Premium'
@description('Messaging units; premium only.')
param capacity 1 | 2 | 4 | 8 | 16
param queues Queue[]
param perDeelnemer Queue[]
param deelnemercodes string[]
@description('The queue of the work items, which the Functions host listens to.')
param workQueue string
param eigenSleutel EigenSleutel?
param privateNetwork PrivateNetwork?
param workspaceId string
param appPrincipalId string
param appIdentityId string

var premium = tier == 'Premium'

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: premium ? { name: 'Premium', tier: 'Premium', capacity: capacity } : { name: 'Standard', tier: 'Standard' }
  identity: eigenSleutel == null
    ? null
    : { type: 'UserAssigned', userAssignedIdentities: { '${eigenSleutel!.identityId}': {} } }
  properties: union(
    {
      disableLocalAuth: true
      minimumTlsVersion: '1.2'
      publicNetworkAccess: privateNetwork == null ? 'Enabled' : 'Disabled'
    },
    premium ? { zoneRedundant: true, premiumMessagingPartitions: 1 } : {},
    eigenSleutel == null
      ? {}
      : {
          encryption: {
            keySource: 'Microsoft.KeyVault'
            requireInfrastructureEncryption: true
            keyVaultProperties: [
              {
                keyName: eigenSleutel!.keyName
                keyVaultUri: eigenSleutel!.keyVaultUri
                identity: { userAssignedIdentity: eigenSleutel!.identityId }
              }
            ]
          }
        }
  )
}

// One source: the file says what a queue is, a copy of it per deelnemer with the code filled in.
var alle = concat(
  queues,
  flatten(map(
    deelnemercodes,
    code => map(perDeelnemer, queue => union(queue, { name: replace(queue.name, '{code}', code) }))
  ))
)

resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [
  for queue in alle: {
    parent: namespace
    name: queue.name
    properties: union(
      {
        requiresSession: queue.requiresSession
        lockDuration: queue.lockDuration
        maxDeliveryCount: queue.maxDeliveryCount
        requiresDuplicateDetection: queue.requiresDuplicateDetection
        duplicateDetectionHistoryTimeWindow: queue.duplicateDetectionHistoryTimeWindow
        defaultMessageTimeToLive: queue.defaultMessageTimeToLive
        deadLetteringOnMessageExpiration: queue.deadLetteringOnMessageExpiration
        enablePartitioning: false
      },
      // The standard tier has a fixed bound of 256 KB and refuses the property.
      premium ? { maxMessageSizeInKilobytes: max(1024, queue.maxMessageSizeInKilobytes) } : {}
    )
  }
]

// The hub sends to and reads from every queue, so its scope is the namespace, which holds nothing else.
var appRoles = [
  '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Azure Service Bus Data Sender
  '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
]

resource appMay 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appRoles: {
    name: guid(namespace.id, appIdentityId, role)
    scope: namespace
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource work 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' existing = {
  parent: namespace
  name: workQueue
}

// Azure Service Bus Data Owner, on the work queue only: the platform scales by its length, which takes the right to manage it.
var owner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '090c5cfd-751d-490a-894a-3ce6f1109419')

resource hostScales 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(work.id, appIdentityId, owner)
  scope: work
  properties: { roleDefinitionId: owner, principalId: appPrincipalId, principalType: 'ServicePrincipal' }
  dependsOn: [queue]
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: concat(
      [{ category: 'OperationalLogs', enabled: true }],
      premium
        ? [{ category: 'RuntimeAuditLogs', enabled: true }, { category: 'VNetAndIPFilteringLogs', enabled: true }]
        : []
    )
  }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork != null) {
  name: 'endpoint-service-bus'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    serviceId: namespace.id
    groupId: 'namespace'
    subnetId: privateNetwork!.subnetId
    zoneId: privateNetwork!.zoneIds.servicebus
  }
}

output namespaceId string = namespace.id
